// Interactive messages: reply buttons, lists, link buttons, requests for a place or a number, carousels, and a customer's answers to them.
import { element, icon, safeAddress } from "./dom.js";
import { openAddress, openFlow } from "./form_sheet.js";
import { formatText } from "./format_text.js";
import { openListSheet } from "./list_sheet.js";
import { fileCard, picture, videoPlayer } from "./media.js";

/** The part above an interactive message's text: {media} or {title}. */
export function headerParts(header, phone) {
  if (!header) return {};
  const kind = header.type ?? "text";
  if (kind === "text") return { title: header.text };
  const media = header[kind] ?? header;
  if (kind === "image") return { media: picture(media, phone, "Photo"), className: "with-media" };
  if (kind === "video") return { media: videoPlayer(media), className: "with-media" };
  return { media: fileCard(media), className: "with-media" };
}

/** A button of a bubble: an action when `onPress` is given, a link when `address` is. */
export function bubbleButton({ label, picture: name, onPress, address }) {
  const inside = [name ? icon(name) : null, element("span", { text: label })];
  if (!address) return element("button", { type: "button", class: "bubble-button", on: { click: onPress } }, inside);
  return element(
    "a",
    { class: "bubble-button", href: safeAddress(address), target: "_blank", rel: "noopener noreferrer" },
    inside,
  );
}

function replyButtons(action, message, phone) {
  const buttons = (action?.buttons ?? []).map(({ reply }) =>
    bubbleButton({ label: reply.title, picture: "reply", onPress: () => phone.actions.tap(message.id, reply.id) }),
  );
  return { below: buttons };
}

function carouselCard(card, message, phone) {
  const buttons = (card.action?.buttons ?? []).map((button) =>
    bubbleButton({
      label: button.quick_reply?.title ?? button.reply?.title ?? "",
      picture: "reply",
      onPress: () => phone.actions.tap(message.id, button.quick_reply?.id ?? button.reply?.id),
    }),
  );
  const link = card.action?.parameters;
  if (link?.url) buttons.push(bubbleButton({ label: link.display_text, picture: "link", address: link.url }));
  const { media } = headerParts(card.header, phone);
  return element(
    "div",
    { class: "carousel-card" },
    media,
    element("div", { class: "words" }, formatText(card.body?.text ?? "")),
    buttons,
  );
}

const nothingToOpen = (phone) => () => phone.actions.say("This opens only in WhatsApp itself.");

const KINDS = {
  button: ({ action }, message, phone) => replyButtons(action, message, phone),
  list: (interactive, message, phone) => ({
    inside: [
      bubbleButton({
        label: interactive.action.button,
        picture: "list",
        onPress: () => openListSheet(interactive, message, phone),
      }),
    ],
  }),
  cta_url: ({ action }) => ({
    inside: [bubbleButton({ label: action.parameters.display_text, picture: "link", address: action.parameters.url })],
  }),
  location_request_message: (_, message, phone) => ({
    inside: [bubbleButton({ label: "Send location", picture: "pin", onPress: () => phone.openPlaces(message.id) })],
  }),
  request_contact_info: (_, message, phone) => ({
    inside: [
      bubbleButton({ label: "Share contact info", picture: "contact", onPress: () => phone.shareContact(message.id) }),
    ],
  }),
  carousel: ({ action }, message, phone) => ({
    carousel: (action.cards ?? []).map((card) => carouselCard(card, message, phone)),
  }),
  flow: ({ action }, message, phone) => ({
    inside: [
      bubbleButton({ label: action.parameters?.flow_cta ?? "Open", onPress: () => openFlow(message, phone) }),
    ],
  }),
  catalog_message: (_, __, phone) => ({
    inside: [bubbleButton({ label: "View catalog", onPress: nothingToOpen(phone) })],
  }),
  address_message: (_, message, phone) => ({
    inside: [bubbleButton({ label: "Provide address", onPress: () => openAddress(message, phone) })],
  }),
};

/** The parts of an interactive message, sent by the shop or answered by the phone. */
export function interactiveBody(message, phone) {
  const interactive = message.payload.interactive;
  const answer = interactive.button_reply ?? interactive.list_reply;
  if (answer) return { text: answer.title, note: answer.description };
  if (interactive.nfm_reply) return { title: "Form sent", text: interactive.nfm_reply.body };
  const parts = KINDS[interactive.type]?.(interactive, message, phone) ?? {};
  const header = headerParts(interactive.header, phone);
  return {
    ...header,
    text: interactive.body?.text,
    footer: interactive.footer?.text,
    ...parts,
    className: `wide ${header.className ?? ""}`,
  };
}
