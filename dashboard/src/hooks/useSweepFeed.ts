import { useEffect, useMemo } from "react";
import { signInNeeded } from "../api/session";
import { SweepFeed, type SweepView } from "../live/sweepFeed";
import { useObservable } from "./useObservable";

/** Follows one sweep while the page is shown; a new session starts afresh. */
export function useSweepFeed(id: string): { view: SweepView; watchCurve: (number: number) => void } {
  const locked = useObservable(signInNeeded);
  const feed = useMemo(() => new SweepFeed(id), [id, locked]);
  useEffect(() => (locked ? undefined : feed.start()), [feed, locked]);
  return { view: useObservable(feed.view), watchCurve: feed.watchCurve };
}
