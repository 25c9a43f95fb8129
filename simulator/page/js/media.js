// Pictures, films, files and maps inside a bubble.
import { mediaAddress } from "./api.js";
import { element, icon, safeAddress } from "./dom.js";

/** A picture in a frame of fixed shape, so that nothing moves when it arrives; a click shows it large. */
export function picture(media, phone, alt) {
  const source = mediaAddress(media);
  const image = element("img", { src: source, alt, loading: "lazy", decoding: "async" });
  image.addEventListener("error", () =>
    image.replaceWith(element("span", { class: "media-missing" }, icon("image"), "Picture not available")),
  );
  return element(
    "button",
    {
      type: "button",
      class: "picture",
      "aria-label": `Open ${alt.toLowerCase()}`,
      on: { click: () => phone.showPicture(source, media.caption) },
    },
    image,
  );
}

/** A film with the browser's own controls. */
export function videoPlayer(media) {
  return element("video", { class: "video", src: mediaAddress(media), controls: true, preload: "metadata" });
}

/** A file with its name and kind; opens in a new tab. */
export function fileCard(media) {
  const name = media.filename || "Document";
  const kind = (name.includes(".") ? name.split(".").pop() : (media.mime_type?.split("/").pop() ?? "file"))
    .toUpperCase()
    .slice(0, 6);
  return element(
    "a",
    { class: "file-card", href: safeAddress(mediaAddress(media)), target: "_blank", rel: "noopener noreferrer" },
    element("span", { class: "file-icon" }, icon("document")),
    element(
      "span",
      { class: "file-words" },
      element("span", { class: "file-name", text: name }),
      element("span", { class: "file-kind", text: kind }),
    ),
  );
}

/** A drawn map with a pin; opens the place in a map. */
export function mapCard({ latitude, longitude, name, address }) {
  const place = `${Number(latitude)},${Number(longitude)}`;
  return element(
    "a",
    {
      class: "map-card",
      href: `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}`,
      target: "_blank",
      rel: "noopener noreferrer",
      "aria-label": `Open the map: ${name || place}`,
    },
    element("span", { class: "map-drawing" }, icon("pin")),
    name || address
      ? element(
          "span",
          { class: "map-words" },
          name ? element("strong", { text: name }) : null,
          address ? element("span", { text: address }) : null,
        )
      : null,
  );
}
