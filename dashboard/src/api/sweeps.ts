import { get, getText, post } from "./http";
import type { CurvePoint, Json, Page, Sweep, Trial, TrialState } from "./types";

export type TrialSort = "number" | "value" | "duration";
export type SortOrder = "asc" | "desc";
export type SweepAction = "pause" | "resume" | "cancel";

export interface TrialQuery {
  state?: TrialState | "";
  sort?: TrialSort;
  order?: SortOrder;
  limit?: number;
  cursor?: string | null;
}

const sweeps = "/api/v1/sweeps";
const at = (id: string): string => `${sweeps}/${encodeURIComponent(id)}`;

export function listSweeps(state: string, cursor: string | null, signal?: AbortSignal): Promise<Page<Sweep>> {
  return get(sweeps, { state, cursor }, signal);
}

export function getSweep(id: string, signal?: AbortSignal): Promise<Sweep> {
  return get(at(id), {}, signal);
}

export function steer(id: string, action: SweepAction): Promise<unknown> {
  return post(`${at(id)}/${action}`);
}

export function listTrials(id: string, query: TrialQuery, signal?: AbortSignal): Promise<Page<Trial>> {
  return get(`${at(id)}/trials`, { ...query }, signal);
}

export function getTrial(id: string, number: number, signal?: AbortSignal): Promise<Trial> {
  return get(`${at(id)}/trials/${number}`, {}, signal);
}

export async function getCurve(id: string, number: number, signal?: AbortSignal): Promise<CurvePoint[]> {
  return (await get<{ items: CurvePoint[] }>(`${at(id)}/trials/${number}/metrics`, {}, signal)).items;
}

export function getLog(id: string, number: number, signal?: AbortSignal): Promise<string> {
  return getText(`${at(id)}/trials/${number}/log`, signal);
}

export function stopTrial(id: string, number: number): Promise<unknown> {
  return post(`${at(id)}/trials/${number}/stop`);
}

export function validateSweep(spec: Json, signal?: AbortSignal): Promise<Json> {
  return post(`${sweeps}/validate`, spec, {}, signal);
}

/** Submits once, even when the same draft is sent again under the same key. */
export function submitSweep(spec: Json, idempotencyKey: string): Promise<Sweep> {
  return post(sweeps, spec, { "Idempotency-Key": idempotencyKey });
}
