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
