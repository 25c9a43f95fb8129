// What the page knows: the phones and their messages. Screens listen for "change" (detail: the phone's id) and "phones".

export class Store extends EventTarget {
  constructor() {
    super();
    this.phones = new Map();
    this.business = { name: "Jamango", phone: "" };
    this.switches = {};
    this.activeId = null;
  }

  /** Replaces everything by what GET /sim/state answered. */
  load(state) {
    this.business = { ...this.business, ...state.business };
    this.switches = state.switches ?? {};
    const known = this.phones;
    this.phones = new Map(
      state.phones.map((phone) => [
        phone.id,
        { ...phone, messages: keyed(phone.messages), failed: known.get(phone.id)?.failed ?? [] },
      ]),
    );
    if (!this.phones.has(this.activeId)) this.activeId = state.phones[0]?.id ?? null;
    this.#tell("phones");
    for (const id of this.phones.keys()) this.#tell("change", id);
  }

  /** A phone was added or its facts changed; its messages stay unless they came along. */
  putPhone(phone) {
    const old = this.phones.get(phone.id);
    const messages = new Map([...(old?.messages ?? []), ...keyed(phone.messages ?? [])]);
    this.phones.set(phone.id, { ...old, ...phone, messages, failed: old?.failed ?? [] });
    this.#tell(old ? "change" : "phones", phone.id);
    if (!old) this.#tell("change", phone.id);
  }

  putMessage(phoneId, message) {
    const phone = this.phones.get(phoneId);
    if (!phone) return;
    if (message.direction === "to_phone") phone.typing_until = null;
    phone.messages.set(message.id, message);
    this.#tell("change", phoneId);
  }

  putStatus({ phone_id: phoneId, message_id: messageId, status, errors }) {
    const message = this.phones.get(phoneId)?.messages.get(messageId);
    if (!message) return;
    message.status = status;
    if (errors) message.errors = errors;
    this.#tell("change", phoneId);
  }

  putTyping(phoneId, until) {
    const phone = this.phones.get(phoneId);
    if (!phone) return;
    phone.typing_until = until;
    this.#tell("change", phoneId);
  }

  /** Keeps a message that never reached the simulator, to be shown as failed with a way to try again. */
  putFailed(phoneId, draft, reason) {
    this.phones.get(phoneId)?.failed.push({ draft, reason });
    this.#tell("change", phoneId);
  }

  dropFailed(phoneId, failed) {
    const phone = this.phones.get(phoneId);
    if (phone) phone.failed = phone.failed.filter((other) => other !== failed);
    this.#tell("change", phoneId);
  }

  /** How many messages came to this phone and were not looked at. */
  unreadOf(phoneId) {
    return [...(this.phones.get(phoneId)?.messages.values() ?? [])].filter(isUnread).length;
  }

  markRead(phoneId) {
    for (const message of this.phones.get(phoneId)?.messages.values() ?? [])
      if (isUnread(message)) message.status = "read";
    this.#tell("change", phoneId);
  }

  activate(phoneId) {
    if (this.activeId === phoneId) return;
    this.activeId = phoneId;
    this.#tell("active", phoneId);
  }

  /** The messages of a phone, oldest first. */
  messagesOf(phoneId) {
    return [...(this.phones.get(phoneId)?.messages.values() ?? [])].sort((one, other) => one.seq - other.seq);
  }

  #tell(type, phoneId) {
    this.dispatchEvent(new CustomEvent(type, { detail: phoneId }));
  }
}

const isUnread = ({ direction, status, type }) =>
  direction === "to_phone" && type !== "reaction" && ["sent", "delivered"].includes(status);

const keyed = (messages) => new Map((messages ?? []).map((message) => [message.id, message]));
