// One line for a message of any kind: for quotes, unread previews and screen readers.

const NAMES = {
  image: "📷 Photo",
  video: "🎥 Video",
  audio: "🎤 Voice message",
  sticker: "Sticker",
  document: "📄 Document",
  contacts: "👤 Contact",
  location: "📍 Location",
};

function interactiveSummary(interactive) {
  return (
    interactive.button_reply?.title ??
    interactive.list_reply?.title ??
    interactive.nfm_reply?.body ??
    interactive.body?.text ??
    interactive.header?.text ??
    "Message"
  );
}

/** A short plain text that stands for `message`. */
export function summarise(message) {
  const { type, payload = {} } = message;
  const content = payload[type] ?? {};
  if (type === "text") return content.body ?? "";
  if (type === "interactive") return interactiveSummary(content);
  if (type === "button") return content.text ?? "";
  if (type === "template") return message.template?.body ?? content.name ?? "Template";
  if (type === "reaction") return content.emoji ? `Reacted ${content.emoji}` : "Took a reaction back";
  if (type === "location" && content.name) return `📍 ${content.name}`;
  if (type === "document" && content.filename) return `📄 ${content.filename}`;
  return content.caption || NAMES[type] || "Message";
}
