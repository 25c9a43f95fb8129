// The office by keyboard: `/` searches, `j` and `k` walk through a list, `g` and a letter go to a page of the menu.
const PATIENCE = 1200; // milliseconds between `g` and its letter
let waitsUntil = 0;

function rows() {
  return [...document.querySelectorAll("[data-list] .work-link")].filter((link) => link.offsetParent);
}

function walk(step) {
  const links = rows();
  const at = links.indexOf(document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
}

function goTo(letter) {
  const link = document.querySelector(`.rail [data-letter="${CSS.escape(letter)}"]`);
  if (link) location.assign(link.href);
}

function isTyping(element) {
  return element.closest("input, textarea, select, [contenteditable], [popover]:popover-open") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (performance.now() < waitsUntil) {
    waitsUntil = 0;
    goTo(event.key);
  } else if (event.key === "/") {
    document.querySelector("[data-search]")?.focus();
    event.preventDefault();
  } else if (event.key === "j") walk(1);
  else if (event.key === "k") walk(-1);
  else if (event.key === "g") waitsUntil = performance.now() + PATIENCE;
});

// An open menu of a filter closes when something else is tapped.
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.filter-menu[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});

// A part of the page that is shown anew keeps what was ticked in it by hand, and who stood on a link or a tick stands there still.
function keyOf(element) {
  const place = element.closest("[id]")?.id ?? "";
  const alike = [...document.querySelectorAll(`#${CSS.escape(place)} ${element.localName}`)].filter((each) => nameOf(each) === nameOf(element));
  return `${place} ${nameOf(element)} ${alike.indexOf(element)}`;
}

function nameOf(element) {
  return element.getAttribute("href") ?? `${element.name}=${element.value}`;
}

let kept = { ticks: new Map(), focus: "" };

document.body.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  const changed = [...target.querySelectorAll("input[type=checkbox]")].filter((box) => box.checked !== box.defaultChecked);
  const stood = document.activeElement;
  kept = {
    ticks: new Map(changed.map((box) => [keyOf(box), box.checked])),
    focus: target.contains(stood) && stood.matches("a[href], input[type=checkbox]") ? keyOf(stood) : "",
  };
});

document.body.addEventListener("htmx:afterSwap", ({ detail: { target } }) => {
  for (const box of target.querySelectorAll("input[type=checkbox]:enabled")) {
    box.checked = kept.ticks.get(keyOf(box)) ?? box.checked;
  }
  const stood = kept.focus && [...target.querySelectorAll("a[href], input[type=checkbox]")].find((each) => keyOf(each) === kept.focus);
  if (stood) stood.focus({ preventScroll: true });
});
