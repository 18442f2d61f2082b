import type { Json, JsonObject } from "../api/types";

/** A sweep specification while it is written: any JSON object, valid or not. */
export type Draft = JsonObject;

export type Path = readonly string[];

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function read(draft: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), draft);
}

/** A copy with the value at the path; undefined removes the key, and objects left empty by that with it. */
export function write(draft: JsonObject, path: Path, value: Json | undefined): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined) return draft;
  const child = draft[key];
  const next = rest.length === 0 ? value : write(isObject(child) ? child : {}, rest, value);
  const gone = next === undefined || (value === undefined && isObject(next) && Object.keys(next).length === 0);
  if (!gone) return { ...draft, [key]: next };
  const { [key]: _, ...others } = draft;
  return others;
}

/** What a person typed as JSON: a number when it is one, nothing when empty, else the text for the server to judge. */
export function parseScalar(text: string): Json | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (trimmed === "true" || trimmed === "false") return trimmed === "true";
  const number = Number(trimmed);
  return Number.isFinite(number) ? number : trimmed;
}

export function parseList(text: string): Json[] | undefined {
  const values = text.split(",").map(parseScalar).filter((value) => value !== undefined);
  return values.length === 0 ? undefined : values;
}

export function scalarText(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

export function listText(value: Json | undefined): string {
  return Array.isArray(value) ? value.map(scalarText).join(", ") : scalarText(value);
}
