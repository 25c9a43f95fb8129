// The sheets behind a Flow and behind India's address form: fields as WhatsApp shows them, and Send.
import { fetchForm } from "./api.js";
import { element, icon } from "./dom.js";
import { openSheet } from "./sheet.js";

let fields = 0;

// What the address form asks for, in its order: the field and its label.
const ADDRESS = [
  ["name", "Name"],
  ["phone_number", "Phone number"],
  ["in_pin_code", "Pin code"],
  ["house_number", "Flat/house number"],
  ["floor_number", "Floor number"],
  ["tower_number", "Tower number"],
  ["building_name", "Building/apartment name"],
  ["address", "Address"],
  ["landmark_area", "Landmark/area"],
  ["city", "City"],
  ["state", "State"],
];

function labelled(label, help, make) {
  const id = `form-field-${++fields}`;
  const note = help ? element("small", { id: `${id}-help`, text: help }) : null;
  return element(
    "div",
    { class: "form-field" },
    element("label", { for: id, text: label }),
    make({ id, "aria-describedby": help ? `${id}-help` : null }),
    note,
  );
}

function optionNode(option, chosen) {
  const text = [option.title, option.description].filter(Boolean).join(" · ");
  return element("option", { value: option.id, text, selected: option.id === chosen });
}

function dropdown(component) {
  const { name, required, label } = component;
  return labelled(label, null, (own) =>
    element(
      "select",
      { ...own, name, required },
      element("option", { value: "", text: "–" }),
      component["data-source"].map((option) => optionNode(option, component["init-value"])),
    ),
  );
}

function radios(component) {
  const rows = component["data-source"].map((option) =>
    element(
      "label",
      { class: "list-row" },
      element(
        "span",
        { class: "list-words" },
        element("span", { class: "list-title", text: option.title }),
        option.description ? element("span", { class: "list-note", text: option.description }) : null,
      ),
      element("input", {
        type: "radio",
        name: component.name,
        value: option.id,
        required: component.required,
        checked: option.id === component["init-value"],
      }),
    ),
  );
  return element("fieldset", { class: "list-section" }, element("legend", { text: component.label }), rows);
}

const input = (tag, longest) => (component) =>
  labelled(component.label, component["helper-text"], (own) =>
    element(tag, { ...own, name: component.name, required: component.required, maxlength: component[longest] }),
  );
const words = (tag) => (component) => element(tag, { class: "form-words", text: component.text });

const DRAW = {
  TextHeading: words("h3"),
  TextSubheading: words("h4"),
  TextBody: words("p"),
  TextCaption: words("p"),
  TextInput: input("input", "max-chars"),
  TextArea: input("textarea", "max-length"),
  Dropdown: dropdown,
  RadioButtonsGroup: radios,
};

function open(phone, title, parts, label, onSend) {
  const send = element("button", { type: "submit", class: "sheet-send" }, icon("send"), element("span", { text: label }));
  const form = element(
    "form",
    { class: "list-form" },
    element("div", { class: "list-scroll" }, parts),
    element("div", { class: "sheet-foot" }, send),
  );
  const close = openSheet(phone, title, [form], { className: "tall" });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
    close();
    onSend(values);
  });
}

/** Opens the Flow of `message`; its one screen is sent filled in. */
export async function openFlow(message, phone) {
  try {
    const { components } = await fetchForm(phone.id, message.id);
    const seen = components.filter((component) => component.visible !== false);
    const footer = seen.find(({ type }) => type === "Footer");
    const parts = seen.map((component) => DRAW[component.type]?.(component));
    open(phone, message.payload.interactive.action.parameters.flow_cta, parts, footer.label, (values) =>
      phone.actions.fill(message.id, { values }),
    );
  } catch (failure) {
    phone.say(failure.message);
  }
}

/** Opens the address form of `message`: a saved address is one tap, another one is written. */
export function openAddress(message, phone) {
  const { values = {}, saved_addresses: saved = [] } = message.payload.interactive.action.parameters;
  const choices = saved.map(({ id, value }) =>
    element("button", {
      type: "button",
      class: "sheet-choice",
      text: [value.house_number, value.tower_number, value.building_name].filter(Boolean).join(", ") || id,
      on: {
        click: (event) => {
          event.target.closest(".sheet").querySelector(".icon-button").click();
          phone.actions.fill(message.id, { saved_address_id: id });
        },
      },
    }),
  );
  const parts = ADDRESS.map(([name, label]) =>
    labelled(label, null, (own) => element("input", { ...own, name, value: values[name] ?? "", autocomplete: "off" })),
  );
  open(phone, "Provide address", [choices, ...parts].flat(), "Send address", (written) =>
    phone.actions.fill(message.id, { values: written }),
  );
}
