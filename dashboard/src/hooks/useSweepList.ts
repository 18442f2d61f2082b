import { useEffect, useMemo, useRef, useState } from "react";
import { follow } from "../api/eventStream";
import { signInNeeded } from "../api/session";
import { listSweeps } from "../api/sweeps";
import type { Page, Sweep } from "../api/types";
import { mergeSweeps } from "../model/sweepList";
import { throttle } from "../model/throttle";
import { useObservable } from "./useObservable";
import { useResource } from "./useResource";

const refreshMillis = 500;
const pollMillis = 3_000;

export interface SweepList {
  sweeps: Sweep[] | undefined;
  error: unknown;
  more: (() => Promise<void>) | undefined;
}

/** The sweeps in one state, live: by the global event stream, or by asking again where there is none. */
export function useSweepList(state: string): SweepList {
  const first = useResource((signal) => listSweeps(state, null, signal), [state]);
  const [later, setLater] = useState<Page<Sweep>[]>([]);
  useEffect(() => setLater([]), [state]);
  const changes = useSweepEvents(first.reload);
  const pages = first.data ? [first.data, ...later] : [];
  const loaded = pages.flatMap(({ items }) => items);
  const next = pages.at(-1)?.next ?? null;
  const more = async (): Promise<void> => {
    const page = await listSweeps(state, next);
    setLater((before) => [...before, page]);
  };
  return {
    sweeps: first.data && mergeSweeps(loaded, changes, state),
    error: first.error,
    more: next === null ? undefined : more,
  };
}

function useSweepEvents(reload: () => void): ReadonlyMap<string, Sweep> {
  const seen = useRef(new Map<string, Sweep>());
  const [changes, setChanges] = useState<ReadonlyMap<string, Sweep>>(new Map());
  const [streamed, setStreamed] = useState(true);
  const show = useMemo(() => throttle(() => setChanges(new Map(seen.current)), refreshMillis), []);
  const locked = useObservable(signInNeeded);
  useEffect(() => {
    if (locked) return;
    setStreamed(true);
    const abort = new AbortController();
    void follow("/api/v1/events", abort.signal, {
      onEvent: ({ type, data }) => {
        if (type !== "sweep") return;
        const sweep = JSON.parse(data) as Sweep;
        seen.current.set(sweep.id, sweep);
        show();
      },
      onRefused: () => setStreamed(false),
    });
    return () => {
      abort.abort();
      show.cancel();
    };
  }, [show, locked]);
  useEffect(() => {
    if (streamed) return;
    const timer = setInterval(reload, pollMillis);
    return () => clearInterval(timer);
  }, [streamed, reload]);
  return changes;
}
