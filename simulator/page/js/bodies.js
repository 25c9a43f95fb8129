// The inside of a bubble for each kind of message: what stands above the text, the text itself, and the buttons.
// Every function here takes a message and answers {media?, title?, text?, footer?, inside?, below?, className?}.
import { element, icon } from "./dom.js";
import { mediaAddress } from "./api.js";
import { isEmojiOnly } from "./format_text.js";
import { interactiveBody } from "./interactive.js";
import { fileCard, mapCard, picture, videoPlayer } from "./media.js";
import { templateBody } from "./template.js";
import { voiceNote } from "./voice_note.js";

function contactsBody({ payload }, phone) {
  const cards = payload.contacts.map((contact) => {
    const number = contact.phones?.[0]?.phone ?? contact.phones?.[0]?.wa_id ?? "";
    return element(
      "div",
      { class: "contact-card" },
      element("span", { class: "contact-face" }, icon("contact")),
      element(
        "span",
        {},
        element("strong", { text: contact.name?.formatted_name ?? "Contact" }),
        element("small", { text: number }),
      ),
    );
  });
  return { media: element("div", {}, cards), className: "narrow" };
}

function textBody({ payload }) {
  const text = payload.text?.body ?? "";
  return { text, className: isEmojiOnly(text) ? "big-emoji" : "" };
}

const MAKERS = {
  text: textBody,
  image: ({ payload }, phone) => ({
    media: picture(payload.image, phone, "Photo"),
    text: payload.image.caption,
    className: "with-media",
  }),
  video: ({ payload }) => ({ media: videoPlayer(payload.video), text: payload.video.caption, className: "with-media" }),
  sticker: ({ payload }) => ({
    media: element("img", { class: "sticker", src: mediaAddress(payload.sticker), alt: "Sticker" }),
    className: "bare",
  }),
  audio: (message) => ({ media: voiceNote(message) }),
  document: ({ payload }) => ({
    media: fileCard(payload.document),
    text: payload.document.caption,
    className: "with-media",
  }),
  location: ({ payload }) => ({ media: mapCard(payload.location), className: "with-media" }),
  contacts: contactsBody,
  interactive: interactiveBody,
  template: templateBody,
  button: ({ payload }) => ({ text: payload.button?.text ?? "" }),
};

/** The parts of `message`; a kind we have no drawing for says so and offers its raw form. */
export function bodyOf(message, phone) {
  try {
    const make = MAKERS[message.type];
    if (make) return make(message, phone);
  } catch (failure) {
    console.warn("A message could not be drawn", message, failure);
  }
  return {
    title: "Message",
    text: `_A message of the kind “${message.type}” is not drawn here. Its menu shows it raw._`,
  };
}
