import type { Goal, Json } from "../api/types";
import type { Axis } from "./axis";
import type { TrialPoint } from "./bestSoFar";
import { isBetter } from "./objective";

/** A trial's way over the axes, from 0 at the bottom to 1; undefined where a parameter was not active. */
export interface Thread {
  number: number;
  value: number;
  places: readonly (number | undefined)[];
  good: boolean;
}

const goodShare = 0.1;

/** Trials with a value, the worst first so that the best are drawn above: the best ones, and some of the others. */
export function threads(points: readonly TrialPoint[], axes: readonly Axis[], goal: Goal, limit: number): Thread[] {
  const ranked = points
    .filter((point): point is TrialPoint & { value: number } => point.value !== null && point.state !== "failed")
    .sort((a, b) => (isBetter(a.value, b.value, goal) ? -1 : 1));
  const good = Math.min(Math.ceil(ranked.length * goodShare), limit / 2);
  const every = Math.max(1, (ranked.length - good) / (limit - good));
  return ranked
    .map((point, rank) => ({ point, rank }))
    .filter(({ rank }) => rank < good || Math.floor((rank - good) / every) > Math.floor((rank - good - 1) / every))
    .map(({ point, rank }) => ({
      number: point.number,
      value: point.value,
      places: axes.map((axis) => axis.place(valueOn(axis, point))),
      good: rank < good,
    }))
    .reverse();
}

/** The last axis shows the value, every other one the parameter it is named after. */
export const valueLabel = "value";

function valueOn(axis: Axis, point: TrialPoint): Json | undefined {
  return axis.label === valueLabel ? point.value : point.parameters[axis.label];
}

/** The thread that passes the pointer nearest; x counts axes from the left, y is 0 at the bottom and 1 at the top. */
export function nearestThread(all: readonly Thread[], x: number, y: number, reach: number): Thread | undefined {
  let best: Thread | undefined;
  let bestDistance = reach;
  for (const thread of all) {
    const distance = Math.abs(heightAt(thread, x) - y);
    if (distance <= bestDistance) {
      best = thread;
      bestDistance = distance;
    }
  }
  return best;
}

function heightAt({ places }: Thread, x: number): number {
  const left = Math.min(Math.max(0, Math.floor(x)), places.length - 1);
  const right = Math.min(left + 1, places.length - 1);
  const [from, to] = [places[left] ?? inactive, places[right] ?? inactive];
  return from + (to - from) * Math.min(1, Math.max(0, x - left));
}

/** Where threads pass an axis whose parameter they do not have: below it. */
export const inactive = -0.12;
