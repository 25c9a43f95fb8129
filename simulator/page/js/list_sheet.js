// The sheet behind a list message: sections, rows with a radio mark, and Send.
import { element, icon } from "./dom.js";
import { openSheet } from "./sheet.js";

let lists = 0;

function rowNode(row, group) {
  return element(
    "label",
    { class: "list-row" },
    element(
      "span",
      { class: "list-words" },
      element("span", { class: "list-title", text: row.title }),
      row.description ? element("span", { class: "list-note", text: row.description }) : null,
    ),
    element("input", { type: "radio", name: group, value: row.id }),
  );
}

/** Opens the list of `interactive`; choosing a row and Send taps it. */
export function openListSheet(interactive, message, phone) {
  const group = `list-${++lists}`;
  const send = element(
    "button",
    { type: "submit", class: "sheet-send", disabled: true, "aria-label": "Send the chosen row" },
    icon("send"),
    element("span", { text: "Send" }),
  );
  const sections = (interactive.action.sections ?? []).map((section) =>
    element(
      "fieldset",
      { class: "list-section" },
      section.title ? element("legend", { text: section.title }) : null,
      section.rows.map((row) => rowNode(row, group)),
    ),
  );
  const form = element(
    "form",
    { class: "list-form", on: { change: () => (send.disabled = false) } },
    element("div", { class: "list-scroll" }, sections),
    element("div", { class: "sheet-foot" }, send),
  );
  const close = openSheet(phone, interactive.action.button, [form], { className: "tall" });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = new FormData(form).get(group);
    if (chosen === null) return;
    close();
    phone.actions.tap(message.id, chosen);
  });
}
