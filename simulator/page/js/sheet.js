// A bottom sheet inside one phone: everything behind it rests, Escape or a tap beside it closes it, focus comes back.
import { element, iconButton } from "./dom.js";

let sheets = 0;

/** Opens a sheet with a title over the screen of `phone`; `content` are nodes. Answers a function that closes it. */
export function openSheet(phone, title, content, { className = "", onClose } = {}) {
  const opener = document.activeElement;
  const others = [...phone.screen.children];
  const heading = `sheet-${++sheets}`;
  const close = () => {
    if (!layer.isConnected) return;
    layer.remove();
    others.forEach((node) => (node.inert = false));
    opener?.focus?.({ preventScroll: true });
    onClose?.();
  };
  const card = element(
    "div",
    { class: `sheet ${className}`, role: "dialog", "aria-modal": "true", "aria-labelledby": heading, tabindex: "-1" },
    element(
      "header",
      { class: "sheet-head" },
      iconButton("close", "Close", close),
      element("h2", { id: heading, text: title }),
    ),
    content,
  );
  const layer = element(
    "div",
    { class: "sheet-layer", on: { click: (event) => event.target === layer && close() } },
    card,
  );
  layer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });
  others.forEach((node) => (node.inert = true));
  phone.screen.append(layer);
  card.focus({ preventScroll: true });
  return close;
}
