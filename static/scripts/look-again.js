// A page that waits for news (a payment, a word) looks again by itself, ever more slowly, for about ten minutes.
const PAUSES = [2, 3, 3, 4, 5, 6, 8, 10, 15, 20, 30, 30, 60, 60, 60, 120, 120]; // seconds
const place = document.getElementById("news");

async function look() {
  // The header says that nobody asks anew: the shop answers what it knows, and asks others in its own time.
  const answer = await fetch(location.href, { headers: { "X-Look-Again": "1" }, cache: "no-store" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const news = page.getElementById("news");
  if (!news || news.dataset.status === place.dataset.status) return;
  place.dataset.status = news.dataset.status;
  place.toggleAttribute("data-waits", news.hasAttribute("data-waits"));
  place.replaceChildren(...news.childNodes);
  document.title = page.title;
  const goOn = document.getElementById("go-on"); // a form, or a button of one
  if (goOn?.requestSubmit) goOn.requestSubmit();
  else goOn?.click();
}

async function keepLooking() {
  for (const seconds of PAUSES) {
    await new Promise((goOn) => setTimeout(goOn, seconds * 1000));
    await look().catch(() => {}); // a phone that was offline for a moment looks again
    if (!place.hasAttribute("data-waits")) return;
  }
}

// Whoever comes back from WhatsApp looks at once.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && place?.hasAttribute("data-waits")) look().catch(() => {});
});

if (place?.hasAttribute("data-waits")) keepLooking();
