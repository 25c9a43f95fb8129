// The till as it is drawn here: parts of the page's own templates (templates/stall/kit.html), filled with values.
import { encodeQR } from "./qr.js";
import { leftOf, rupees, totalOf, upiLink } from "./till-sale.js";

/** One part: `data-slot` takes a value as it is, `data-words` has its own words with values in them. */
function part(name, values = {}, inside = {}) {
  const made = document.querySelector(`template[data-part="${name}"]`).content.cloneNode(true).firstElementChild;
  const places = (mark) => [made, ...made.querySelectorAll("*")].filter((each) => each.matches(mark));
  for (const place of places("[data-slot]")) place.textContent = values[place.dataset.slot] ?? "";
  for (const place of places("[data-words]")) {
    place.textContent = place.textContent.replace(/\{(\w+)\}/g, (_, each) => values[each] ?? "");
  }
  for (const place of places("[data-of]")) place.dataset.of ||= values.of ?? "";
  for (const [place, parts] of Object.entries(inside)) made.querySelector(`[data-place="${place}"]`).replaceChildren(...parts);
  return made;
}

function hide(made, slot, isHidden) {
  for (const each of made.querySelectorAll(`[data-only="${slot}"]`)) each.hidden = isHidden;
}

function tilePart(till, tile) {
  const { allotted, shared } = leftOf(tile, till.waiting);
  const count = till.cart[tile.pack] ?? 0;
  const made = part("tile", { name: tile.name, label: tile.label, price: rupees(tile.price), count, of: tile.pack,
    allotted, shared: till.isConnected ? shared : `${shared}?` });
  if (tile.photo) made.querySelector("img").src = tile.photo;
  hide(made, "count", !count);
  const button = made.querySelector("button");
  // Without the shop nobody knows what is left of what all doors share; who has a box in hand may sell it.
  const isOut = allotted + shared <= count;
  button.classList.toggle("tile-out", isOut);
  button.disabled = isOut && till.isConnected;
  return made;
}

function barPart(till, total) {
  const lines = till.state.tiles.filter((tile) => till.cart[tile.pack]);
  const words = (tile) => ({ name: tile.name, label: tile.label, quantity: till.cart[tile.pack], of: tile.pack });
  return part("bar", { total: rupees(total) }, { line: lines.map((tile) => part("line", words(tile))) });
}

function cashPart(till, total) {
  const change = till.given - total;
  const keys = till.state.keys.map((paise) => part("key", { sum: rupees(paise), of: paise }));
  const sums = { sum: rupees(till.given), given: rupees(till.given), change: rupees(Math.abs(change)) };
  const made = part("cash", sums, { key: keys });
  hide(made, "change", !till.given || change < 0);
  hide(made, "missing", !till.given || change >= 0);
  hide(made, "anew", !till.given);
  hide(made, "exact", till.given > 0 && change >= 0);
  hide(made, "given", !till.given || change < 0);
  return made;
}

function upiPart(till, total) {
  const { upi, stall } = till.state;
  const made = part("upi", { sum: rupees(total), address: upi?.pa });
  hide(made, "code", !upi);
  hide(made, "no-code", Boolean(upi));
  // Razorpay's code needs the shop: its page shows it, and records the sale once it was paid.
  hide(made, "qr", !till.state.qr || !till.isConnected);
  const cart = Object.entries(till.cart).filter(([, count]) => count).map(([pack, count]) => `${pack}x${count}`).join(".");
  const asked = { _token: till.state.form_token, _once: till.id, id: till.id, cart };
  for (const [name, value] of Object.entries(asked)) made.querySelector(`[name=${name}]`).value = value;
  if (upi) {
    const svg = encodeQR(upiLink(upi, total, `${upi.pn} ${stall.name}`, till.id), "svg", { ecc: "medium", border: 3 });
    made.querySelector("img").src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }
  return made;
}

function salesPart(till) {
  const reasons = till.state.reasons.map((each) => ({ words: each.label, of: each.key }));
  const shown = till.sales.map((sale) => {
    const values = { sum: rupees(sale.paid), at: new Date(sale.at).toLocaleTimeString("en-IN", { timeStyle: "short" }), of: sale.id };
    const made = part("sale", values, { reason: till.opened === sale.id ? reasons.map((each) => part("reason", each)) : [] });
    hide(made, "void", !sale.isVoid);
    hide(made, "take", sale.isVoid || till.opened === sale.id);
    hide(made, "why", sale.isVoid || till.opened !== sale.id);
    for (const way of ["cash", "upi", "card"]) hide(made, way, (sale.payment ?? "cash") !== way);
    return made;
  });
  const made = part("sales", {}, { sale: shown });
  hide(made, "none", till.sales.length > 0);
  return made;
}

function soldPart(till) {
  const { paid, given, id } = till.sold;
  const made = part("sold", { sum: rupees(paid), change: rupees((given ?? paid) - paid), of: id });
  hide(made, "change", !given);
  return made;
}

function payPart(till, total, inner) {
  const lines = till.state.tiles.filter((tile) => till.cart[tile.pack]);
  const words = lines.map((tile) => `${till.cart[tile.pack]} × ${tile.name}, ${tile.label}`).join(" · ");
  const made = part("pay", { total: rupees(total), lines: words });
  made.append(inner);
  const [phone, consent] = [made.querySelector("[name=phone]"), made.querySelector("[name=consent]")];
  [phone.value, consent.checked] = [till.phone, till.consent];
  made.querySelector("details").open = Boolean(till.phone);
  hide(made, "receipt", till.view === "pay");
  return made;
}

/** Everything that the till shows now; what is typed into a field of it is lost when it is drawn anew. */
export function drawTill(till) {
  const total = totalOf(till.cart, till.state.tiles);
  const views = {
    pay: () => [payPart(till, total, part("ways"))],
    cash: () => [payPart(till, total, cashPart(till, total))],
    upi: () => [payPart(till, total, upiPart(till, total))],
    card: () => [payPart(till, total, part("card", { sum: rupees(total) }))],
    sold: () => [soldPart(till)],
    sales: () => [salesPart(till)],
  };
  if (views[till.view]) return views[till.view]();
  const tiles = part("tiles", {}, { tile: till.state.tiles.map((tile) => tilePart(till, tile)) });
  return total ? [tiles, barPart(till, total)] : [tiles];
}
