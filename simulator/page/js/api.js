// The page's only way to the simulator: its control API under sim/.

/** A request the simulator refused or that never arrived; `status` is 0 when there was no answer. */
export class RequestFailed extends Error {
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

async function explain(response) {
  const body = await response.json().catch(() => null);
  const detail = body?.error ?? body?.detail;
  return typeof detail === "string" ? detail : `The simulator answered ${response.status}.`;
}

async function request(method, path, body) {
  let response;
  try {
    response = await fetch(`sim/${path}`, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new RequestFailed("The simulator cannot be reached.");
  }
  if (!response.ok) throw new RequestFailed(await explain(response), response.status);
  return response.json();
}

const phonePath = (phoneId, verb) => `phones/${encodeURIComponent(phoneId)}/${verb}`;

export const fetchState = () => request("GET", "state");
export const fetchBooks = () => request("GET", "books");
export const fetchMessages = (phoneId, after) => request("GET", phonePath(phoneId, `messages?after=${after}`));
export const sendMessage = (phoneId, message) => request("POST", phonePath(phoneId, "send"), message);
export const tap = (phoneId, messageId, id) =>
  request("POST", phonePath(phoneId, "tap"), { message_id: messageId, id });
export const fetchForm = (phoneId, messageId) =>
  request("GET", phonePath(phoneId, `forms/${encodeURIComponent(messageId)}`));
export const fillIn = (phoneId, messageId, filled) =>
  request("POST", phonePath(phoneId, "fill"), { message_id: messageId, ...filled });
export const markRead = (phoneId) => request("POST", phonePath(phoneId, "read"), {});
export const changeNumber = (phoneId, phone) => request("POST", phonePath(phoneId, "change-number"), { phone });
export const changePhone = (phoneId, facts) => request("PATCH", `phones/${encodeURIComponent(phoneId)}`, facts);
export const stopMarketing = (phoneId, stopped) => request("POST", phonePath(phoneId, "marketing"), { stopped });
export const addPhone = (phone) => request("POST", "phones", phone);
export const changeSwitches = (switches) => request("PUT", "switches", switches);
export const moveClock = (move) => request("POST", "clock", move);
export const payLink = (linkId, payment) => request("POST", `links/${encodeURIComponent(linkId)}/pay`, payment);
export const verifyWebhook = () => request("POST", "verify-webhook", {});
export const resetWorld = () => request("POST", "reset", {});

/** Where the bytes of a picture, voice note or document are: uploaded ones by id, others by their own link. */
export function mediaAddress(media) {
  if (media?.id) return `sim/media/${encodeURIComponent(media.id)}`;
  return media?.link ?? media?.url ?? null;
}
