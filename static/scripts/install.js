// Have the browser keep a page for when there is no connection.
addEventListener("load", () => navigator.serviceWorker?.register("/offline.js").catch(() => {}));
