// The till in a bad net. It is drawn from what the shop said last; a sale becomes one record when it is paid, is kept here
// before anything is sent, and leaves only when the shop names its id. Pages of the till without tiles have the bar alone.
import { Away, Queue, ask } from "./queue.js";
import { keepLooking, keepPage, showQueue } from "./connection.js";
import { changed, saleOf } from "./till-sale.js";
import { drawTill } from "./till-views.js";

const MOST_AT_ONCE = 50;
const PATIENCE = 4_000; // milliseconds that somebody at the counter waits for the shop's word
const MOST_SALES = 50; // of those made here, to be looked at and taken back
const STILL = new Set(["tiles", "sales"]); // views that change by themselves
const bar = document.getElementById("sync");
const place = document.querySelector("main[data-till] [data-tiles]");
const till = { view: "tiles", state: load(localStorage, "state"), cart: load(sessionStorage, "cart") ?? {}, waiting: [],
  made: load(localStorage, "sales") ?? [], given: 0, id: "", phone: "", consent: false, isConnected: true };
let queue;
let look = () => {};
let problem = "";
let live = { id: "", refusal: "" };
let isSelling = false;

// A sale that another page of the till has recorded is no longer in the basket.
if (document.querySelector("[data-sold]")) save(sessionStorage, "cart", (till.cart = {}));

function load(storage, name) {
  return JSON.parse(storage.getItem(`jamango-till-${name}`) ?? "null");
}

function save(storage, name, value) {
  storage.setItem(`jamango-till-${name}`, JSON.stringify(value));
}

// What is being paid stays as it is on the screen until somebody taps.
async function show(isTapped = false) {
  till.waiting = await queue.waiting();
  await showQueue(bar, queue, till.isConnected, problem);
  if (!place || !till.state?.shift || !(isTapped || STILL.has(till.view))) return;
  const leave = document.querySelector("form[action='/stall/signout']");
  if (leave) leave.hidden = till.view !== "tiles" || Object.keys(till.cart).length > 0;
  till.sales = till.made.filter((sale) => sale.shift === till.state.shift.id);
  place.replaceChildren(...drawTill(till));
}

// The shop, in JSON.

async function say(path, options = {}) {
  const answer = await ask(path, { ...options, headers: { Accept: "application/json", ...options.headers } });
  const said = await answer.json().catch(() => ({}));
  if (!said.now && !said.reason) throw new Away(); // a router's page, or a proxy's
  problem = answer.status === 403 && said.reason !== "stale-form" ? said.sentence : "";
  return { status: answer.status, ...said };
}

async function askState() {
  const said = await say("/stall/state");
  if (said.reason) return;
  till.state = said;
  save(localStorage, "state", said);
}

async function send(records, isSecond = false) {
  const isLive = records.length === 1 && records[0].id === live.id;
  const body = { live: isLive, sales: records.flatMap(({ sale }) => sale ?? []), voids: records.flatMap(({ taken }) => taken ?? []) };
  // A device that was switched off has its page's token: it is told nothing else any more.
  const token = document.querySelector("main[data-token]")?.dataset.token ?? till.state?.form_token ?? "";
  const headers = { "Content-Type": "application/json", "X-Form-Token": token };
  const said = await say("/stall/sync", { method: "POST", headers, body: JSON.stringify(body) });
  if (said.reason === "stale-form" && !isSecond) {
    await askState();
    return send(records, true);
  }
  if (said.reason) return sendEach(records, said);
  return records.map((record) => become(record, said));
}

// What cannot be read among others is found one by one, and steps aside; for any other reason all of it stays.
async function sendEach(records, said) {
  if (![400, 413].includes(said.status)) throw new Away();
  if (records.length === 1) return [said.sentence];
  const whys = [];
  for (const record of records) whys.push(...(await send([record])));
  return whys;
}

function become(record, said) {
  const answer = record.sale ? said.sales.find(({ id }) => id === record.id) : said.voids.find(({ sale }) => sale === record.taken.sale);
  if (!answer) throw new Away();
  if (answer.outcome === "too_few") {
    if (live.id !== record.id) throw new Away(); // nobody waits any more: it was handed over, and is sent as a fact
    live.refusal = answer.why;
  }
  if (answer.back) note(answer.back);
  return answer.outcome === "needs_a_look" ? answer.why : "";
}

// Selling.

const acts = {
  add: (pack) => basket(changed(till.cart, pack, 1)),
  less: (pack) => basket(changed(till.cart, pack, -1)),
  discard: () => basket({}),
  go: (view) => Object.assign(till, { view, given: 0, opened: "", id: view === "pay" ? crypto.randomUUID() : till.id }),
  key: (paise) => (till.given += Number(paise)),
  anew: () => (till.given = 0),
  sell,
  open: (id) => Object.assign(till, { view: "sales", opened: id }),
  take: takeBack,
};

function basket(cart) {
  Object.assign(till, { cart, view: "tiles", phone: "", consent: false });
  save(sessionStorage, "cart", cart);
  note("");
}

async function sell(payment) {
  if (isSelling) return;
  isSelling = true;
  try {
    const sale = saleOf({ ...till, payment, given: till.given || null, now: new Date() });
    await queue.keep({ id: sale.id, sale });
    till.made = [{ id: sale.id, paid: sale.paid, at: sale.made_at, shift: sale.shift, payment }, ...till.made].slice(0, MOST_SALES);
    const refusal = till.isConnected ? await askLive(sale.id) : "";
    if (refusal) till.made = till.made.filter(({ id }) => id !== sale.id);
    else basket({});
    Object.assign(till, refusal ? { view: "tiles" } : { view: "sold", sold: sale });
    note(refusal);
    save(localStorage, "sales", till.made);
  } finally {
    isSelling = false;
  }
  look();
}

// The customer still stands here: the shop may say that there is no such box any more.
async function askLive(id) {
  live = { id, refusal: "" };
  const patience = new Promise((goOn) => setTimeout(goOn, PATIENCE));
  await Promise.race([queue.flush(send, MOST_AT_ONCE).catch(() => {}), patience]);
  live.id = "";
  return live.refusal;
}

async function takeBack(reason) {
  const taken = { sale: till.opened, reason, made_at: new Date().toISOString() };
  await queue.keep({ id: crypto.randomUUID(), taken });
  till.made = till.made.map((sale) => (sale.id === taken.sale ? { ...sale, isVoid: true } : sale));
  save(localStorage, "sales", till.made);
  till.opened = "";
  look();
}

function note(words) {
  const line = bar.querySelector("[data-note]");
  line.hidden = !words;
  line.textContent = words;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-act]");
  if (!button || !queue || !place) return;
  await acts[button.dataset.act](button.dataset.of);
  await show(true);
});
document.addEventListener("input", ({ target }) => {
  if (target.name === "phone") till.phone = target.value.trim();
  if (target.name === "consent") till.consent = target.checked;
});

// Nobody closes or goes with sales that the shop does not know, nor with a basket that is not paid.
document.addEventListener("submit", (event) => {
  const field = event.target.elements?.waiting;
  if (!field || !queue) return;
  field.value = bar.dataset.waiting ?? 0;
  hold(event);
});
document.addEventListener("click", (event) => {
  if (!queue) return;
  if (event.target.closest("a[href='/stall/close']")) hold(event);
  // Without the shop a link leads back to the page it stands on, as if nothing had been tapped.
  else if (!till.isConnected && event.target.closest("a[href^='/stall/']")) keepFrom(event, bar.dataset.unreached);
});

function hold(event) {
  const { waiting, held, basket: open, unreached } = bar.dataset;
  const isBasketOpen = place && Object.keys(till.cart).length;
  const why = Number(waiting) ? held.replace("{count}", waiting) : isBasketOpen ? open : till.isConnected ? "" : unreached;
  if (why) keepFrom(event, why);
}

function keepFrom(event, why) {
  event.preventDefault();
  delete event.target.dataset.sent;
  note(why);
}

try {
  queue = await Queue.open("till");
  queue.onChange(() => show());
  document.querySelector("[data-server]")?.remove();
  await show();
  const askNews = async () => {
    await queue.flush(send, MOST_AT_ONCE);
    await (place ? askState() : say("/stall/ping"));
  };
  look = keepLooking(askNews, (isConnected) => {
    till.isConnected = isConnected;
    show();
  });
  if (place) keepPage("/stall/worker.js", "/stall", () => ask("/stall", { headers: { "X-Refresh": "1" } }));
} catch {
  queue = undefined; // no database in this browser: the till works by its pages
}
