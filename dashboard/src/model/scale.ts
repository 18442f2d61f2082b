export interface Domain {
  min: number;
  max: number;
}

export type Scale = (value: number) => number;

export function linear(domain: Domain, from: number, to: number): Scale {
  const span = domain.max - domain.min || 1;
  return (value) => from + ((value - domain.min) / span) * (to - from);
}

/**
 * The range a chart shows: all values, unless a few lie so far out (diverged trials) that they would
 * flatten the rest. Those are cut to three times the span of the middle 80 % beyond it.
 */
export function robustDomain(values: readonly number[]): Domain {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return { min: 0, max: 1 };
  const at = (quantile: number): number => sorted[Math.round(quantile * (sorted.length - 1))]!;
  const reach = 3 * (at(0.9) - at(0.1));
  const few = sorted.length < 5 || reach === 0;
  const min = few ? at(0) : Math.max(at(0), at(0.1) - reach);
  const max = few ? at(1) : Math.min(at(1), at(0.9) + reach);
  return padded({ min, max });
}

function padded({ min, max }: Domain): Domain {
  const padding = max === min ? Math.abs(max) * 0.1 || 1 : (max - min) * 0.06;
  return { min: min - padding, max: max + padding };
}

export function clamp(value: number, { min, max }: Domain): number {
  return Math.min(max, Math.max(min, value));
}

/** About `count` round numbers inside the domain, at steps of 1, 2 or 5 times a power of ten. */
export function ticks(domain: Domain, count: number): number[] {
  const span = domain.max - domain.min;
  if (!(span > 0)) return [domain.min];
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  const first = Math.ceil(domain.min / step - 1e-9);
  const last = Math.floor(domain.max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Ticks for things that are counted: never between two integers. */
export function integerTicks(domain: Domain, count: number): number[] {
  return ticks(domain, count).filter(Number.isInteger);
}
