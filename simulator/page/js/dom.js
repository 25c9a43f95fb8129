// Small hands for building the page. Every text becomes a text node, so nothing a shop or a customer writes can turn into HTML.

/**
 * Builds an element: `properties` holds attributes; `class`, `text`, `on` (listeners by event) and `dataset` are understood;
 * a value of false, null or undefined leaves the attribute out.
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "class") node.className = value;
    else if (name === "text") node.textContent = value;
    else if (name === "on") for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    else if (name === "dataset") Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Writes `text` into `node` only if it says something else, so that screen readers and selections are left alone. */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

const SVG = "http://www.w3.org/2000/svg";

/** One drawing of icons.svg, coloured by the text around it. */
export function icon(name, className = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon ${className}`.trim());
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `page/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** A button that shows only an icon; `label` is what a screen reader says and a mouse is told. */
export function iconButton(name, label, onClick, className = "") {
  return element(
    "button",
    {
      type: "button",
      class: `icon-button ${className}`.trim(),
      "aria-label": label,
      title: label,
      on: { click: onClick },
    },
    icon(name),
  );
}

/** Lets `children` become exactly the children of `parent`, touching only what differs, so scrolling and focus stay. */
export function arrange(parent, children) {
  let place = parent.firstChild;
  const wanted = new Set(children);
  for (const child of children) {
    while (place && !wanted.has(place)) {
      const stale = place;
      place = place.nextSibling;
      stale.remove();
    }
    if (place === child) place = place.nextSibling;
    else parent.insertBefore(child, place);
  }
  while (place) {
    const stale = place;
    place = place.nextSibling;
    stale.remove();
  }
}

/** An address that is safe to put in a link, or null: only http, https, tel and mailto open. */
export function safeAddress(address) {
  try {
    const url = new URL(String(address), location.href);
    return ["http:", "https:", "tel:", "mailto:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
