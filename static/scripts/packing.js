// Ticks in a bad net: each is kept on this phone until the shop has it, and sent again by itself. The server takes a tick
// any number of times.
const KEPT = "jamango-ticks";
const PAUSES = [1, 2, 4, 8, 15, 30]; // seconds
const offline = document.querySelector("[data-offline]");
let isSending = false;
let tries = 0;

function kept() {
  return JSON.parse(localStorage.getItem(KEPT) ?? "{}");
}

function keep(ticks) {
  localStorage.setItem(KEPT, JSON.stringify(ticks));
  show();
}

function show() {
  const ticks = kept();
  for (const card of document.querySelectorAll("[data-tick]")) {
    const form = card.querySelector("form");
    if (!form) continue;
    const waits = new URL(form.action).pathname in ticks;
    card.classList.toggle("pack-done", waits || !card.querySelector("button[value=pack]"));
    card.querySelector("[data-waits]").hidden = !waits;
    form.hidden = waits;
  }
}

// What the shop made of it: a redirect is done; anything else is said by the page itself when it is loaded again.
async function send(path, body) {
  const answer = await fetch(path, { method: "POST", body: new URLSearchParams(body), redirect: "manual" });
  if (answer.status >= 500) throw new Error("later");
  const ticks = kept();
  delete ticks[path];
  keep(ticks);
}

async function sendAll() {
  if (isSending) return;
  isSending = true;
  const waiting = Object.entries(kept());
  try {
    for (const [path, body] of waiting) await send(path, body);
    tries = 0;
    offline.hidden = true;
    if (waiting.length) document.body.dispatchEvent(new CustomEvent("live:order"));
  } catch {
    offline.hidden = false;
    setTimeout(sendAll, PAUSES[Math.min(tries++, PAUSES.length - 1)] * 1000);
  } finally {
    isSending = false;
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("[data-tick]")) return;
  event.preventDefault();
  delete form.dataset.sent;
  const body = [...new FormData(form, event.submitter)];
  keep({ ...kept(), [new URL(form.action).pathname]: body });
  sendAll();
});

document.body.addEventListener("htmx:afterSwap", show);
addEventListener("online", sendAll);
show();
sendAll();
