import type { FieldError } from "../api/problem";

export interface AssignedErrors {
  byField: ReadonlyMap<string, string[]>;
  /** What belongs to no field of the form. */
  others: FieldError[];
}

export const noErrors: AssignedErrors = { byField: new Map(), others: [] };

/**
 * Puts each message at the form field it belongs to: the field itself, or the nearest one around it
 * ("space.lr.values[2]" at "space.lr.values"), then with the rest of the path in front.
 */
export function assignErrors(errors: readonly FieldError[], formFields: ReadonlySet<string>): AssignedErrors {
  const byField = new Map<string, string[]>();
  const others: FieldError[] = [];
  for (const error of errors) {
    const home = ancestors(error.field).find((path) => formFields.has(path));
    if (home === undefined) {
      others.push(error);
    } else {
      const rest = error.field.slice(home.length).replace(/^\./, "");
      const message = rest === "" ? error.message : `${rest}: ${error.message}`;
      byField.set(home, [...(byField.get(home) ?? []), message]);
    }
  }
  return { byField, others };
}

/** "a.b[1].c" → ["a.b[1].c", "a.b[1]", "a.b", "a"]. */
function ancestors(path: string): string[] {
  const result: string[] = [];
  for (let rest = path; rest !== ""; rest = rest.replace(/(^|\.)[^.[\]]+$|\[[^\]]*\]$/, "")) {
    if (rest === result.at(-1)) break;
    result.push(rest);
  }
  return result;
}
