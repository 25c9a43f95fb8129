// A stop is dragged to its place, or to another rider: its own form is filled in and sent, as its buttons do.
let isDragged = false;

function settle(event) {
  isDragged = false;
  const list = event.to;
  const form = event.item.querySelector("form");
  const stops = [...list.querySelectorAll("[data-stop]")];
  if (list === event.from && event.oldIndex === event.newIndex) return;
  const sent = new FormData(form);
  sent.set("rider", list.dataset.rider);
  sent.set("place", String(stops.indexOf(event.item) + 1));
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
      delay: 150, delayOnTouchOnly: true, onStart: () => { isDragged = true; }, onEnd: settle,
    });
  }
}

// What changes elsewhere waits until the hand is empty.
document.body.addEventListener("htmx:beforeRequest", (event) => {
  if (isDragged) event.preventDefault();
});
document.body.addEventListener("htmx:afterSwap", makeSortable);
makeSortable();
