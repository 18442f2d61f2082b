export type Route =
  | { page: "sweeps" }
  | { page: "sweep"; id: string }
  | { page: "submit" }
  | { page: "datasets" }
  | { page: "nodes" }
  | { page: "unknown"; path: string };

export function routeOf(path: string): Route {
  const parts = path.split("/").filter((part) => part !== "");
  const [first, second] = parts;
  if (first === undefined) return { page: "sweeps" };
  if (parts.length === 1 && (first === "submit" || first === "datasets" || first === "nodes")) return { page: first };
  if (first === "sweeps" && second === undefined) return { page: "sweeps" };
  if (first === "sweeps" && second !== undefined && parts.length === 2) {
    return { page: "sweep", id: decodeURIComponent(second) };
  }
  return { page: "unknown", path };
}

export function sweepPath(id: string, trial?: number): string {
  return `/sweeps/${encodeURIComponent(id)}${trial === undefined ? "" : `?trial=${trial}`}`;
}
