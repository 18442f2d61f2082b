import type { Json } from "../api/types";

const missing = "–";

/** Four significant digits; very large and very small magnitudes in scientific notation. */
export function formatNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing;
  if (Number.isInteger(value) && Math.abs(value) < 1e7) return formatCount(value);
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-3 || magnitude >= 1e7)) return scientific(value);
  return String(Number(value.toPrecision(4)));
}

function scientific(value: number): string {
  const [mantissa, exponent] = value.toExponential(2).split("e");
  return `${Number(mantissa)}e${Number(exponent)}`;
}

/** 12345 → "12 345", with a thin space that does not break. */
export function formatCount(value: number): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return value < 0 ? `−${digits}` : digits;
}

export function formatJson(value: Json | undefined): string {
  if (value === undefined || value === null) return missing;
  if (typeof value === "number") return formatNumber(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

export function formatPercent(fraction: number): string {
  const percent = fraction * 100;
  return `${percent >= 99.5 && percent < 100 ? 99 : Math.round(percent)}\u202f%`;
}

const units = ["B", "KiB", "MiB", "GiB", "TiB"];

export function formatBytes(bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined) return missing;
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const amount = bytes / 1024 ** power;
  return `${power === 0 || amount >= 100 ? Math.round(amount) : Number(amount.toFixed(1))}\u202f${units[power]}`;
}

/** "learningRate" → "Learning rate". */
export function humanize(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/[-_]+/g, " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
