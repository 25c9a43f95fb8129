// On a small screen one phone fills the view; these tabs switch between them.
import { arrange, element, say } from "./dom.js";
import { roleName } from "./phone_head.js";

const SHORT = { customer: "New", regular: "Regular", rider: "Delivery", founder: "Founder" };

export class Tabs {
  constructor(store, onChoose) {
    this.store = store;
    this.onChoose = onChoose;
    this.tabs = new Map();
    this.node = element("div", {
      class: "tabs",
      id: "tabs",
      role: "tablist",
      "aria-label": "Phones",
      on: { keydown: (event) => this.#steer(event) },
    });
  }

  arrange() {
    const ids = [...this.store.phones.keys()];
    for (const id of this.tabs.keys()) if (!ids.includes(id)) this.tabs.delete(id);
    for (const id of ids) if (!this.tabs.has(id)) this.tabs.set(id, this.#tab(id));
    arrange(
      this.node,
      ids.map((id) => this.tabs.get(id)),
    );
    ids.forEach((id) => this.refresh(id));
  }

  refresh(id) {
    const tab = this.tabs.get(id);
    const facts = this.store.phones.get(id);
    if (!tab || !facts) return;
    const unread = this.store.unreadOf(id);
    say(tab.firstChild, this.#label(facts));
    say(tab.lastChild, unread > 0 ? String(unread) : "");
    tab.setAttribute("aria-label", `${roleName(facts)}, ${facts.name}${unread ? `, ${unread} unread` : ""}`);
  }

  markActive() {
    for (const [id, tab] of this.tabs) {
      const chosen = id === this.store.activeId;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) tab.scrollIntoView({ inline: "center", block: "nearest" });
    }
  }

  /** The first phone of a role is called by it, a further one by its owner's first name. */
  #label(facts) {
    const first = [...this.store.phones.values()].find(({ role }) => role === facts.role);
    return first.id === facts.id ? (SHORT[facts.role] ?? facts.name) : facts.name.split(" ")[0];
  }

  #tab(id) {
    return element(
      "button",
      {
        type: "button",
        role: "tab",
        class: "tab",
        "aria-controls": `phone-${id}`,
        on: { click: () => this.onChoose(id) },
      },
      element("span"),
      element("span", { class: "badge" }),
    );
  }

  #steer(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const ids = [...this.tabs.keys()];
    const next = ids[(ids.indexOf(this.store.activeId) + step + ids.length) % ids.length];
    this.onChoose(next);
    this.tabs.get(next).focus();
  }
}
