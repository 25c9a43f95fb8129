// The simulated clock, read in India: 24 hours, Asia/Kolkata, wherever the browser is.

const ZONE = "Asia/Kolkata";
const clockFace = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const dayKey = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE });
const weekday = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, weekday: "long" });
const fullDay = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, day: "numeric", month: "long", year: "numeric" });
const shortDay = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, weekday: "short", day: "numeric", month: "short" });
const DAY = 86_400_000;

const clock = { at: Date.now(), measured: performance.now(), offset: 0 };

/** Takes over the simulator's clock as reported: {now: ISO UTC, offset_seconds}. */
export function setClock({ now, offset_seconds: offset }) {
  clock.at = Date.parse(now);
  clock.measured = performance.now();
  clock.offset = offset ?? 0;
}

/** The shop's now, as a Date. */
export const shopNow = () => new Date(clock.at + performance.now() - clock.measured);
export const offsetSeconds = () => clock.offset;

export const timeOfDay = (date) => clockFace.format(date);
export const dayOf = (date) => dayKey.format(date);
export const shortDate = (date) => shortDay.format(date);

/** "Today", "Yesterday", a weekday of the last week, or the full date, as WhatsApp separates days. */
export function dayLabel(date, now = shopNow()) {
  const days = Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(date))) / DAY);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return days > 1 && days < 7 ? weekday.format(date) : fullDay.format(date);
}

/** "2 d 3 h ahead", or "" when the shop's clock is the real one. */
export function offsetLabel(seconds = clock.offset) {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes === 0) return "";
  const parts = [
    [Math.floor(minutes / 1440), "d"],
    [Math.floor((minutes % 1440) / 60), "h"],
    [minutes % 60, "min"],
  ];
  const words = parts
    .filter(([count]) => count > 0)
    .slice(0, 2)
    .map(([count, unit]) => `${count} ${unit}`);
  return `${words.join(" ")} ${seconds > 0 ? "ahead" : "behind"}`;
}

/** What a datetime-local field shows for `date` in India, and back (India has no summer time, so +05:30 always holds). */
export const toField = (date) => `${dayOf(date)}T${timeOfDay(date)}`;
export const fromField = (value) => new Date(`${value}:00+05:30`);

/** ₹1,23,456 or ₹1,23,456.50, from integer paise. */
export function rupees(paise) {
  const digits = paise % 100 === 0 ? 0 : 2;
  const number = new Intl.NumberFormat("en-IN", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `₹${number.format(paise / 100)}`;
}
