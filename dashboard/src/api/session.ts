import { Observable } from "../model/observable";

const key = "sweepforge.token";

/** True while the coordinator asks for a token that it accepts. */
export const signInNeeded = new Observable(false);

export function token(): string | null {
  return sessionStorage.getItem(key);
}

export function signIn(value: string): void {
  sessionStorage.setItem(key, value.trim());
  signInNeeded.set(false);
}

export function authorization(): Record<string, string> {
  const value = token();
  return value === null ? {} : { Authorization: `Bearer ${value}` };
}
