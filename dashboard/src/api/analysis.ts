import { get } from "./http";
import type { Objective, Trial } from "./types";

export const importanceMethods = ["ped-anova", "fanova"] as const;
export type ImportanceMethod = (typeof importanceMethods)[number];

export interface Importance {
  method: ImportanceMethod;
  objective: string;
  trials: number;
  /** The most important first; they sum to 1. */
  items: { parameter: string; importance: number }[];
  note: string | null;
}

export interface Pareto {
  objectives: Objective[];
  trials: number;
  /** The front, by the first objective. */
  items: Trial[];
  reference: number[] | null;
  hypervolume: number | null;
  history: { number: number; hypervolume: number }[];
  note: string | null;
}

const at = (id: string): string => `/api/v1/sweeps/${encodeURIComponent(id)}`;

export function getImportance(id: string, method: ImportanceMethod, objective: string, signal?: AbortSignal): Promise<Importance> {
  return get(`${at(id)}/importance`, { method, objective }, signal);
}

export function getPareto(id: string, signal?: AbortSignal): Promise<Pareto> {
  return get(`${at(id)}/pareto`, {}, signal);
}
