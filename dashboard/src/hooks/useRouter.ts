import { useMemo, useSyncExternalStore } from "react";
import { routeOf, type Route } from "../model/route";

const moved = "sweepforge:moved";

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  addEventListener(moved, listener);
  return () => {
    removeEventListener("popstate", listener);
    removeEventListener(moved, listener);
  };
}

export function navigate(to: string, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", to);
  else history.replaceState(null, "", to);
  dispatchEvent(new Event(moved));
}

export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  return useMemo(() => routeOf(path), [path]);
}

/** One query parameter of the address, kept there so that a view can be linked to. */
export function useQueryParameter(name: string): [string | null, (value: string | null) => void] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const set = (value: string | null): void => {
    const query = new URLSearchParams(location.search);
    if (value === null || value === "") query.delete(name);
    else query.set(name, value);
    navigate(query.size === 0 ? location.pathname : `${location.pathname}?${query}`, "replace");
  };
  return [new URLSearchParams(search).get(name), set];
}
