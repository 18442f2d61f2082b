import { type DependencyList, useCallback, useEffect, useRef, useState } from "react";
import { connected } from "../api/connection";
import { signInNeeded } from "../api/session";
import { Loader, type Loaded } from "../live/loader";
import { useObservable } from "./useObservable";

export interface Resource<T> extends Loaded<T> {
  reload: () => void;
}

const nothing = { data: undefined, error: undefined };

/**
 * Loads when the dependencies change, and again on reload(), when `revision` changes, after signing in and
 * when the connection is back. What was loaded stays on screen meanwhile, unless the dependencies changed.
 */
export function useResource<T>(
  load: (signal: AbortSignal) => Promise<T>,
  dependencies: DependencyList,
  revision: unknown = 0,
): Resource<T> {
  const [state, setState] = useState<Loaded<T>>(nothing);
  const loader = useRef<Loader<T>>(undefined);
  const online = useObservable(connected);
  const locked = useObservable(signInNeeded);
  const reload = useCallback(() => loader.current?.refresh(), []);
  // Before the effect that makes a loader, so that a new one does not load twice.
  useEffect(reload, [revision]);
  useEffect(() => () => setState(nothing), dependencies);
  useEffect(() => {
    if (!online || locked) return;
    const current = new Loader(load, setState);
    loader.current = current;
    current.refresh();
    return () => current.stop();
  }, [...dependencies, online, locked]);
  return { ...state, reload };
}
