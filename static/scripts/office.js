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
