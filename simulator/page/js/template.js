// Template messages, drawn from what the simulator rendered: {header, body, footer, buttons}.
import { bubbleButton, headerParts } from "./interactive.js";

const labelOf = (button) => button.text ?? button.display_text ?? button.title ?? "Open";

function quickReply(button, message, phone) {
  const id = button.id ?? button.payload ?? labelOf(button);
  return bubbleButton({ label: labelOf(button), picture: "reply", onPress: () => phone.actions.tap(message.id, id) });
}

async function copyCode(code, phone) {
  await navigator.clipboard?.writeText(code).catch(() => {});
  phone.actions.say("Code copied");
}

const MAKERS = {
  quick_reply: quickReply,
  url: (button) => bubbleButton({ label: labelOf(button), picture: "link", address: button.url }),
  phone_number: (button) =>
    bubbleButton({ label: labelOf(button), picture: "call", address: `tel:${button.phone_number}` }),
  copy_code: (button, _, phone) =>
    bubbleButton({
      label: button.text ?? "Copy offer code",
      picture: "copy",
      onPress: () => copyCode(button.code ?? button.example ?? "", phone),
    }),
  otp: (button, _, phone) =>
    bubbleButton({
      label: button.text ?? "Copy code",
      picture: "copy",
      onPress: () => copyCode(button.code ?? "", phone),
    }),
  request_contact_info: (_, message, phone) =>
    bubbleButton({ label: "Share contact info", picture: "contact", onPress: () => phone.shareContact(message.id) }),
};

/** The parts of a template message. */
export function templateBody(message, phone) {
  const rendered = message.template ?? {};
  const header = typeof rendered.header === "string" ? { type: "text", text: rendered.header } : rendered.header;
  const { className = "", ...above } = headerParts(normalise(header), phone);
  const inside = (rendered.buttons ?? []).map((button) => {
    const make = MAKERS[String(button.type ?? button.sub_type ?? "quick_reply").toLowerCase()] ?? quickReply;
    return make(button, message, phone);
  });
  return {
    ...above,
    text: rendered.body ?? `_Template ${message.payload.template?.name ?? ""}_`,
    footer: rendered.footer,
    inside,
    className: `wide ${className}`,
  };
}

function normalise(header) {
  if (!header) return null;
  const type = String(header.type ?? header.format ?? "text").toLowerCase();
  return { ...header, type };
}
