import type { Goal, Json, JsonObject, ParameterSpec } from "./types";

export interface FamilyParameter {
  name: string;
  type: "float" | "int" | "categorical";
  min?: number | null;
  max?: number | null;
  values?: Json[] | null;
  default?: Json;
  description: string;
}

export interface ModelFamily {
  name: string;
  description: string;
  task: string;
  parameters: FamilyParameter[];
  defaultSpace: Record<string, ParameterSpec>;
  defaultEpochs: number;
  metrics: { name: string; goal: Goal; description: string }[];
}

/** A sampler or scheduler that can be asked for. */
export interface Strategy {
  kind: string;
  description: string;
  available: boolean;
  options: { name: string; description: string; default: Json }[];
}

export interface Dataset {
  id: string;
  name: string;
  task: string;
  format: string;
  rows: number;
  shape: number[] | null;
  classes: number | null;
  columns: string[] | null;
  target: string | null;
  bytes: number;
  createdAt: string;
}

export interface Device {
  id: string;
  backend: string;
  name: string;
  memoryBytes: number;
  memoryUsedBytes: number | null;
  utilisation: number | null;
  temperatureCelsius: number | null;
  lanes: number;
  trials: { sweep: string; number: number }[];
}

export interface ClusterNode {
  id: string;
  state: string;
  address: string;
  joinedAt: string;
  lastSeenAt: string;
  devices: Device[];
  families: (string | JsonObject)[];
}
