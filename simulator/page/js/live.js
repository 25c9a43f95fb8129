// Keeps the store in step with the simulator: one event stream, and a fresh look at everything after each interruption.
import { fetchState } from "./api.js";
import { setClock } from "./time.js";

const RETRY_MS = 1500;

/** Loads the state, then follows sim/events for ever; `screen` hears onConnection(up), onClock(), onSwitches() and onBooks(). */
export function follow(store, screen) {
  const handlers = {
    message: ({ phone_id, message }) => (store.putMessage(phone_id, message), screen.onBooks()),
    status: (status) => (store.putStatus(status), screen.onBooks()),
    typing: ({ phone_id, until }) => store.putTyping(phone_id, until),
    phone: ({ phone }) => store.putPhone(phone),
    clock: (data) => (setClock(data.clock ?? data), screen.onClock()),
    switches: (data) => ((store.switches = data.switches ?? data), screen.onSwitches()),
    link: screen.onBooks,
    payment: screen.onBooks,
    refund: screen.onBooks,
  };
  connect(store, handlers, screen);
}

async function refresh(store, screen) {
  const state = await fetchState();
  setClock(state.clock);
  store.load(state);
  screen.onClock();
  screen.onSwitches();
  screen.onBooks();
}

function connect(store, handlers, screen) {
  const stream = new EventSource("sim/events");
  let waiting = null;
  const tryAgain = () => {
    stream.close();
    screen.onConnection(false);
    setTimeout(() => connect(store, handlers, screen), RETRY_MS);
  };
  // Events that arrive while the state is being fetched wait for it: it may have been taken before they happened.
  const catchUp = async () => {
    waiting = [];
    await refresh(store, screen);
    waiting.forEach((apply) => apply());
    waiting = null;
    screen.onConnection(true);
  };
  stream.addEventListener("open", () => catchUp().catch(tryAgain));
  stream.addEventListener("error", tryAgain);
  stream.addEventListener("reset", () => catchUp().catch(tryAgain));
  for (const [type, handle] of Object.entries(handlers)) {
    stream.addEventListener(type, (event) => {
      const apply = () => handle(JSON.parse(event.data));
      if (waiting) waiting.push(apply);
      else apply();
    });
  }
}
