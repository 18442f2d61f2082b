// The JSON of the HTTP API, version 1, as far as the dashboard reads it.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type SweepState = "running" | "paused" | "completed" | "cancelled" | "failed";
export type TrialState = "pending" | "running" | "paused" | "completed" | "pruned" | "failed" | "cancelled";
export type Goal = "maximize" | "minimize";

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Objective {
  metric: string;
  goal: Goal;
}

/** A sweep specification; what is not needed here stays plain JSON. */
export interface SweepSpec {
  name?: string;
  objectives?: Objective[];
  trial: { kind: string; family?: string; dataset?: string; epochs?: number; [key: string]: Json | undefined };
  space?: Record<string, ParameterSpec>;
  sampler?: { kind: string };
  scheduler?: { kind: string };
  budget?: { maxTrials?: number };
}

export interface ParameterSpec {
  type: "float" | "int" | "categorical";
  min?: number;
  max?: number;
  scale?: string;
  step?: number;
  values?: Json[];
}

export type TrialCounts = Record<TrialState | "total", number>;
export type Metrics = Record<string, number | null>;

export interface Best {
  number: number;
  parameters: JsonObject;
  value: number;
  metrics: Metrics;
}

export interface Sweep {
  id: string;
  name: string;
  state: SweepState;
  spec: SweepSpec;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  trials: TrialCounts;
  best: Best | null;
  progress: { fraction: number; remaining: string | null };
  stopReason: string | null;
}

export interface Failure {
  code: string;
  message: string;
  hint: string | null;
}

export interface Trial {
  number: number;
  state: TrialState;
  parameters: JsonObject;
  value: number | null;
  /** One per objective. */
  values: (number | null)[] | null;
  epoch: number | null;
  attempts: number;
  node: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  failure: Failure | null;
  reason: string | null;
  /** Why the sampler chose it. */
  suggestionReason?: string | null;
  /** Why it was paused, promoted or stopped; null while nobody decided about it. */
  decisionReason?: string | null;
  /** The trial it is a copy of. */
  parent?: number | null;
}

/** One point of a trial's learning curve. */
export interface CurvePoint {
  step: number;
  metrics: Metrics;
  at: string;
}

export interface ReportEvent extends CurvePoint {
  number: number;
  attempt: number;
}
