import { createContext, useContext } from "react";
import type { Json } from "../../api/types";
import { read, type Draft, type Path } from "../../model/draft";

export interface DraftEditor {
  draft: Draft;
  errors: ReadonlyMap<string, string[]>;
  set: (path: Path, value: Json | undefined) => void;
}

export const DraftContext = createContext<DraftEditor>({ draft: {}, errors: new Map(), set: () => undefined });

/** One place of the draft: its value, how to change it and what the coordinator says about it. */
export function useField(path: Path) {
  const { draft, errors, set } = useContext(DraftContext);
  const name = path.join(".");
  return {
    name,
    value: read(draft, path),
    messages: errors.get(name) ?? [],
    set: (value: Json | undefined): void => set(path, value),
  };
}
