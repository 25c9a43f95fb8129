// The fixed parts of a phone: the label above it, the system's status bar, and WhatsApp's header.
import { changeNumber, changePhone, stopMarketing } from "./api.js";
import { element, icon, iconButton, say } from "./dom.js";
import { openSheet } from "./sheet.js";
import { shopNow, timeOfDay } from "./time.js";

const ROLES = { customer: "New customer", regular: "Regular", rider: "Delivery boy", founder: "Founder" };

/** "+91 00000 00101", or what stands for it when the shop cannot see a number. */
export function phoneNumber(facts) {
  if (!facts.phone || facts.hide_phone) return facts.username ? `@${facts.username}` : "number hidden";
  const digits = String(facts.phone).replace(/\D/g, "");
  return digits.length === 12 ? `+${digits.slice(0, 2)} ${digits.slice(2, 7)} ${digits.slice(7)}` : `+${digits}`;
}

export const roleName = (facts) => ROLES[facts.role] ?? facts.role ?? "Customer";

/** The label above a phone: who holds it, number, unread. */
export function phoneLabel() {
  const role = element("strong");
  const person = element("span", { class: "label-person" });
  const unread = element("span", { class: "badge", role: "status", hidden: true });
  const node = element(
    "header",
    { class: "phone-label" },
    element("span", { class: "label-words" }, role, person),
    unread,
  );
  const show = (facts, count) => {
    say(role, roleName(facts));
    say(person, `${facts.name} · ${phoneNumber(facts)}`);
    unread.hidden = count === 0;
    say(unread, String(count));
    unread.setAttribute("aria-label", `${count} unread`);
  };
  return { node, show };
}

/** The system's bar at the very top: the shop's time and three little icons. */
export function statusBar() {
  const time = element("span");
  const node = element(
    "div",
    { class: "status-bar", "aria-hidden": "true" },
    time,
    element("span", { class: "status-icons" }, icon("wifi"), icon("signal"), icon("battery")),
  );
  return { node, show: (now) => say(time, timeOfDay(now)) };
}

/** WhatsApp's header: the business, verified, and "typing…" while it types. */
export function phoneHead(phone) {
  const name = element("span", { class: "head-title" });
  const below = element("span", { class: "head-below", role: "status" });
  const open = () => openProfile(phone);
  const who = element(
    "button",
    { type: "button", class: "head-who", title: "Business info", on: { click: open } },
    element("img", { class: "avatar", src: "page/mango.svg", alt: "", width: "38", height: "38" }),
    element(
      "span",
      { class: "head-words" },
      element(
        "span",
        { class: "head-name" },
        name,
        icon("verified", "verified"),
        element("span", { class: "sr-only", text: "verified business" }),
      ),
      below,
    ),
  );
  const node = element(
    "div",
    { class: "head" },
    icon("back", "head-back"),
    who,
    iconButton("more", "About this phone", () => openAbout(phone)),
  );
  const show = (typing) => {
    say(name, phone.businessName());
    say(below, typing ? "typing…" : "Business account");
    below.classList.toggle("typing", typing);
  };
  return { node, show };
}

function openProfile(phone) {
  const { business } = phone.store;
  openSheet(phone, "Business info", [
    element(
      "div",
      { class: "profile" },
      element("img", { src: "page/mango.svg", alt: "" }),
      element("strong", { text: business.name }),
      element("span", { text: business.phone ? phoneNumber({ phone: business.phone }) : "" }),
      element("p", { text: "Fresh mangoes, brought to your flat in the slot you choose." }),
    ),
  ]);
}

function windowWords(facts) {
  if (!facts.window_ends_at) return "closed: this phone has not written yet";
  const ends = new Date(facts.window_ends_at);
  return ends > shopNow() ? `open until ${timeOfDay(ends)}` : "closed: the shop may send only templates";
}

function openAbout(phone) {
  const facts = phone.facts();
  const row = (label, words) => element("div", {}, element("dt", { text: label }), element("dd", { text: words }));
  const close = openSheet(
    phone,
    `${facts.name}’s phone`,
    [
      element(
        "dl",
        { class: "facts" },
        row("Plays", roleName(facts)),
        row("User id", facts.user_id ?? "none"),
        row("24-hour window", windowWords(facts)),
        row("Number", phoneNumber({ ...facts, hide_phone: false })),
      ),
      numberForm(phone, () => close()),
      option(phone, "The shop sees the number", !facts.hide_phone, (shown) =>
        changePhone(phone.id, { hide_phone: !shown }),
      ),
      option(phone, "A WhatsApp that knows forms", !facts.old_client, (known) =>
        changePhone(phone.id, { old_client: !known }),
      ),
      option(phone, "Takes marketing messages", !facts.marketing_stopped, (taken) => stopMarketing(phone.id, !taken)),
    ],
    { className: "tall" },
  );
}

function numberForm(phone, close) {
  const number = element("input", {
    name: "number",
    inputmode: "numeric",
    autocomplete: "off",
    placeholder: "910000000199",
    "aria-label": "New number",
    required: true,
    pattern: "[0-9]{8,15}",
  });
  const change = (event) => {
    event.preventDefault();
    close();
    changeNumber(phone.id, number.value).then(
      () => phone.say("The number is changed"),
      (failure) => phone.say(failure.message),
    );
  };
  return element(
    "form",
    { class: "about-form", on: { submit: change } },
    number,
    element("button", { class: "sheet-send", text: "Change number" }),
  );
}

function option(phone, label, checked, onChange) {
  const id = `${phone.id}-${label.replace(/\W+/g, "-")}`;
  const change = (event) => onChange(event.target.checked).catch((failure) => phone.say(failure.message));
  return element(
    "div",
    { class: "switch" },
    element("label", { for: id, text: label }),
    element("input", { type: "checkbox", role: "switch", class: "toggle", id, checked, on: { change } }),
  );
}
