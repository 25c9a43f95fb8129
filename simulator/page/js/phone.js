// One phone: its label, frame, WhatsApp header, chat and composer, kept in step with the store.
import { actionsOf } from "./actions.js";
import { openPhotos, openPlaces, openStickers, shareContact } from "./attachments.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { element } from "./dom.js";
import { phoneHead, phoneLabel, statusBar } from "./phone_head.js";
import { openSheet } from "./sheet.js";
import { shopNow } from "./time.js";

const FIRST_WORDS = { customer: ["hi", "नमस्ते"], regular: ["hi", "my orders"], rider: ["hi"], founder: ["hi"] };

export class Phone {
  constructor(store, phoneId) {
    this.store = store;
    this.id = phoneId;
    this.actions = actionsOf(store, phoneId, (words) => this.say(words));
    this.chat = new Chat(this);
    this.composer = new Composer(this);
    this.head = phoneHead(this);
    this.label = phoneLabel(this);
    this.hint = element("div", { class: "hint", hidden: true });
    this.toast = element("div", { class: "toast", role: "status" });
    this.statusBar = statusBar();
    this.screen = element(
      "div",
      { class: "screen" },
      this.statusBar.node,
      this.head.node,
      element("div", { class: "wallpaper" }, this.chat.node, this.hint, this.composer.node),
      this.toast,
    );
    this.node = element(
      "section",
      { class: "phone", id: `phone-${phoneId}`, "aria-label": this.name(), dataset: { phone: phoneId } },
      this.label.node,
      element("div", { class: "frame" }, this.screen),
    );
    this.node.addEventListener("pointerdown", () => this.#hold());
    this.node.addEventListener("focusin", () => this.#hold());
    this.refresh();
  }

  facts() {
    return (
      this.store.phones.get(this.id) ?? { id: this.id, name: "", role: "customer", messages: new Map(), failed: [] }
    );
  }

  name() {
    return this.facts().name;
  }

  businessName() {
    return this.store.business.name;
  }

  /** Draws what the store now says about this phone. */
  refresh() {
    const facts = this.facts();
    const messages = this.store.messagesOf(this.id);
    this.chat.show(messages, facts.failed);
    this.#begin(messages.length === 0 && facts.failed.length === 0, facts.role);
    this.noticeRead();
    this.chat.showUnread(this.store.unreadOf(this.id));
    this.tick();
  }

  /** What changes with the clock alone: the time shown, "typing…", the reply window. */
  tick() {
    this.head.show(this.#typing());
    this.label.show(this.facts(), this.store.unreadOf(this.id));
    this.statusBar.show(shopNow());
  }

  /** Marks everything read if somebody is looking: this phone is in hand and shows its newest message. */
  noticeRead() {
    if (this.store.activeId === this.id && document.visibilityState === "visible" && this.chat.following)
      this.actions.markRead();
  }

  send(draft, replyTo) {
    const answered = replyTo ?? this.composer.takeReply();
    return this.actions.send(answered && draft.type !== "reaction" ? { ...draft, reply_to: answered } : draft);
  }

  sendVoiceNote() {
    this.chat.toBottom();
    return this.send({ type: "audio", voice: true });
  }

  replyTo(message) {
    this.composer.replyTo(message);
  }

  myReaction(messageId) {
    return this.chat.reactions.get(messageId)?.get("from_phone") ?? "";
  }

  showMessage(messageId) {
    this.chat.reveal(messageId);
  }

  openPlaces(replyTo) {
    openPlaces(this, replyTo);
  }

  openPhotos() {
    openPhotos(this);
  }

  openStickers() {
    openStickers(this);
  }

  shareContact(replyTo) {
    shareContact(this, replyTo);
  }

  showPicture(source, caption) {
    openSheet(
      this,
      "Photo",
      [
        element("img", { class: "picture-large", src: source, alt: caption || "Photo" }),
        caption ? element("p", { class: "sheet-words", text: caption }) : "",
      ],
      { className: "full" },
    );
  }

  /** A short note at the foot of the screen, gone after a moment. */
  say(words) {
    this.toast.textContent = words;
    this.toast.classList.add("shown");
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => this.toast.classList.remove("shown"), 3500);
  }

  #typing() {
    const until = this.facts().typing_until;
    return Boolean(until) && Date.parse(until) > shopNow().getTime();
  }

  #begin(empty, role) {
    this.hint.hidden = !empty;
    this.composer.suggest(empty ? (FIRST_WORDS[role] ?? FIRST_WORDS.customer) : []);
    if (!empty || this.hint.firstChild) return;
    const newcomer = role === "customer";
    this.hint.append(
      element("img", { src: "page/mango.svg", alt: "" }),
      element("strong", { text: newcomer ? "Say “hi” to order mangoes" : "Say “hi” to begin" }),
      newcomer ? element("span", { text: "Tap hi below, or type it." }) : "",
    );
  }

  #hold() {
    this.store.activate(this.id);
    this.noticeRead();
  }
}
