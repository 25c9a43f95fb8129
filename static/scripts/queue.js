// What was done here and the shop does not know yet: kept in the browser's database in the order in which it was done, and
// taken out only after the shop has answered for it by name. Whoever crashes in between sends it again; the shop does a
// thing once however often it comes. What the shop declines steps aside with its sentence and holds nothing else up.
import { openDB } from "./idb.js";

const STORE = "kept";
const PATIENCE = 15_000; // milliseconds

/** The shop did not answer, or somebody else answered in its place: try again later. */
export class Away extends Error {}

export class Queue {
  #database;
  #name;
  #others;
  #listeners = [];

  constructor(name, database) {
    this.#name = `jamango-${name}`;
    this.#database = database;
    this.#others = new BroadcastChannel(this.#name);
    this.#others.onmessage = () => this.#tell();
  }

  static async open(name) {
    const upgrade = (fresh) => {
      const store = fresh.createObjectStore(STORE, { keyPath: "number", autoIncrement: true });
      store.createIndex("id", "id", { unique: true });
    };
    return new Queue(name, await openDB(`jamango-${name}`, 1, { upgrade, blocking: (_, __, event) => event.target.close() }));
  }

  /** Whenever something comes in or goes out, in this tab or another. */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  async all() {
    return this.#database.getAll(STORE);
  }

  /** What is to be sent, the oldest first. */
  async waiting() {
    return (await this.all()).filter((record) => !record.why);
  }

  /** What needs a look: the shop declined it, and says why. */
  async aside() {
    return (await this.all()).filter((record) => record.why);
  }

  /** Keep a record; its `id` is made by whoever did the thing. It is on the disk when this returns. */
  async keep(record) {
    await this.#write((store) => store.add(record));
    navigator.storage?.persist?.();
  }

  async drop(record) {
    await this.#write((store) => store.delete(record.number));
  }

  async putAside(record, why) {
    await this.#write((store) => store.put({ ...record, why }));
  }

  /** Send all that waits in the order in which it was done, at most so many at once; one tab at a time. `send` is given
   * records and gives for each "" or the sentence of why it was declined. How many were answered for. Raises what `send`
   * raises: then the rest stays. */
  async flush(send, most = 1) {
    if (!navigator.locks) return this.#sendAll(send, most);
    return navigator.locks.request(this.#name, { ifAvailable: true }, (lock) => (lock ? this.#sendAll(send, most) : 0));
  }

  async #sendAll(send, most) {
    let answered = 0;
    for (let some; (some = (await this.waiting()).slice(0, most)).length; answered += some.length) {
      const whys = await send(some);
      for (const [at, record] of some.entries()) await (whys[at] ? this.putAside(record, whys[at]) : this.drop(record));
    }
    return answered;
  }

  async #write(change) {
    const writing = this.#database.transaction(STORE, "readwrite", { durability: "strict" });
    await Promise.all([change(writing.store), writing.done]);
    this.#others.postMessage("");
    this.#tell();
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}

/** For `flush`, where each record is sent by itself. */
export function oneByOne(send) {
  return async ([record]) => [await send(record)];
}

/** A form as a record: where it goes, what it says, and a key of its own under which it is done once. */
export function recordOf(form, submitter) {
  const id = crypto.randomUUID();
  const body = [...new FormData(form, submitter)].filter(([name]) => name !== "_once" && name !== "_token");
  return { id, path: new URL(form.action).pathname, body: [...body, ["_once", id]] };
}

/** Send a form that was kept: "" when it is done, or the sentence of what was declined. Raises Away; `status` says with
 * what the shop answered: 403 for a page that is too old; `leadsElsewhere`, that it led to a page of its own. */
export async function sendForm(record, token) {
  const body = new URLSearchParams([...record.body, ["_token", token]]);
  const answer = await ask(record.path, { method: "POST", body, headers: { "X-Queued": "1" } });
  if (answer.status === 204) return "";
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const sentence = page.querySelector("[role=alert], [data-sentence]")?.textContent.replace(/\s+/g, " ").trim();
  if ([404, 409, 422].includes(answer.status) && sentence) return sentence;
  const leadsElsewhere = answer.redirected && page.querySelector("input[name=_token]") !== null; // no router's page has it
  throw Object.assign(new Away(), { status: answer.status, leadsElsewhere });
}

/** Fetch, with an end to patience. Raises Away when nobody answers. */
export async function ask(path, options = {}) {
  try {
    return await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE), ...options });
  } catch {
    throw new Away();
  }
}
