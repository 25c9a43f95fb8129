// The service worker of pages that must not go away when the net does: a rider's run and the till. A page comes from the
// shop when the shop answers in time, and else as it was when it last did; what it is made of is kept here for good.
// KEPT, VERSION and HOME stand in front (pages/workers.py). What is the shop's own answer says so: a router's page does not.
const MADE_OF = `made-of-${registration.scope}`;
const PAGES = `pages-${registration.scope}`;
const PICTURES = `pictures-${registration.scope}`; // each is named by its content
const PATIENCE = 4_000; // milliseconds that a page may take before the one of before is shown
const OVER = /\/over$/;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(`${MADE_OF}-${VERSION}`).then((cache) => cache.addAll(KEPT)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith(`${MADE_OF}-`) && name !== `${MADE_OF}-${VERSION}`;
  const old = caches.keys().then((names) => names.filter(isOld));
  event.waitUntil(old.then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (request.headers.has("X-Refresh")) event.respondWith(fetch(request).then((answer) => note(address.pathname, answer)));
  else if (request.mode === "navigate") event.respondWith(showPage(request, address.pathname));
  else if (KEPT.includes(address.pathname + address.search)) event.respondWith(showKept(request));
  else if (request.destination === "image") event.respondWith(showPicture(request));
});

async function showKept(request) {
  return (await caches.match(request, { cacheName: `${MADE_OF}-${VERSION}` })) ?? fetch(request);
}

async function showPicture(request) {
  const cache = await caches.open(PICTURES);
  const before = await cache.match(request);
  if (before) return before;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function showPage(request, path) {
  if (OVER.test(path)) await caches.delete(PAGES);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (answer.type === "opaqueredirect") return answer; // it leads elsewhere: to a sign-in, mostly
    if (answer.status >= 500 || !answer.headers.has("X-Stays")) throw new Error("away");
    return OVER.test(path) ? answer : await note(path, answer);
  } catch {
    return (await (await caches.open(PAGES)).match(HOME || path)) ?? fetch(request);
  }
}

// One page is kept, the last or the one that is shown for all: what is on it has no business here longer than the work.
async function note(path, answer) {
  if (!answer.headers.has("X-Stays") || answer.redirected || (HOME && path !== HOME)) return answer;
  if (answer.ok) {
    const copy = answer.clone();
    const cache = await caches.open(PAGES);
    for (const kept of await cache.keys()) if (new URL(kept.url).pathname !== path) await cache.delete(kept);
    await cache.put(path, copy);
  } else if ([404, 410].includes(answer.status)) {
    await caches.delete(PAGES);
  }
  return answer;
}
