const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const isoDuration = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds of an ISO-8601 duration of days and smaller units, or null when it is none. */
export function parseDuration(text: string | null | undefined): number | null {
  const match = isoDuration.exec(text ?? "");
  if (!match) return null;
  const [, sign, days, hours, minutes, seconds] = match;
  const millis =
    Number(days ?? 0) * day + Number(hours ?? 0) * hour + Number(minutes ?? 0) * minute + Number(seconds ?? 0) * second;
  return sign === "-" ? -millis : millis;
}

/** The two largest units: "1 h 12 min", "34 s", "850 ms". */
export function formatDuration(millis: number | null): string {
  if (millis === null || !Number.isFinite(millis)) return "–";
  if (millis < second) return `${Math.max(0, Math.round(millis))} ms`;
  if (millis < 10 * second) return `${Number((millis / second).toFixed(1))} s`;
  const seconds = Math.round(millis / second);
  const parts = [
    [Math.floor(seconds / 86_400), "d"],
    [Math.floor(seconds / 3_600) % 24, "h"],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  const shown = parts.slice(first, first + 2).filter(([amount]) => amount > 0);
  return shown.map(([amount, unit]) => `${amount} ${unit}`).join(" ");
}

/** Milliseconds between two instants; an end still open is now. */
export function elapsed(start: string | null, end: string | null, now: number): number | null {
  if (start === null) return null;
  return Math.max(0, (end === null ? now : Date.parse(end)) - Date.parse(start));
}

export function formatAgo(instant: string, now: number): string {
  const age = now - Date.parse(instant);
  if (age < 5 * second) return "just now";
  if (age < minute) return `${Math.floor(age / second)} s ago`;
  if (age < hour) return `${Math.floor(age / minute)} min ago`;
  if (age < day) return `${Math.floor(age / hour)} h ago`;
  return `${Math.floor(age / day)} d ago`;
}

export function formatInstant(instant: string | null): string {
  return instant === null ? "–" : new Date(instant).toLocaleString();
}
