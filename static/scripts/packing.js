// Ticks in a bad net: each is kept on this phone until the shop has it, and sent again by itself.
import { Queue, oneByOne, recordOf, sendForm } from "./queue.js";
import { keepLooking, showQueue } from "./connection.js";

const bar = document.getElementById("sync");
let queue;
let look = () => {};
let isConnected = true;

async function show() {
  const waiting = new Set((await queue.waiting()).map((record) => record.path));
  for (const card of document.querySelectorAll("[data-tick]")) {
    const form = card.querySelector("form");
    if (!form) continue;
    const waits = waiting.has(new URL(form.action).pathname);
    card.classList.toggle("pack-done", waits || !card.querySelector("button[value=pack]"));
    card.querySelector("[data-waits]").hidden = !waits;
    form.hidden = waits;
  }
  await showQueue(bar, queue, isConnected);
}

async function send(record) {
  try {
    return await sendForm(record, document.querySelector("input[name=_token]").value);
  } catch (error) {
    if (error.leadsElsewhere) location.reload(); // to the sign-in; what waits is sent after that
    throw error;
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!queue || !form.closest("[data-tick]")) return;
  event.preventDefault();
  delete form.dataset.sent;
  if (form.inert) return;
  form.inert = true;
  await queue.keep({ ...recordOf(form, event.submitter), about: form.closest("[data-tick]").dataset.tick });
  form.inert = false;
  look();
});

try {
  queue = await Queue.open("packing");
  queue.onChange(show);
  document.body.addEventListener("htmx:afterSwap", show);
  look = keepLooking(
    async () => {
      if (await queue.flush(oneByOne(send))) document.body.dispatchEvent(new CustomEvent("live:order"));
    },
    (connected) => {
      isConnected = connected;
      show();
    },
  );
} catch {
  queue = undefined; // no database in this browser: each tick goes the usual way
}
