// A rider's page in a bad net: what he reports is kept on the phone, shown as done, and sent when the shop can be reached.
import { Away, Queue, ask, oneByOne, recordOf, sendForm } from "./queue.js";
import { keepLooking, keepPage, showQueue } from "./connection.js";

const bar = document.getElementById("sync");
const here = location.pathname;
const DONE = new Set(["deliver", "fail", "undo"]); // what says whether a stop is done, the last of it
let queue;
let look = () => {};
let isConnected = true;

const run = () => document.getElementById("run");

// The page anew, unless something on it is being typed: what waits is put over it again.
async function refresh() {
  const answer = await ask(here, { headers: { "X-Refresh": "1" } });
  if (answer.status === 404) {
    if (run()) location.reload();
    return;
  }
  if (!answer.ok) throw new Away();
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("run");
  if (!fresh) throw new Away();
  run().replaceWith(fresh);
  await show();
}

async function send(record) {
  const token = document.querySelector("input[name=_token]")?.value ?? record.token;
  try {
    return await sendForm(record, token);
  } catch (error) {
    if (error.status !== 403 || !run()) throw error;
    await refresh(); // this phone's cookie is another one: the page of now has a form that fits
    return sendForm(record, document.querySelector("input[name=_token]").value);
  }
}

async function lookOnce() {
  const ended = (await queue.waiting()).find((record) => record.kind === "end");
  const answered = await queue.flush(oneByOne(send));
  if (ended && answered && !(await queue.all()).length) location.assign(`/r/over?language=${document.documentElement.lang}`);
  else if (run()) await (answered ? refresh() : lookForNews());
}

async function lookForNews() {
  const answer = await ask(`${here}/mark`, { headers: { Accept: "application/json" } });
  const { mark } = await answer.json();
  if (answer.status === 404) location.reload();
  else if (mark !== run().dataset.mark && !isTyping()) await refresh();
}

function isTyping() {
  return document.activeElement?.matches("input:not([type=radio]), textarea") ?? false;
}

// What waits lies over the page as if it were done: the next stop is open, and nothing can be reported twice.
async function show() {
  const waiting = (await queue.waiting()).filter((record) => record.path === here);
  const left = [...document.querySelectorAll("[data-stop]")];
  for (const stop of left) lay(stop, waiting.filter((record) => record.stop === stop.dataset.stop));
  for (const { stop } of waiting.filter((record) => record.kind === "skip")) {
    const skipped = document.getElementById(`stop-${stop}`);
    skipped?.parentElement.append(skipped);
  }
  const ends = waiting.some((record) => record.kind === "end");
  for (const form of document.querySelectorAll("[data-of-run]")) form.hidden = ends || (left.length > 0 && waiting.length > 0);
  const open = [...document.querySelectorAll("[data-stop]:not([data-waits]) > details")];
  if (open.length && !open.some((details) => details.open)) open[0].open = true;
  await showQueue(bar, queue, isConnected);
}

function lay(stop, waiting) {
  const isDone = ["deliver", "fail"].includes(waiting.findLast(({ kind }) => DONE.has(kind))?.kind);
  if (isDone !== stop.hasAttribute("data-waits")) stop.querySelector("details").open = !isDone;
  stop.toggleAttribute("data-waits", isDone);
  const note = stop.querySelector("[data-waiting]");
  note.hidden = waiting.length === 0;
  note.querySelector("form").hidden = !isDone;
  stop.querySelector("[data-acts]").hidden = isDone;
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-queued]");
  if (!form || !queue) return;
  event.preventDefault();
  delete form.dataset.sent;
  if (form.inert || !form.reportValidity()) return;
  form.inert = true;
  const [token, kind, stop] = ["_token", "event", "stop"].map((name) => form.elements[name]?.value);
  await queue.keep({ ...recordOf(form, event.submitter), token, kind, stop, about: form.dataset.about });
  form.inert = false;
  await show();
  look();
});

// How much goes back to who hands over more, or is missing: said at once, also without the shop.
const rupees = (paise) => (paise / 100).toLocaleString("en-IN", { style: "currency", currency: "INR", minimumFractionDigits: paise % 100 ? 2 : 0 });

// १२ as 12, as the shop reads it too.
const plainDigits = (typed) => typed.replace(/[०-९]/g, (digit) => digit.charCodeAt(0) - 0x966);

document.addEventListener("input", (event) => {
  const form = event.target.closest("[data-handed]");
  if (!form) return;
  const handed = Math.round(Number(plainDigits(event.target.value).replace(/[₹,\s]/g, "")) * 100);
  const { due, back, rest, unclear } = form.dataset;
  const card = form.closest("[data-sums]");
  const [said, link] = [card.querySelector("[data-answer]"), card.querySelector("[data-link]")];
  const missing = Number(due) - handed;
  const isUnclear = event.target.value.trim() !== "" && !(handed > 0);
  event.target.toggleAttribute("aria-invalid", isUnclear);
  said.hidden = !isUnclear && (!(handed > 0) || missing === 0);
  link.hidden = !(handed > 0) || missing <= 0;
  if (!said.hidden) said.textContent = isUnclear ? unclear : (missing < 0 ? back : rest).replace("{sum}", rupees(Math.abs(missing)));
  if (!link.hidden) link.querySelector("input[name=sum]").value = missing / 100;
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-handed]") && queue) event.preventDefault();
});

try {
  queue = await Queue.open("run");
  queue.onChange(show);
  await show();
  look = keepLooking(lookOnce, (connected) => {
    isConnected = connected;
    show();
  });
  if (run()) keepPage("/r/worker.js", "/r/", refresh);
} catch {
  queue = undefined; // no database in this browser: the forms go the usual way
}
