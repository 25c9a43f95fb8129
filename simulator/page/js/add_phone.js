// The dialog that gives somebody new a phone.
import { addPhone } from "./api.js";
import { element } from "./dom.js";
import { roleName } from "./phone_head.js";

const ROLES = ["customer", "regular", "rider", "founder"];

/** Builds the dialog; `onAdded(phone)` hears of the new phone. Answers {node, open}. */
export function addPhoneDialog(onAdded) {
  const name = element("input", {
    name: "name",
    required: true,
    maxlength: "60",
    autocomplete: "off",
    placeholder: "Asha Kulkarni",
  });
  const role = element(
    "select",
    { name: "role" },
    ROLES.map((key) => element("option", { value: key, text: roleName({ role: key }) })),
  );
  const shows = element("input", {
    type: "checkbox",
    role: "switch",
    class: "toggle",
    id: "shows-number",
    checked: true,
  });
  const problem = element("p", { class: "problem", role: "alert" });
  const form = element(
    "form",
    { method: "dialog" },
    element("h2", { text: "Add a phone" }),
    element("label", { class: "field" }, "Name", name),
    element("label", { class: "field" }, "Plays", role),
    element(
      "div",
      { class: "switch" },
      element(
        "label",
        { for: "shows-number" },
        element("span", { text: "The shop sees the phone number" }),
        element("small", { text: "Off: a person with a WhatsApp username; the shop gets only a user id." }),
      ),
      shows,
    ),
    problem,
    element(
      "div",
      { class: "dialog-foot" },
      element("button", { type: "button", class: "quiet-button", text: "Cancel", on: { click: () => node.close() } }),
      element("button", { class: "main-button", text: "Add" }),
    ),
  );
  const node = element("dialog", { class: "card dialog" }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.textContent = "";
    try {
      const phone = await addPhone({
        name: name.value.trim(),
        role: role.value,
        ...(shows.checked ? {} : hidden(name.value)),
      });
      node.close();
      form.reset();
      onAdded(phone.phone?.id ? phone.phone : phone);
    } catch (failure) {
      problem.textContent = failure.message;
    }
  });
  return { node, open: () => node.showModal() };
}

function hidden(name) {
  const username = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ".")
    .replace(/^\.|\.$/g, "")
    .slice(0, 30);
  return { hide_phone: true, ...(username.length >= 3 ? { username } : {}) };
}
