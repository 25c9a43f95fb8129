// A voice note: a play button, a waveform and its length.
import { element, icon } from "./dom.js";
import { mediaAddress } from "./api.js";

const BARS = 34;

/** Bar heights 0..1 that always look the same for the same message. */
function heights(seed) {
  let state = 7;
  for (const character of seed) state = (state * 31 + character.codePointAt(0)) % 65521;
  return Array.from({ length: BARS }, (_, place) => {
    state = (state * 75 + 74) % 65537;
    const swell = 0.55 + 0.45 * Math.sin((place / BARS) * Math.PI * 3);
    return 0.18 + 0.82 * swell * (state / 65537);
  });
}

const length = (seconds) =>
  Number.isFinite(seconds)
    ? `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`
    : "0:04";

/** Draws an audio message; the sound is fetched only when somebody plays it. */
export function voiceNote(message) {
  const sound = element("audio", { src: mediaAddress(message.payload.audio), preload: "none" });
  const time = element("span", { class: "voice-length", text: "0:04" });
  const button = element(
    "button",
    { type: "button", class: "voice-play", "aria-label": "Play voice message" },
    icon("play"),
  );
  const showPlaying = (playing) => {
    button.replaceChildren(icon(playing ? "pause" : "play"));
    button.setAttribute("aria-label", playing ? "Pause voice message" : "Play voice message");
  };
  button.addEventListener("click", () => (sound.paused ? sound.play().catch(() => showPlaying(false)) : sound.pause()));
  sound.addEventListener("play", () => showPlaying(true));
  sound.addEventListener("pause", () => showPlaying(false));
  sound.addEventListener("loadedmetadata", () => (time.textContent = length(sound.duration)));
  const bars = heights(message.id).map((height) => element("i", { style: `height:${Math.round(height * 100)}%` }));
  return element(
    "div",
    { class: "voice" },
    sound,
    button,
    element("span", { class: "voice-wave", "aria-hidden": "true" }, bars),
    time,
    element("span", { class: "voice-face" }, icon("contact"), icon("mic", "voice-mic")),
  );
}
