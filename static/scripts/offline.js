// The shop's service worker: it keeps one page for when there is no connection, and what that page is made of. All else
// goes to the shop as if this were not here: prices, fruit and orders are never shown from a memory.
// What is kept stands in KEPT, and VERSION says when it is other (shop_web/offline.py puts both in front).
const NAME = `offline-${VERSION}`;
// The doors of staff have workers of their own, or none.
const NOT_OURS = /^\/(admin|stall|r|dev)(\/|$)/;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(KEPT)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const others = caches.keys().then((names) => names.filter((name) => name.startsWith("offline-") && name !== NAME));
  event.waitUntil(others.then((names) => Promise.all(names.map((name) => caches.delete(name)))));
});

addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.mode === "navigate") {
    if (!NOT_OURS.test(address.pathname)) event.respondWith(fetch(event.request).catch(() => caches.match(KEPT[0])));
  } else if (event.request.method === "GET" && KEPT.includes(address.pathname + address.search)) {
    event.respondWith(fetch(event.request).catch(() => caches.match(event.request)));
  }
});
