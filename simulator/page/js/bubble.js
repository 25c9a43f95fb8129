// One message as a bubble: quote, content, time and ticks, buttons, reactions.
import { bodyOf } from "./bodies.js";
import { element, icon, iconButton } from "./dom.js";
import { formatText } from "./format_text.js";
import { openMessageMenu } from "./message_menu.js";
import { summarise } from "./summary.js";
import { timeOfDay } from "./time.js";

const TICKS = {
  sent: ["tick", "Sent"],
  delivered: ["ticks", "Delivered"],
  read: ["ticks", "Read"],
  played: ["ticks", "Played"],
  failed: ["alert", "Not delivered"],
  pending: ["clock", "Waiting"],
  accepted: ["clock", "Waiting"],
};

function ticks(message) {
  if (message.direction !== "from_phone") return null;
  const [name, label] = TICKS[message.status] ?? TICKS.sent;
  return element("span", { class: `ticks ${message.status}`, role: "img", "aria-label": label }, icon(name));
}

const meta = (message) =>
  element(
    "span",
    { class: "meta" },
    element("time", { datetime: message.at, text: timeOfDay(new Date(message.at)) }),
    ticks(message),
  );

function quote(original, phone) {
  const mine = original.direction === "from_phone";
  const show = () => phone.showMessage(original.id);
  const text = element("span", { class: "quote-text" }, formatText(summarise(original)));
  // The whole quote is a button, in which nothing else can be pressed.
  for (const link of text.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  return element(
    "button",
    { type: "button", class: `quote ${mine ? "mine" : ""}`, on: { click: show } },
    element("span", { class: "quote-who", text: mine ? "You" : phone.businessName() }),
    text,
  );
}

function words(parts, message) {
  const small = [parts.note ? "note" : null, parts.footer ? "footer" : null].filter(Boolean);
  const lines = [
    parts.text ? element("span", { class: "text", dir: "auto" }, formatText(parts.text)) : null,
    ...small.map((name) => element("span", { class: name, text: parts[name] })),
  ].filter(Boolean);
  // An unseen copy of the time ends the last line, so that words never run under the real one.
  const space = element("span", { class: "meta-space", "aria-hidden": "true" }, meta(message));
  (small.length ? lines.at(-1) : { append: (node) => lines.push(node) }).append(space);
  const empty = !parts.text && small.length === 0;
  return element(
    "div",
    { class: empty ? "words only-meta" : "words" },
    parts.title ? element("div", { class: "title", text: parts.title }) : null,
    lines,
    meta(message),
  );
}

function holdToOpen(node, open) {
  let timer;
  const cancel = () => clearTimeout(timer);
  node.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse") return;
    timer = setTimeout(open, 450);
  });
  for (const type of ["pointerup", "pointercancel", "pointermove"]) node.addEventListener(type, cancel);
  node.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, img")) return;
    event.preventDefault();
    open();
  });
}

function reactionPill(reactions, phone, message) {
  if (!reactions.length) return null;
  return element(
    "button",
    {
      type: "button",
      class: "reactions",
      "aria-label": `Reactions: ${reactions.join(" ")}`,
      on: { click: () => openMessageMenu(message, phone, pillAnchor()) },
    },
    [...new Set(reactions)].join(""),
  );
}
const pillAnchor = () => document.activeElement;

/** The row of `message` in the chat of `phone`; `original` is the quoted message, `first` begins a group and has the tail. */
export function bubbleRow(message, phone, { first, original, reactions }) {
  const parts = bodyOf(message, phone);
  const side = message.direction === "from_phone" ? "out" : "in";
  const opener = iconButton("down", "Message menu", () => openMessageMenu(message, phone, bubble), "bubble-menu");
  const bubble = element(
    "div",
    { class: `bubble ${parts.className ?? ""}` },
    original ? quote(original, phone) : null,
    parts.media,
    words(parts, message),
    parts.inside?.length ? element("div", { class: "inside-buttons" }, parts.inside) : null,
    opener,
  );
  holdToOpen(bubble, () => openMessageMenu(message, phone, bubble));
  const block = element(
    "div",
    { class: "block" },
    bubble,
    parts.below?.length ? element("div", { class: "below-buttons" }, parts.below) : null,
    reactionPill(reactions, phone, message),
  );
  const className = `row ${side} ${first ? "first" : ""} ${reactions.length ? "reacted" : ""} ${message.status === "failed" ? "failed" : ""}`;
  return element(
    "div",
    { class: className, dataset: { id: message.id } },
    block,
    parts.carousel ? element("div", { class: "carousel" }, parts.carousel) : null,
    failureNote(message),
  );
}

function failureNote(message) {
  if (message.status !== "failed") return null;
  const error = message.errors?.[0];
  const why = error ? ` ${error.code}: ${error.title ?? error.message ?? ""}` : "";
  const text = message.direction === "to_phone" ? `This never reached the phone.${why}` : `Not delivered.${why}`;
  return element("div", { class: "failure", text });
}

/** A message that did not reach the simulator: shown with its reason and a way to try again. */
export function failedRow(failed, phone) {
  const text = failed.draft.text ?? `${failed.draft.type} not sent`;
  const mark = () => element("span", { class: "ticks failed", role: "img", "aria-label": "Not sent" }, icon("alert"));
  const space = element("span", { class: "meta-space", "aria-hidden": "true" }, mark());
  const lines = [element("span", { class: "text", text }), space, element("span", { class: "meta" }, mark())];
  const bubble = element("div", { class: "bubble" }, element("div", { class: "words" }, lines));
  const retry = () => phone.actions.retry(failed);
  const again = element("button", { type: "button", class: "text-button", text: "Try again", on: { click: retry } });
  return element(
    "div",
    { class: "row out first failed" },
    element("div", { class: "block" }, bubble),
    element("div", { class: "failure" }, `${failed.reason} `, again),
  );
}
