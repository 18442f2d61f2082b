import type { Json, ParameterSpec } from "../api/types";
import { formatJson, formatNumber } from "./format";
import { clamp, robustDomain, ticks, type Domain } from "./scale";

/** Where values lie between 0 and 1, and what is written beside. */
export interface Axis {
  label: string;
  /** Undefined for what has no place, such as a parameter that is not active. */
  place: (value: Json | undefined) => number | undefined;
  ticks: readonly { at: number; label: string }[];
}

/** The axis of a searched parameter, on its own scale. */
export function parameterAxis(label: string, spec: ParameterSpec): Axis {
  if (spec.type === "categorical") return categoricalAxis(label, spec.values ?? []);
  const domain = { min: spec.min ?? 0, max: spec.max ?? 1 };
  return spec.scale === "log" ? logAxis(label, domain) : linearAxis(label, domain);
}

/** The axis of what trials measured; values far out lie at its ends. */
export function valueAxis(label: string, values: readonly number[]): Axis {
  return linearAxis(label, robustDomain(values));
}

export function linearAxis(label: string, domain: Domain): Axis {
  return numericAxis(label, domain, (value) => value, ticks(domain, 5));
}

function logAxis(label: string, domain: Domain): Axis {
  return numericAxis(label, domain, Math.log, logTicks(domain));
}

function numericAxis(label: string, domain: Domain, scaled: (value: number) => number, marks: readonly number[]): Axis {
  const [from, to] = [scaled(domain.min), scaled(domain.max)];
  const share = (value: number): number => (to === from ? 0.5 : (scaled(clamp(value, domain)) - from) / (to - from));
  return {
    label,
    place: (value) => (typeof value === "number" && Number.isFinite(value) ? share(value) : undefined),
    ticks: marks.map((mark) => ({ at: share(mark), label: formatNumber(mark) })),
  };
}

function categoricalAxis(label: string, values: readonly Json[]): Axis {
  const places = new Map(values.map((value, index) => [JSON.stringify(value), (index + 0.5) / values.length]));
  return {
    label,
    place: (value) => places.get(JSON.stringify(value)),
    ticks: values.map((value, index) => ({ at: (index + 0.5) / values.length, label: formatJson(value) })),
  };
}

const mostTicks = 5;

/** Powers of ten, with their doubles and halves where there are few, and only some of them where there are many. */
export function logTicks({ min, max }: Domain): number[] {
  const powers = Array.from({ length: 1 + Math.floor(Math.log10(max)) - Math.floor(Math.log10(min)) }, (_, index) =>
    Number(`1e${Math.floor(Math.log10(min)) + index}`),
  );
  const inside = (values: readonly number[]): number[] => values.filter((value) => value >= min && value <= max);
  const fine = inside(powers.flatMap((power) => [power, 2 * power, 5 * power]).map((value) => Number(value.toPrecision(12))));
  if (fine.length <= mostTicks) return fine;
  const coarse = inside(powers);
  const every = Math.ceil(coarse.length / mostTicks);
  return coarse.filter((_, index) => index % every === 0);
}
