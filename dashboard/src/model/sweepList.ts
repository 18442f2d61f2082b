import type { Sweep } from "../api/types";

/** The loaded list with later changes in it, newest first, only those in the wanted state ("" is any). */
export function mergeSweeps(loaded: readonly Sweep[], changes: ReadonlyMap<string, Sweep>, state: string): Sweep[] {
  const merged = new Map(loaded.map((sweep) => [sweep.id, sweep]));
  for (const [id, sweep] of changes) merged.set(id, sweep);
  return [...merged.values()]
    .filter((sweep) => state === "" || sweep.state === state)
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}
