import type { Json } from "../api/types";
import { read } from "./draft";

/** What a dry run answers; null where it does not say. */
export interface Preview {
  spec: Json;
  trials: number | null;
  rungs: number[];
  /** Bytes of the largest. */
  memoryPerTrial: number | null;
}

export function previewOf(answer: Json): Preview {
  const number = (name: string): number | null => {
    const value = read(answer, [name]);
    return typeof value === "number" ? value : null;
  };
  const rungs = read(answer, ["rungs"]);
  return {
    spec: read(answer, ["spec"]) ?? answer,
    trials: number("trials"),
    rungs: Array.isArray(rungs) ? rungs.filter((rung) => typeof rung === "number") : [],
    memoryPerTrial: number("memoryPerTrial"),
  };
}
