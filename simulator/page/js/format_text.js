// WhatsApp's own small markup: *bold* _italic_ ~strike~ ```mono``` `code`, "- " lists, "> " quotes, and addresses that open.
import { element, safeAddress } from "./dom.js";

// In order: ```block```, `code`, an address, a phone number, *bold* or _italic_ or ~strike~.
const INLINE =
  /```([\s\S]+?)```|`([^`\n]+)`|(https?:\/\/[^\s]+|www\.[^\s]+\.[^\s]+)|(\+\d[\d -]{8,16}\d)|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\5(?![\p{L}\p{N}])/gu;
const TAG = { "*": "strong", _: "em", "~": "s" };

function linkNode(text) {
  const trailing = text.match(/[.,;:!?)\]'"*_~]+$/)?.[0] ?? "";
  const shown = trailing ? text.slice(0, -trailing.length) : text;
  const address = safeAddress(shown.startsWith("www.") ? `https://${shown}` : shown);
  const node = address
    ? element("a", { href: address, target: "_blank", rel: "noopener noreferrer", text: shown })
    : shown;
  return [node, trailing];
}

function nodesOf(match) {
  const [, block, code, address, phone, mark, inner] = match;
  if (block !== undefined || code !== undefined) return [element("code", { text: block ?? code })];
  if (address) return linkNode(address);
  if (phone) return [element("a", { href: `tel:${phone.replace(/[ -]/g, "")}`, text: phone })];
  return [element(TAG[mark], {}, inlineNodes(inner))];
}

function inlineNodes(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(from, match.index), ...nodesOf(match));
    from = match.index + match[0].length;
  }
  nodes.push(text.slice(from));
  return nodes.filter((node) => node !== "");
}

function lineNodes(line) {
  const bullet = line.match(/^[-*] (.+)$/);
  if (bullet) return element("span", { class: "bullet" }, inlineNodes(bullet[1]));
  const quote = line.match(/^> (.+)$/);
  return quote ? element("span", { class: "block-quote" }, inlineNodes(quote[1])) : null;
}

/** The nodes of a message's text, formatted as WhatsApp shows it. */
export function formatText(text) {
  const nodes = [];
  let plain = [];
  const flush = () => {
    if (plain.length) nodes.push(...inlineNodes(plain.join("\n")));
    plain = [];
  };
  for (const line of String(text ?? "").split("\n")) {
    const block = lineNodes(line);
    if (!block) {
      plain.push(line);
      continue;
    }
    if (plain.length) plain.push("");
    flush();
    nodes.push(block);
  }
  flush();
  return nodes;
}

const EMOJI_ONLY =
  /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*\s*){1,3}$/u;

/** One to three emoji and nothing else are shown large. */
export const isEmojiOnly = (text) => EMOJI_ONLY.test(text.trim());
