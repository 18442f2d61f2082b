import type { CurvePoint } from "../api/types";

export interface XY {
  x: number;
  y: number;
}

/** Adds a report to a curve; a step trained again by a later attempt replaces the earlier one. */
export function withPoint(curve: readonly CurvePoint[], point: CurvePoint): CurvePoint[] {
  const at = curve.findIndex(({ step }) => step >= point.step);
  if (at < 0) return [...curve, point];
  const replaced = curve[at]!.step === point.step ? 1 : 0;
  return [...curve.slice(0, at), point, ...curve.slice(at + replaced)];
}

/** The finite values of one metric by step. */
export function series(curve: readonly CurvePoint[], metric: string): XY[] {
  return curve.flatMap(({ step, metrics }) => {
    const value = metrics[metric];
    return typeof value === "number" && Number.isFinite(value) ? [{ x: step, y: value }] : [];
  });
}

/** Every metric that a curve reports, in order of first appearance. */
export function metricNames(curve: readonly CurvePoint[]): string[] {
  return [...new Set(curve.flatMap(({ metrics }) => Object.keys(metrics)))];
}

export function linePath(points: readonly XY[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}

/** Which trials' curves are shown: the chosen and the best one, then the latest, at most `limit`. */
export function shownTrials(
  selected: number | null,
  best: number | null,
  started: readonly number[],
  limit: number,
): number[] {
  const latest = largest(started, limit);
  const wanted = [selected, best, ...latest].filter((number) => number !== null);
  return [...new Set(wanted)].slice(0, limit);
}

/** The largest numbers, descending; one pass, for there may be 100,000. */
function largest(numbers: readonly number[], limit: number): number[] {
  const kept: number[] = [];
  for (const number of numbers) {
    if (kept.length === limit && number < kept[limit - 1]!) continue;
    kept.push(number);
    kept.sort((a, b) => b - a);
    kept.length = Math.min(kept.length, limit);
  }
  return kept;
}
