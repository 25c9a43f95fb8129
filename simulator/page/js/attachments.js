// What the paperclip offers: places, photos, a voice note, stickers, a contact, and files of one's own.
import { element, icon } from "./dom.js";
import { openSheet } from "./sheet.js";
import { drawPhoto, fileAsBase64, PHOTOS, STICKERS } from "./pretend_media.js";

// The demo shop's apartments lie there, so a shared place finds its zone, or finds that it has none.
const PLACES = [
  { name: "Palm Grove", address: "Lakeside, towers A to C", latitude: 16.5012, longitude: 77.5031 },
  { name: "Gulmohar Enclave", address: "Hill Road, gates G1 to G3", latitude: 16.5236, longitude: 77.5142 },
  { name: "A village far away", address: "Nobody delivers here", latitude: 17.1355, longitude: 78.0315 },
];

const choice = (name, label, note, onPress) =>
  element(
    "button",
    { type: "button", class: "sheet-choice", on: { click: onPress } },
    element("span", { class: "choice-icon" }, icon(name)),
    element("span", {}, element("strong", { text: label }), note ? element("small", { text: note }) : null),
  );

/** The attach menu of `phone`. */
export function openAttachments(phone) {
  const tile = (name, label, tint, open) =>
    element(
      "button",
      { type: "button", class: `attach-tile ${tint}`, on: { click: () => (close(), open()) } },
      element("span", {}, icon(name)),
      label,
    );
  const close = openSheet(phone, "Send", [
    element(
      "div",
      { class: "attach-tiles" },
      tile("image", "Photo", "blue", () => openPhotos(phone)),
      tile("pin", "Location", "green", () => openPlaces(phone)),
      tile("contact", "Contact", "sky", () => shareContact(phone)),
      tile("mic", "Voice note", "orange", () => phone.sendVoiceNote()),
      tile("sticker", "Sticker", "teal", () => openStickers(phone)),
      tile("document", "Document", "violet", () => pickFile(phone, "document", "")),
    ),
  ]);
}

/** A choice of places to send, as an answer to the message `replyTo` if given. */
export function openPlaces(phone, replyTo) {
  const send = (place) => () => (close(), phone.send({ type: "location", ...place }, replyTo));
  const here = { latitude: PLACES[0].latitude, longitude: PLACES[0].longitude };
  const close = openSheet(
    phone,
    "Send location",
    [
      element("div", { class: "map-drawing large", "aria-hidden": "true" }, icon("pin")),
      choice("pin", "Send your current location", "Accurate to 14 metres", send(here)),
      ...PLACES.map((place) => choice("pin", place.name, place.address, send(place))),
    ],
    { className: "tall" },
  );
}

/** Drawn photos to send, or one's own. */
export function openPhotos(phone) {
  const tiles = PHOTOS.map((photo) => {
    const canvas = drawPhoto(photo);
    const send = () => {
      close();
      phone.send({ type: "image", mime_type: "image/jpeg", data: canvas.toDataURL("image/jpeg", 0.85).split(",")[1] });
    };
    return element(
      "button",
      { type: "button", class: "photo-tile", on: { click: send } },
      canvas,
      element("span", { text: photo.name }),
    );
  });
  const close = openSheet(phone, "Send a photo", [
    element("div", { class: "photo-tiles" }, tiles),
    choice(
      "image",
      "From this device",
      "JPEG or PNG",
      () => (close(), pickFile(phone, "image", "image/jpeg,image/png")),
    ),
  ]);
}

export function openStickers(phone) {
  const tiles = STICKERS.map((emoji) => {
    const send = () => {
      close();
      phone.send({
        type: "sticker",
        mime_type: "image/webp",
        data: drawPhoto({ emoji, clear: true }).toDataURL("image/webp", 0.8).split(",")[1],
      });
    };
    return element("button", {
      type: "button",
      class: "sticker-tile",
      "aria-label": `Sticker ${emoji}`,
      text: emoji,
      on: { click: send },
    });
  });
  const close = openSheet(phone, "Stickers", [element("div", { class: "sticker-tiles" }, tiles)]);
}

/** Asks before sharing a number (the phone's own, or one typed if it has none), as an answer to `replyTo` if given. */
export function shareContact(phone, replyTo) {
  const own = phone.facts().phone;
  const number = element("input", {
    inputmode: "tel",
    class: "sheet-input",
    placeholder: "910000000199",
    "aria-label": "Phone number to share",
  });
  const share = () => {
    close();
    phone.send({ type: "contacts", ...(own ? {} : { phone: number.value.trim() }) }, replyTo);
  };
  const close = openSheet(phone, "Share your contact?", [
    element("p", {
      class: "sheet-words",
      text: `${phone.businessName()} will receive your name and your phone number.`,
    }),
    own ? "" : number,
    element("button", { type: "button", class: "sheet-send", on: { click: share } }, "Share"),
  ]);
}

function pickFile(phone, type, accept) {
  const input = element("input", { type: "file", accept });
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    const data = await fileAsBase64(file);
    phone.send({
      type,
      mime_type: file.type || "application/octet-stream",
      filename: type === "document" ? file.name : undefined,
      data,
    });
  });
  input.click();
}
