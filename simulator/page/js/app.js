// Puts the page together: top bar, tabs, phones, drawers; and keeps them in step with the store.
import { addPhoneDialog } from "./add_phone.js";
import { Books } from "./books.js";
import { ClockBar } from "./clock.js";
import { arrange } from "./dom.js";
import { Drawer, onlyOne } from "./drawers.js";
import { follow } from "./live.js";
import { Phone } from "./phone.js";
import { Store } from "./store.js";
import { Tabs } from "./tabs.js";
import { Trouble } from "./trouble.js";

const find = (id) => document.getElementById(id);
const store = new Store();
const phones = new Map();
const small = matchMedia("(max-width: 700px)");

function say(words) {
  const toast = find("page-toast");
  toast.textContent = words;
  toast.classList.add("shown");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => toast.classList.remove("shown"), 5000);
}

function showPhone(phoneId) {
  store.activate(phoneId);
  const phone = phones.get(phoneId);
  if (!phone) return;
  phone.node.scrollIntoView({ inline: "nearest", block: "nearest" });
  phone.chat.toBottom();
  phone.noticeRead();
}

const trouble = new Trouble(store, say);
const books = new Books(store, say);
const clock = new ClockBar(say);
const tabs = new Tabs(store, showPhone);
const dialog = addPhoneDialog((phone) => {
  store.putPhone({ messages: [], ...phone });
  showPhone(phone.id);
  phones.get(phone.id)?.composer.focus();
});
const drawers = {
  trouble: new Drawer(
    "trouble",
    "Trouble",
    "What goes wrong between the shop and the world. Changes work at once.",
    trouble.body,
    (open) => pressed("open-trouble", open),
  ),
  books: new Drawer("books", "Books", "What WhatsApp and Razorpay say happened.", books.body, (open) => {
    books.open = open;
    books.refresh();
    pressed("open-books", open);
  }),
};
const toggle = onlyOne(Object.values(drawers));

function pressed(id, open) {
  find(id).setAttribute("aria-expanded", String(open));
  document.body.classList.toggle(
    "drawer-open",
    Object.values(drawers).some((drawer) => drawer.isOpen),
  );
}

function showSwitches() {
  trouble.show();
  const count = trouble.count();
  find("trouble-count").textContent = count > 0 ? String(count) : "";
}
trouble.onChange = showSwitches;

function arrangePhones() {
  for (const id of phones.keys()) if (!store.phones.has(id)) phones.delete(id);
  for (const id of store.phones.keys()) if (!phones.has(id)) phones.set(id, new Phone(store, id));
  arrange(
    find("phones"),
    [...store.phones.keys()].map((id) => phones.get(id).node),
  );
  tabs.arrange();
  markActive();
}

function markActive() {
  for (const [id, phone] of phones) phone.node.classList.toggle("active", id === store.activeId);
  tabs.markActive();
}

function tick() {
  clock.show();
  books.refresh();
  for (const phone of phones.values()) phone.tick();
}

let begun = false;

/** The first moment all is there: `?text=` writes words into the composer, as a wa.me link does; `?phone=` chooses whose. */
function begin() {
  document.body.classList.remove("loading");
  if (begun) return;
  begun = true;
  const query = new URLSearchParams(location.search);
  if (store.phones.has(query.get("phone"))) store.activate(query.get("phone"));
  const composer = phones.get(store.activeId)?.composer;
  composer?.write(query.get("text") ?? "");
  if (!small.matches) composer?.focus();
}

function onConnection(up) {
  find("offline").hidden = up;
  if (up) begin();
}

store.addEventListener("phones", arrangePhones);
store.addEventListener("active", markActive);
store.addEventListener("change", ({ detail: id }) => {
  phones.get(id)?.refresh();
  tabs.refresh(id);
});
document.addEventListener("visibilitychange", () => phones.get(store.activeId)?.noticeRead());
find("tabs").replaceWith(tabs.node);
find("clock").replaceWith(clock.node);
document.body.append(drawers.trouble.node, drawers.books.node, dialog.node, clock.custom);
find("open-trouble").addEventListener("click", () => toggle(drawers.trouble));
find("open-books").addEventListener("click", () => toggle(drawers.books));
find("open-add").addEventListener("click", dialog.open);
find("menu").addEventListener("click", (event) => event.target.closest(".menu-close") && find("menu").hidePopover?.());
setInterval(tick, 1000);
follow(store, { onConnection, onClock: tick, onSwitches: showSwitches, onBooks: () => books.refresh() });
