// What the owner of one phone can do; each ends in a request to the simulator.
import * as api from "./api.js";

const PATIENCE_MS = 400;

/** The verbs of the phone `phoneId`: send, tap, fill in a form, markRead, and taking over a failed message. */
export function actionsOf(store, phoneId, say) {
  const send = async (draft) => {
    try {
      const { id } = await api.sendMessage(phoneId, draft);
      await catchUp(id);
    } catch (failure) {
      store.putFailed(phoneId, draft, failure.message);
    }
  };

  // The event stream normally brings the message first; should it be down, the message is fetched.
  const catchUp = async (id) => {
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    if (store.phones.get(phoneId)?.messages.has(id)) return;
    const last = store.messagesOf(phoneId).at(-1)?.seq ?? 0;
    const answer = await api.fetchMessages(phoneId, last);
    for (const message of answer.messages ?? answer) store.putMessage(phoneId, message);
  };

  const tap = async (messageId, buttonId) => {
    try {
      const { id } = await api.tap(phoneId, messageId, buttonId);
      await catchUp(id);
    } catch (failure) {
      say(failure.message);
    }
  };

  const fill = async (messageId, filled) => {
    try {
      const { id } = await api.fillIn(phoneId, messageId, filled);
      await catchUp(id);
    } catch (failure) {
      say(failure.message);
    }
  };

  const retry = (failed) => {
    store.dropFailed(phoneId, failed);
    return send(failed.draft);
  };

  const markRead = () => {
    if (store.unreadOf(phoneId) === 0) return;
    store.markRead(phoneId);
    api.markRead(phoneId).catch(() => {});
  };

  return { send, tap, fill, retry, markRead, say };
}
