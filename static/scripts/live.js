// What changes elsewhere is asked for anew: one stream for the page, open while somebody can see it.
// <meta name="live" content="/orders/live"> names it; `hx-trigger="live:order from:body"` waits for its events.
const SUBJECTS = ["order", "stock", "slot", "chat", "alert", "run"];
const address = document.querySelector('meta[name="live"]').content;
let stream = null;

function announce(event) {
  document.body.dispatchEvent(new CustomEvent(`live:${event.type}`, { detail: { id: event.data || null } }));
}

function open() {
  stream = new EventSource(address);
  for (const subject of SUBJECTS) stream.addEventListener(subject, announce);
}

function close() {
  stream?.close();
  stream = null;
}

// A browser opens six connections to one shop: a page that nobody looks at gives its own back.
function follow() {
  if (document.visibilityState === "visible") stream ?? open();
  else close();
}

document.addEventListener("visibilitychange", follow);
addEventListener("pagehide", close);
follow();
