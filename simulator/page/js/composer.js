// Where the owner of a phone writes: text, attachments, a voice note, an answer to one message, and first words to begin with.
import { openAttachments } from "./attachments.js";
import { element, icon, iconButton } from "./dom.js";
import { formatText } from "./format_text.js";
import { summarise } from "./summary.js";

const LINES_MAX = 110;
const SIZES_ITSELF = CSS.supports("field-sizing", "content");

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.replyingTo = null;
    this.input = element("textarea", {
      class: "composer-input",
      rows: "1",
      placeholder: "Message",
      "aria-label": `Message from ${phone.name()}`,
      autocomplete: "off",
      enterkeyhint: "send",
      dir: "auto",
    });
    this.action = element("button", { type: "submit", class: "composer-action" });
    this.reply = element("div", { class: "composer-reply", hidden: true });
    this.chips = element("div", { class: "chips", role: "group", "aria-label": "Words to begin with" });
    const attach = iconButton("attach", "Attach", () => openAttachments(phone));
    const camera = iconButton("camera", "Send a photo", () => phone.openPhotos(), "only-empty");
    const emoji = iconButton("emoji", "Stickers", () => phone.openStickers());
    this.form = element(
      "form",
      { class: "composer-row" },
      element(
        "div",
        { class: "composer-pill" },
        this.reply,
        element("div", { class: "composer-line" }, emoji, this.input, attach, camera),
      ),
      this.action,
    );
    this.node = element("div", { class: "composer" }, this.chips, this.form);
    this.#listen();
    this.#refresh();
  }

  /** Offers `suggestions` as chips that are sent with one tap; none hides them. */
  suggest(suggestions) {
    this.chips.replaceChildren(
      ...suggestions.map((text) =>
        element("button", { type: "button", class: "chip", text, on: { click: () => this.#send(text) } }),
      ),
    );
    this.chips.hidden = suggestions.length === 0;
  }

  /** Puts words into the field without sending them. */
  write(text) {
    this.input.value = text;
    this.#refresh();
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  replyTo(message) {
    this.replyingTo = message;
    this.#showReply();
    this.focus();
  }

  /** The id of the message being answered, and forgets it. */
  takeReply() {
    const id = this.replyingTo?.id;
    this.replyingTo = null;
    this.#showReply();
    return id;
  }

  #listen() {
    this.input.addEventListener("input", () => this.#refresh());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.replyingTo) this.takeReply();
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.form.requestSubmit();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.input.value.trim()) this.#send(this.input.value);
      else this.phone.sendVoiceNote();
    });
  }

  #send(text) {
    this.input.value = "";
    this.#refresh();
    this.phone.chat.toBottom();
    this.phone.send({ type: "text", text });
    this.focus();
  }

  #refresh() {
    const writing = this.input.value.trim() !== "";
    this.node.classList.toggle("writing", writing);
    if (this.action.dataset.writing !== String(writing)) {
      this.action.dataset.writing = String(writing);
      this.action.replaceChildren(icon(writing ? "send" : "mic"));
      this.action.setAttribute("aria-label", writing ? "Send" : "Send a voice note");
      this.action.title = this.action.getAttribute("aria-label");
    }
    this.#grow();
  }

  /** Browsers that cannot size a text field by its content (CSS field-sizing) get its height from here. */
  #grow() {
    if (SIZES_ITSELF || !this.input.isConnected) return;
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, LINES_MAX)}px`;
  }

  #showReply() {
    this.reply.hidden = !this.replyingTo;
    if (!this.replyingTo) return;
    const mine = this.replyingTo.direction === "from_phone";
    this.reply.replaceChildren(
      element(
        "div",
        { class: `quote ${mine ? "mine" : ""}` },
        element("span", { class: "quote-who", text: mine ? "You" : this.phone.businessName() }),
        element("span", { class: "quote-text" }, formatText(summarise(this.replyingTo))),
      ),
      iconButton("close", "Do not reply to it", () => this.takeReply()),
    );
  }
}
