// What a long press or the little arrow of a bubble offers: reactions, reply, copy, and the message as it went over the wire.
import { element, icon } from "./dom.js";
import { openSheet } from "./sheet.js";
import { summarise } from "./summary.js";

const QUICK = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

/** Opens the menu of `message` near `anchor`, inside the phone's screen. */
export function openMessageMenu(message, phone, anchor) {
  const opener = document.activeElement;
  const close = () => {
    layer.remove();
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  };
  const run = (action) => () => (close(), action());
  const react = (emoji) => run(() => phone.actions.send({ type: "reaction", message_id: message.id, emoji }));
  const mine = phone.myReaction(message.id);
  const faces = QUICK.map((emoji) =>
    element("button", {
      type: "button",
      role: "menuitem",
      class: emoji === mine ? "chosen" : "",
      "aria-label": emoji === mine ? `Take back ${emoji}` : `React ${emoji}`,
      text: emoji,
      on: { click: react(emoji === mine ? "" : emoji) },
    }),
  );
  const entry = (name, label, action) =>
    element(
      "button",
      { type: "button", role: "menuitem", class: "menu-entry", on: { click: run(action) } },
      icon(name),
      label,
    );
  const menu = element(
    "div",
    { class: "message-menu", role: "menu", "aria-label": "Message" },
    element("div", { class: "faces", role: "none" }, faces),
    entry("reply", "Reply", () => phone.replyTo(message)),
    entry("copy", "Copy text", () => copy(summarise(message), phone)),
    entry("code", "Show as sent", () => showRaw(message, phone)),
  );
  const layer = element(
    "div",
    {
      class: "menu-layer",
      on: { click: (event) => event.target === layer && close(), keydown: (event) => steer(event, menu, close) },
    },
    menu,
  );
  phone.screen.append(layer);
  place(menu, layer, anchor);
  menu.querySelector(".menu-entry").focus({ preventScroll: true });
}

function steer(event, menu, close) {
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    return close();
  }
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const entries = [...menu.querySelectorAll("button")];
  entries[(entries.indexOf(document.activeElement) + step + entries.length) % entries.length].focus();
}

function place(menu, layer, anchor) {
  const frame = layer.getBoundingClientRect();
  const target = anchor.getBoundingClientRect();
  const keep = (wanted, room) => Math.max(8, Math.min(wanted, room - 8));
  menu.style.left = `${keep(target.left - frame.left, frame.width - menu.offsetWidth)}px`;
  menu.style.top = `${keep(target.top - frame.top + Math.min(target.height, 40), frame.height - menu.offsetHeight)}px`;
}

async function copy(text, phone) {
  try {
    await navigator.clipboard.writeText(text);
    phone.actions.say("Message copied");
  } catch {
    phone.actions.say("This browser does not let the page copy");
  }
}

function showRaw(message, phone) {
  const { payload, ...facts } = message;
  openSheet(
    phone,
    "Message as sent",
    [
      element("pre", { class: "raw", tabindex: "0", text: JSON.stringify(payload, null, 2) }),
      element("p", { class: "raw-facts", text: `${facts.id} · ${facts.status}${facts.billable ? " · billable" : ""}` }),
    ],
    { className: "tall" },
  );
}
