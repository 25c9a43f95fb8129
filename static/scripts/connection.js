// Whether the shop can be reached: judged by its own answer and never by what the browser says of its net, which is well
// behind a router whose own line is down.
const EVERY = 15; // seconds between two looks while all is well
const PAUSES = [1, 2, 4, 8, 15]; // and while the shop is away

/** Look now, on a timer, and whenever something hints that it may help. `look` raises when the shop did not answer;
 * `tell` hears whether it did. Gives the function that looks at once. */
export function keepLooking(look, tell) {
  let tries = 0;
  let isLooking = false;
  let isWanted = false;
  let timer;

  async function once() {
    try {
      await look();
      tries = 0;
    } catch {
      tries += 1;
    }
    tell(tries === 0);
  }

  async function go() {
    isWanted = true;
    if (isLooking) return;
    isLooking = true;
    clearTimeout(timer);
    while (isWanted) {
      isWanted = false;
      await once();
    }
    isLooking = false;
    const pause = tries ? PAUSES[Math.min(tries, PAUSES.length) - 1] : EVERY;
    timer = setTimeout(go, pause * 1000);
  }

  for (const hint of ["online", "pageshow", "focus"]) addEventListener(hint, go);
  document.addEventListener("visibilitychange", go);
  go();
  return go;
}

/** Have the browser keep the page (staying.js). The first visit was before there was a worker, or under the shop's own:
 * then the page is asked for once more, so that it is kept. */
export function keepPage(script, scope, again) {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  if (!workers.controller?.scriptURL.endsWith(script)) {
    workers.addEventListener("controllerchange", () => again().catch(() => {}), { once: true });
  }
  workers.register(script, { scope }).catch(() => {});
}

/** How much waits, always in sight, and what needs a look with a way to put it away. The words are the bar's own;
 * `problem` is what the shop itself says of why it takes nothing just now. */
export async function showQueue(bar, queue, isConnected, problem = "") {
  if (!bar) return;
  const waiting = (await queue.waiting()).length;
  const { none, one, many, away } = bar.dataset;
  const said = waiting === 0 ? none : waiting === 1 ? one : many.replace("{count}", waiting);
  const line = bar.querySelector("[data-said]");
  const words = isConnected && !problem ? said : `${problem || away} ${waiting ? said : ""}`.trim();
  if (line.textContent !== words) line.textContent = words;
  bar.hidden = false;
  bar.dataset.state = isConnected ? (waiting ? "waits" : "well") : "away";
  bar.dataset.waiting = waiting;
  bar.querySelector("[data-aside]").replaceChildren(...(await queue.aside()).map((record) => asideItem(bar, queue, record)));
}

function asideItem(bar, queue, record) {
  const item = bar.querySelector("template").content.cloneNode(true);
  item.querySelector("[data-about]").textContent = record.about ?? "";
  item.querySelector("[data-why]").textContent = record.why;
  item.querySelector("button").addEventListener("click", () => queue.drop(record));
  return item;
}
