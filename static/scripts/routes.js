// A stop is dragged to its place, or to another rider: its own form is filled in and sent, as its buttons do.
let isHeld = false;

function settle(event) {
  const list = event.to;
  if (list === event.from && event.oldIndex === event.newIndex) return letGo();
  const form = event.item.querySelector("form");
  const sent = new FormData(form);
  sent.set("rider", list.dataset.rider);
  sent.set("place", String([...list.querySelectorAll("[data-stop]")].indexOf(event.item) + 1));
  form.replaceChildren(...[...sent].map(([name, value]) => hidden(name, String(value))));
  form.requestSubmit();
}

function hidden(name, value) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  return field;
}

function makeSortable() {
  for (const list of document.querySelectorAll(".route-stops")) {
    Sortable.create(list, {
      group: "stops", draggable: "[data-stop]", filter: "form, form *", preventOnFilter: false, animation: 150,
      delay: 150, delayOnTouchOnly: true, onEnd: settle,
    });
  }
}

// What changes elsewhere waits until the hand is empty, and is asked for then.
function letGo() {
  if (!isHeld) return;
  isHeld = false;
  document.body.dispatchEvent(new CustomEvent("live:run"));
}

document.addEventListener("pointerdown", ({ target }) => {
  isHeld = target.closest("[data-stop]") !== null && target.closest("form") === null;
});
document.addEventListener("pointerup", letGo);
document.body.addEventListener("htmx:beforeSwap", (event) => {
  if (isHeld) event.detail.shouldSwap = false;
});
document.body.addEventListener("htmx:afterSwap", makeSortable);
makeSortable();
