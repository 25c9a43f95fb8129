// A form is sent once: a second tap while the first is under way does nothing. The server holds to that by itself.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  else if (form.method === "post") form.dataset.sent = "yes";
});

// Whoever comes back by the browser's own button may send again; the form's key still keeps it from being done twice.
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// Who reads this can open a payment on our own page.
for (const field of document.querySelectorAll("[data-script]")) field.value = "yes";

// What is wrong is where the eye and the keyboard go first.
document.querySelector("[aria-invalid=true]")?.focus();

// What was typed and not sent (a note beside another button, a page asked for in another language) is there when its form
// is shown again in this tab, for ten minutes. Secrets and ticks are never kept, and signing out forgets all.
const KEPT = "typed";
const LASTS = 10 * 60 * 1000; // milliseconds
const WORDS = ["text", "tel", "email", "search", "number", "textarea"];

const formsTo = (action) => [...document.forms].filter((form) => form.getAttribute("action") === action);

function readKept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? "[]").filter((each) => Date.now() - each.at < LASTS);
  } catch {
    return [];
  }
}

function typedInto(form) {
  const action = form.getAttribute("action");
  const fields = [...form.elements].filter((field) => field.name && field.autocomplete !== "one-time-code"
    && WORDS.includes(field.type) && field.value !== field.defaultValue);
  const chosen = [...form.elements].filter((field) => field.type === "radio" && field.checked && !field.defaultChecked);
  return [...fields, ...chosen].map(({ name, type, value, defaultValue }) =>
    ({ action, nth: formsTo(action).indexOf(form), name, type, value, was: defaultValue, at: Date.now() }));
}

function putBack({ action, nth, name, type, value, was }) {
  const fields = [...(formsTo(action)[nth]?.elements ?? [])].filter((field) => field.name === name && field.type === type);
  const field = type === "radio" ? fields.find((each) => each.value === value) : fields[0];
  if (!field) return;
  if (type === "radio") field.checked = true;
  else if (field.defaultValue === was) field.value = value;
  field.closest("details")?.setAttribute("open", "");
}

addEventListener("pagehide", () => {
  const posted = [...document.forms].filter((form) => form.method === "post");
  const left = posted.some((form) => form.dataset.sent && /\/(logout|signout)$/.test(form.action));
  const elsewhere = readKept().filter(({ action }) => formsTo(action).length === 0);
  const typed = posted.filter((form) => !form.dataset.sent).flatMap(typedInto);
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(left ? [] : [...elsewhere, ...typed]));
  } catch {} // a browser that keeps nothing
});
readKept().forEach(putBack);
