// The scrolling part of a phone: days, bubbles, reactions put on their bubbles; sticks to the bottom unless the reader scrolled up.
import { bubbleRow, failedRow } from "./bubble.js";
import { arrange, element, icon } from "./dom.js";
import { dayLabel, dayOf } from "./time.js";

const NEAR_BOTTOM = 60;

export class Chat {
  constructor(phone) {
    this.phone = phone;
    this.rows = new Map();
    this.reactions = new Map();
    this.following = true;
    this.list = element("div", {
      class: "messages",
      role: "log",
      "aria-live": "polite",
      "aria-label": `Chat of ${phone.name()}`,
    });
    this.down = element(
      "button",
      {
        type: "button",
        class: "to-bottom",
        "aria-label": "Scroll to the newest message",
        hidden: true,
        on: { click: () => this.toBottom("smooth") },
      },
      icon("down"),
      element("span", { class: "to-bottom-count" }),
    );
    this.scroller = element("div", { class: "scroller", tabindex: "0", "aria-label": "Messages" }, this.list);
    this.node = element("div", { class: "chat" }, this.scroller, this.down);
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.following && this.toBottom()).observe(this.scroller);
  }

  /** Draws the messages, oldest first, and those that failed to leave the phone. */
  show(messages, failed) {
    this.#collectReactions(messages);
    const byId = new Map(messages.map((message) => [message.id, message]));
    const nodes = [this.#notice()];
    let previous = null;
    for (const message of messages) {
      if (message.type === "reaction") continue;
      const newDay = !previous || dayOf(new Date(previous.at)) !== dayOf(new Date(message.at));
      if (newDay) nodes.push(this.#day(message));
      nodes.push(this.#row(message, byId, newDay || previous.direction !== message.direction));
      previous = message;
    }
    nodes.push(...failed.map((one) => this.#kept(one, "", () => failedRow(one, this.phone))));
    arrange(this.list, nodes);
    if (this.following) this.toBottom();
  }

  toBottom(behavior = "instant") {
    this.following = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior });
  }

  /** Scrolls to a message and lets it glow for a moment. */
  reveal(id) {
    const row = this.rows.get(id)?.node;
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.remove("glow");
    requestAnimationFrame(() => row.classList.add("glow"));
  }

  showUnread(count) {
    this.down.lastChild.textContent = count > 0 ? String(count) : "";
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.following = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
    this.down.hidden = this.following;
    if (this.following) this.phone.noticeRead();
  }

  #notice() {
    return this.#kept("notice", "", () =>
      element("p", { class: "notice" }, icon("lock"), "A pretend chat on this machine. Nothing here reaches WhatsApp."),
    );
  }

  #day(message) {
    const label = dayLabel(new Date(message.at));
    return this.#kept(`day-${message.id}`, label, () =>
      element("div", { class: "day", role: "separator" }, element("span", { text: label })),
    );
  }

  #row(message, byId, first) {
    const contextId = message.context_id ?? message.payload?.context?.message_id ?? message.payload?.context?.id;
    const original = byId.get(contextId) ?? null;
    const reactions = [...(this.reactions.get(message.id)?.values() ?? [])];
    const key = JSON.stringify([message.status, message.errors, first, Boolean(original), reactions]);
    return this.#kept(message.id, key, () => bubbleRow(message, this.phone, { first, original, reactions }));
  }

  /** The node drawn before under `id`, drawn anew only when what it shows (`key`) has changed. */
  #kept(id, key, draw) {
    const known = this.rows.get(id);
    if (known && known.key === key) return known.node;
    const node = draw();
    if (!known) node.classList.add("arriving");
    this.rows.set(id, { key, node });
    return node;
  }

  #collectReactions(messages) {
    this.reactions = new Map();
    for (const { type, payload, direction } of messages) {
      if (type !== "reaction") continue;
      const { message_id: id, emoji } = payload.reaction ?? {};
      const onMessage = this.reactions.get(id) ?? new Map();
      if (emoji) onMessage.set(direction, emoji);
      else onMessage.delete(direction);
      this.reactions.set(id, onMessage);
    }
  }
}
