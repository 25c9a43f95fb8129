// Every switch of trouble in plain words. Groups follow the direction things travel; a switch the simulator has and this list
// lacks is still offered, under its own name.

const flag = (name, label, note) => ({ kind: "flag", name, label, note });
const number = (name, label, note, step = 1) => ({ kind: "number", name, label, note, step });

export const SEND_FAILURES = [
  ["429", "429: too many requests"],
  ["130429", "130429: throughput reached"],
  ["131056", "131056: too many to one person"],
  ["500", "500: Meta stumbles"],
  ["502_html", "502 with an HTML page"],
  ["empty", "An empty answer"],
  ["timeout_after_acceptance", "Sent, but the answer never comes"],
  ["190", "190: access token expired"],
  ["131047", "131047: 24 hours are over"],
  ["131026", "131026: cannot be delivered"],
  ["131050", "131050: person stopped marketing"],
  ["132001", "132001: template does not exist"],
  ["132015", "132015: template paused"],
];

export const CALL_FAILURES = [
  ["timeout_after_acceptance", "Done, but the answer never comes"],
  ["timeout", "Nothing happens, no answer"],
  ["502_html", "502 with an HTML page"],
  ["429", "429: too many requests"],
  ["500", "500: Razorpay stumbles"],
];

const OPERATIONS = [
  ["", "any call"],
  ["create_link", "making a link"],
  ["fetch_link", "looking a link up"],
  ["cancel_link", "cancelling a link"],
  ["fetch_payment", "looking a payment up"],
  ["refund", "refunding"],
];

export const GROUPS = [
  {
    title: "From WhatsApp to the shop",
    switches: [
      number("duplicate_webhooks", "Messages arrive twice", "How likely, from 0 (never) to 1 (always).", 0.1),
      number("duplicate_copies", "Copies of a doubled message", "How often it arrives in all."),
      flag("reorder_webhooks", "Messages overtake each other", "What was written first may arrive last."),
      number(
        "batch_webhooks",
        "Collect before delivering",
        "So many messages in one delivery; 0 delivers each at once.",
      ),
      number("webhook_delay_seconds", "Deliver late", "Seconds between writing and arriving.", 0.5),
      flag("statuses", "Tell the shop about ticks", "Sent, delivered and read; off, the shop hears nothing."),
    ],
  },
  {
    title: "From the shop to WhatsApp",
    switches: [
      {
        kind: "failures",
        name: "fail_sends",
        label: "Refuse what the shop sends",
        modes: SEND_FAILURES,
        choose: "phone_id",
      },
      number("send_delay_seconds", "Answer slowly", "Seconds before WhatsApp answers the shop.", 0.5),
      flag("window_closed", "Every 24-hour window is closed", "Only templates get through (131047)."),
      flag("asynchronous_failures", "Report some failures later", "Accepted first, then told as a failed status."),
    ],
  },
  {
    title: "From Razorpay to the shop",
    switches: [
      flag("drop_razorpay_webhooks", "News of payments gets lost", "The shop must ask by itself."),
      number("duplicate_razorpay_webhooks", "Same payment under new event ids", "So many extra deliveries."),
      number("repeat_razorpay_webhooks", "Same event delivered again", "So many extra deliveries."),
      flag(
        "reorder_razorpay_webhooks",
        "News of payments overtake each other",
        "“Captured” may come before “authorised”.",
      ),
    ],
  },
  {
    title: "From the shop to Razorpay",
    switches: [
      {
        kind: "failures",
        name: "fail_calls",
        label: "Let Razorpay’s answers fail",
        modes: CALL_FAILURES,
        choose: "operation",
        operations: OPERATIONS,
      },
      {
        kind: "choice",
        name: "refund_outcome",
        label: "Refunds end as",
        note: "",
        options: [
          ["processed", "processed"],
          ["pending", "pending"],
          ["failed", "failed"],
          ["no_balance", "refused: no balance"],
        ],
      },
      number("wrong_amount", "Customer pays another amount", "Paise more or less than asked; 0 pays what is asked."),
      {
        kind: "text",
        name: "wrong_currency",
        label: "Customer pays in another currency",
        note: "Three letters such as USD; empty is rupees.",
      },
      flag("qr_codes", "QR codes are granted", "A feature given on request; off, stalls show their plain code."),
    ],
  },
  {
    title: "Rates",
    switches: [
      number(
        "pair_rate_seconds",
        "Seconds per message to one person",
        "Meta allows one in 6 s; 0 does not check.",
        0.5,
      ),
      number("pair_burst", "Messages to one person at once", "Meta allows a burst of 45."),
      number("throughput_per_second", "Messages per second in all", "Meta allows 80; 0 does not check."),
    ],
  },
];

/** The value of each switch when nothing goes wrong. Rates are Meta's own and no trouble. */
export const CALM = {
  duplicate_webhooks: 0,
  duplicate_copies: 2,
  reorder_webhooks: false,
  batch_webhooks: 0,
  webhook_delay_seconds: 0,
  statuses: true,
  fail_sends: [],
  send_delay_seconds: 0,
  window_closed: false,
  asynchronous_failures: true,
  drop_razorpay_webhooks: false,
  duplicate_razorpay_webhooks: 0,
  repeat_razorpay_webhooks: 0,
  reorder_razorpay_webhooks: false,
  fail_calls: [],
  refund_outcome: "processed",
  wrong_amount: 0,
  wrong_currency: null,
  qr_codes: true,
};
