// The drawer that makes trouble: every switch with a plain explanation; a change takes effect at once.
import { changeSwitches, resetWorld, verifyWebhook } from "./api.js";
import { element, iconButton } from "./dom.js";
import { CALM, GROUPS } from "./switch_list.js";

let fields = 0;

export class Trouble {
  constructor(store, say) {
    this.store = store;
    this.say = say;
    this.body = element("div", { class: "drawer-body" });
  }

  /** Redraws unless somebody is typing in it. */
  show() {
    if (this.body.contains(document.activeElement) && document.activeElement.matches("input, select")) return;
    const known = new Set(GROUPS.flatMap((group) => group.switches.map(({ name }) => name)));
    const others = Object.keys(this.store.switches)
      .filter((name) => !known.has(name))
      .map((name) => this.#unknown(name));
    const groups = [...GROUPS, { title: "Others", switches: others }];
    this.body.replaceChildren(...groups.map((group) => this.#group(group)).filter(Boolean), this.#foot());
  }

  /** How many switches differ from a calm day. */
  count() {
    const { switches } = this.store;
    return Object.entries(CALM).filter(
      ([name, value]) => name in switches && JSON.stringify(switches[name]) !== JSON.stringify(value),
    ).length;
  }

  #group({ title, switches }) {
    const present = switches.filter(({ name }) => name in this.store.switches);
    if (!present.length) return null;
    return element(
      "section",
      { class: "card" },
      element("h3", { text: title }),
      present.map((one) => this.#field(one)),
    );
  }

  #field(one) {
    const value = this.store.switches[one.name];
    if (one.kind === "failures") return this.#failures(one, value);
    const id = `switch-${++fields}`;
    return element(
      "div",
      { class: "switch" },
      element(
        "label",
        { for: id },
        element("span", { text: one.label }),
        one.note ? element("small", { text: one.note }) : null,
      ),
      this.#input(one, value, id),
    );
  }

  #input({ kind, name, step, options }, value, id) {
    const change = (next) => this.#change({ [name]: next });
    if (kind === "flag")
      return element("input", {
        type: "checkbox",
        role: "switch",
        class: "toggle",
        id,
        checked: Boolean(value),
        on: { change: (event) => change(event.target.checked) },
      });
    if (kind === "choice") return select(options, value, { id, on: { change: (event) => change(event.target.value) } });
    if (kind === "text")
      return element("input", {
        type: "text",
        id,
        class: "short",
        value: value ?? "",
        maxlength: "3",
        on: { change: (event) => change(event.target.value.trim().toUpperCase() || null) },
      });
    return element("input", {
      type: "number",
      id,
      class: "short",
      value: value ?? 0,
      step,
      min: name === "wrong_amount" ? false : "0",
      inputmode: "decimal",
      on: { change: (event) => change(Number(event.target.value)) },
    });
  }

  #failures(one, value) {
    const troubles = Array.isArray(value) ? value : value ? [value] : [];
    const names = new Map(one.modes);
    const drop = (trouble) => this.#change({ [one.name]: troubles.filter((other) => other !== trouble) });
    const rows = troubles.map((trouble) =>
      element(
        "li",
        {},
        element("span", { text: `${names.get(trouble.mode) ?? trouble.mode}${this.#reach(trouble)}` }),
        iconButton("close", "Remove", () => drop(trouble)),
      ),
    );
    return element(
      "div",
      { class: "failures" },
      element("strong", { text: one.label }),
      rows.length ? element("ul", { class: "failure-list" }, rows) : null,
      this.#failureForm(one, troubles),
    );
  }

  #failureForm(one, troubles) {
    const phones = [["", "any phone"], ...[...this.store.phones.values()].map(({ id, name }) => [id, name])];
    const mode = select(one.modes, one.modes[0][0], { "aria-label": "How it fails" });
    const target = select(one.choose === "phone_id" ? phones : one.operations, "", { "aria-label": "Which" });
    const count = element("input", {
      type: "number",
      class: "short",
      min: "1",
      value: "1",
      "aria-label": "How many times",
    });
    const add = (event) => {
      event.preventDefault();
      const trouble = {
        mode: mode.value,
        next: Number(count.value) || 1,
        ...(target.value ? { [one.choose]: target.value } : {}),
      };
      document.activeElement?.blur();
      this.#change({ [one.name]: [...troubles, trouble] });
    };
    return element(
      "form",
      { class: "failure-form", on: { submit: add } },
      mode,
      target,
      element("label", { class: "count" }, "next", count),
      element("button", { class: "quiet-button", text: "Add" }),
    );
  }

  #reach({ next, probability, phone_id: phoneId, operation }) {
    const often = next ? `, next ${next}` : probability ? `, ${Math.round(probability * 100)} % of the time` : "";
    const who = phoneId ? `, ${this.store.phones.get(phoneId)?.name ?? phoneId}` : "";
    return `${often}${who}${operation ? `, ${operation.replaceAll("_", " ")}` : ""}`;
  }

  /** What a calm day looks like, of the switches that this simulator has. */
  #calm() {
    return Object.fromEntries(Object.entries(CALM).filter(([name]) => name in this.store.switches));
  }

  #unknown(name) {
    const value = this.store.switches[name];
    const kind = typeof value === "boolean" ? "flag" : typeof value === "number" ? "number" : "text";
    return { kind, name, label: name.replaceAll("_", " "), note: "", step: "any" };
  }

  #foot() {
    const check = () =>
      verifyWebhook().then(
        ({ ok, status, body }) =>
          this.say(
            ok ? "The shop’s webhook answers as it should." : `The webhook does not verify: ${status ?? ""} ${body}`,
          ),
        (failure) => this.say(failure.message),
      );
    return element(
      "section",
      { class: "card drawer-foot" },
      element("button", {
        type: "button",
        class: "main-button",
        text: "All trouble off",
        on: { click: () => this.#change(this.#calm()) },
      }),
      element("button", {
        type: "button",
        class: "quiet-button",
        text: "Check the shop’s webhook",
        on: { click: check },
      }),
      element("button", {
        type: "button",
        class: "quiet-button danger",
        text: "Forget everything",
        on: { click: () => this.#forget() },
      }),
      element("p", {
        class: "small",
        text: "Forget everything empties all chats, links and payments here. The shop keeps what it has.",
      }),
    );
  }

  #forget() {
    if (!confirm("Empty all chats, links and payments of this pretend world?")) return;
    resetWorld().then(
      () => this.say("Everything here is forgotten."),
      (failure) => this.say(failure.message),
    );
  }

  async #change(changes) {
    try {
      const answer = await changeSwitches(changes);
      this.store.switches = answer.switches ?? answer;
    } catch (failure) {
      this.say(failure.message);
    }
    document.activeElement?.matches(".drawer input, .drawer select") && document.activeElement.blur();
    this.show();
    this.onChange?.();
  }
}

function select(options, value, attributes) {
  return element(
    "select",
    attributes,
    options.map(([key, label]) => element("option", { value: key, selected: key === value, text: label })),
  );
}
