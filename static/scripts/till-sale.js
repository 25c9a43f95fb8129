// What is sold and what it comes to. Nothing here looks at the page or at the shop.

/** What a basket ({pack: quantity}) comes to, in paise. */
export function totalOf(cart, tiles) {
  return tiles.reduce((sum, tile) => sum + tile.price * (cart[tile.pack] ?? 0), 0);
}

/** With one more (or, by -1, one less) of a pack. */
export function changed(cart, pack, by) {
  const quantity = Math.min((cart[pack] ?? 0) + by, 99);
  return Object.fromEntries(Object.entries({ ...cart, [pack]: quantity }).filter(([, each]) => each > 0));
}

/** How many of a pack are left: what the shop said, without what was sold here since and it does not know yet. */
export function leftOf(tile, waiting) {
  const lines = waiting.flatMap((record) => record.sale?.lines ?? []).filter((line) => line.pack === tile.pack);
  const gone = lines.reduce((sum, line) => sum + line.quantity, 0);
  return { allotted: Math.max(0, tile.allotted - gone), shared: Math.max(0, tile.shared - Math.max(0, gone - tile.allotted)) };
}

/** A sale as it is for ever, made when it is paid: see admin_web/stall/sync.py. `paid` and `given` are paise. */
export function saleOf({ id, state, cart, payment, given, phone, consent, now }) {
  const lines = state.tiles.filter((tile) => cart[tile.pack]).map((tile) => ({ pack: tile.pack, quantity: cart[tile.pack] }));
  return {
    id,
    shift: state.shift.id,
    made_at: now.toISOString(),
    lines,
    payment,
    paid: totalOf(cart, state.tiles),
    given: payment === "cash" ? given : null,
    phone: consent && phone ? phone : null,
    consent: Boolean(consent && phone),
  };
}

/** What a payer's phone reads out of the code on the screen (NPCI's upi://pay); the amount in rupees with two decimals. */
export function upiLink({ pa, pn }, paise, note, id) {
  const amount = `${Math.floor(paise / 100)}.${String(paise % 100).padStart(2, "0")}`;
  const fields = { pa, pn, am: amount, cu: "INR", tn: note, tr: id.replaceAll("-", "") };
  return `upi://pay?${Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}

/** ₹1,240, and ₹12.50 where there are paise. */
export function rupees(paise) {
  const digits = paise % 100 ? 2 : 0;
  return (paise / 100).toLocaleString("en-IN", { style: "currency", currency: "INR", minimumFractionDigits: digits, maximumFractionDigits: digits });
}
