// The outside world's own books: what was accepted, billed, paid, refunded and refused.
import { fetchBooks, payLink } from "./api.js";
import { element } from "./dom.js";
import { summarise } from "./summary.js";
import { rupees, shortDate, timeOfDay } from "./time.js";

const SHOWN = 50;

export class Books {
  constructor(store, say) {
    this.store = store;
    this.say = say;
    this.open = false;
    this.body = element("div", { class: "drawer-body" });
  }

  /** Fetches and draws the books, at most a few times a second, and only while somebody looks. */
  refresh() {
    if (!this.open || this.timer) return;
    this.timer = setTimeout(async () => {
      this.timer = null;
      try {
        this.#showIfNew(await fetchBooks());
      } catch (failure) {
        this.body.replaceChildren(element("p", { class: "empty", text: failure.message }));
      }
    }, 250);
  }

  #showIfNew(books) {
    const written = JSON.stringify(books);
    if (written === this.shown) return;
    this.shown = written;
    this.show(books);
  }

  show(books) {
    const opened = new Set([...this.body.querySelectorAll("details[open]")].map((node) => node.dataset.key));
    const captured = sum(books.payments.filter(({ status }) => ["captured", "refunded"].includes(status)));
    const refused = [...(books.refused ?? []), ...(books.razorpay_refused ?? [])];
    this.body.replaceChildren(
      element(
        "dl",
        { class: "figures" },
        figure("Messages", books.messages.length),
        figure("Billable", books.billable),
        figure("Received", rupees(captured)),
        figure("Refunded", rupees(sum(books.refunds.filter(({ status }) => status === "processed")))),
      ),
      section(
        "Payment links",
        newest(books.links).map((link) => this.#link(link)),
        "No link was asked for yet.",
      ),
      section("Payments", newest(books.payments).map(payment), "Nobody has paid yet."),
      section("Refunds", newest(books.refunds).map(refund), "Nothing was refunded."),
      section(
        "Refused requests",
        newest(refused).map((one, place) => refusal(one, `refused-${refused.length - place}`, opened)),
        "Every request was accepted.",
      ),
      section(
        "Messages of the shop",
        newest(books.messages).map((one) => this.#message(one, opened)),
        "The shop has sent nothing yet.",
      ),
    );
  }

  #link(link) {
    const open = { class: "quiet-button", href: link.short_url, target: "_blank", rel: "noopener", text: "Open" };
    const late = this.#payButton(link, "Pay late", { outcome: "late_authorised" });
    const actions =
      link.status === "created"
        ? [
            this.#payButton(link, "Pay", { outcome: "paid" }),
            this.#payButton(link, "Fail", { outcome: "failed" }),
            late,
          ]
        : [this.#payButton(link, "Pay all the same", { outcome: "paid", force: true }), late];
    const note = [link.reference_id, link.id].filter(Boolean).join(" · ");
    const row = element("div", { class: "entry-actions" }, element("a", open), actions);
    return entry(rupees(link.amount), link.status, note, row);
  }

  #payButton(link, label, payment) {
    const press = async () => {
      try {
        await payLink(link.id, { method: "upi", ...payment });
        this.refresh();
      } catch (failure) {
        this.say(failure.message);
      }
    };
    return element("button", { type: "button", class: "quiet-button", text: label, on: { click: press } });
  }

  #message(message, opened) {
    const who = this.store.phones.get(message.phone_id)?.name ?? message.recipient ?? "nobody here";
    const at = new Date(message.at);
    return expandable(
      message.id,
      `${who} · ${summarise(message).replace(/\s+/g, " ").slice(0, 80)}`,
      `${timeOfDay(at)} ${shortDate(at)} · ${message.status}${message.errors?.[0] ? ` ${message.errors[0].code}` : ""}${message.billable ? " · billable" : ""}`,
      message.payload,
      opened,
    );
  }
}

const sum = (entries) => entries.reduce((total, { amount }) => total + amount, 0);
const newest = (entries) => [...entries].reverse().slice(0, SHOWN);
const figure = (label, value) =>
  element("div", {}, element("dt", { text: label }), element("dd", { text: String(value) }));

function section(title, entries, empty) {
  const count = entries.length === SHOWN ? `${SHOWN} newest` : String(entries.length);
  return element(
    "section",
    { class: "card" },
    element("h3", {}, title, element("span", { class: "count-note", text: entries.length ? count : "" })),
    entries.length ? entries : element("p", { class: "empty", text: empty }),
  );
}

function entry(title, status, note, more) {
  return element(
    "div",
    { class: "entry" },
    element(
      "div",
      { class: "entry-line" },
      element("strong", { text: title }),
      element("span", { class: `state ${status}`, text: String(status).replaceAll("_", " ") }),
    ),
    element("small", { text: note }),
    more ?? null,
  );
}

const payment = ({ amount, status, method, id, order_id: order }) =>
  entry(rupees(amount), status, [method, id, order].filter(Boolean).join(" · "));
const refund = ({ amount, status, id, payment_id: of }) =>
  entry(rupees(amount), status, [id, of].filter(Boolean).join(" · "));

function expandable(key, title, note, content, opened) {
  return element(
    "details",
    { class: "entry", dataset: { key }, open: opened.has(key) },
    element("summary", {}, element("span", { text: title }), element("small", { text: note })),
    element("pre", {
      class: "raw",
      tabindex: "0",
      text: typeof content === "string" ? content : JSON.stringify(content, null, 2),
    }),
  );
}

function refusal(one, key, opened) {
  const { code, message, details, operation, description, injected, request } = one;
  const why = [code, description ?? details ?? message].filter(Boolean).join(": ");
  const where = operation ? `Razorpay · ${operation}` : `WhatsApp · ${request?.type ?? "request"}`;
  return expandable(key, why, injected ? `${where} · asked for by a switch` : where, request ?? one, opened);
}
