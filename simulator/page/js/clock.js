// The shop's clock in the top bar, and the ways to move it.
import { moveClock } from "./api.js";
import { element, icon, say as write } from "./dom.js";
import { fromField, offsetLabel, offsetSeconds, shopNow, shortDate, timeOfDay, toField } from "./time.js";

const MOVES = [
  ["+10 min", 600],
  ["+1 h", 3600],
  ["+1 day", 86_400],
];

export class ClockBar {
  constructor(say) {
    this.say = say;
    this.time = element("strong", { class: "clock-time" });
    this.day = element("span", { class: "clock-day" });
    this.ahead = element("span", { class: "clock-ahead" });
    this.field = element("input", { type: "datetime-local", required: true });
    this.custom = this.#dialog();
    const open = element("button", {
      type: "button",
      class: "bar-button",
      text: "Set…",
      on: { click: () => this.#openCustom() },
    });
    this.now = element("button", {
      type: "button",
      class: "bar-button",
      text: "Now",
      title: "Back to the real time",
      on: { click: () => this.#move({ offset_seconds: 0 }) },
    });
    this.node = element(
      "div",
      { class: "clock", role: "group", "aria-label": "The shop’s clock" },
      element(
        "div",
        { class: "clock-face", title: "The shop’s clock, in India" },
        icon("clock"),
        this.day,
        this.time,
        this.ahead,
      ),
      element(
        "div",
        { class: "clock-moves" },
        MOVES.map(([label, seconds]) =>
          element("button", {
            type: "button",
            class: "bar-button",
            text: label,
            on: { click: () => this.#move({ advance_seconds: seconds }) },
          }),
        ),
        open,
        this.now,
      ),
    );
  }

  show() {
    const now = shopNow();
    write(this.time, timeOfDay(now));
    write(this.day, shortDate(now));
    write(this.ahead, offsetLabel());
    this.now.disabled = offsetSeconds() === 0;
  }

  #dialog() {
    const cancel = element("button", {
      type: "button",
      class: "quiet-button",
      text: "Cancel",
      on: { click: () => this.custom.close() },
    });
    const form = element(
      "form",
      { method: "dialog", on: { submit: (event) => this.#setCustom(event) } },
      element("h2", { text: "Set the shop’s clock" }),
      element("label", { class: "field" }, "Day and time in India", this.field),
      element("div", { class: "dialog-foot" }, cancel, element("button", { class: "main-button", text: "Set" })),
    );
    return element("dialog", { class: "card dialog" }, form);
  }

  #openCustom() {
    this.field.value = toField(shopNow());
    this.custom.showModal();
  }

  #setCustom(event) {
    event.preventDefault();
    const seconds = Math.round((fromField(this.field.value) - shopNow()) / 1000);
    this.custom.close();
    this.#move({ advance_seconds: seconds });
  }

  #move(move) {
    moveClock(move).catch((failure) => this.say(failure.message));
  }
}
