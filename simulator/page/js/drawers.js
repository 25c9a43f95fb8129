// Drawers beside the phones: not modal, so one can chat on while a drawer is open; on a small screen they are sheets.
import { element, iconButton } from "./dom.js";

/** A drawer with a title around `body`; `onToggle(open)` hears when it opens and closes. */
export class Drawer {
  constructor(id, title, note, body, onToggle = () => {}) {
    this.onToggle = onToggle;
    this.body = body;
    this.node = element(
      "aside",
      { class: "drawer", id, "aria-label": title, hidden: true, tabindex: "-1" },
      element(
        "header",
        { class: "drawer-head" },
        element("div", {}, element("h2", { text: title }), element("p", { class: "small", text: note })),
        iconButton("close", `Close ${title.toLowerCase()}`, () => this.close()),
      ),
      body,
    );
    this.node.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
  }

  get isOpen() {
    return !this.node.hidden;
  }

  open() {
    this.opener = document.activeElement;
    this.node.hidden = false;
    this.onToggle(true);
    this.node.focus({ preventScroll: true });
  }

  close() {
    if (!this.isOpen) return;
    this.node.hidden = true;
    this.onToggle(false);
    this.opener?.focus?.({ preventScroll: true });
  }
}

/** Lets only one of `drawers` be open; answers a function that opens or closes one of them. */
export function onlyOne(drawers) {
  return (drawer) => {
    const wasOpen = drawer.isOpen;
    drawers.forEach((other) => other.close());
    if (!wasOpen) drawer.open();
  };
}
