import { connectionLost, connectionSeen } from "./connection";
import { ApiError, ConnectionError, isAbort, problemOf } from "./problem";
import { authorization, signInNeeded } from "./session";

export type Query = Record<string, string | number | null | undefined>;

export function url(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return given.length === 0 ? path : `${path}?${search}`;
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return json<T>(await send(url(path, query), signal ? { signal } : {}));
}

export async function getText(path: string, signal?: AbortSignal): Promise<string> {
  return (await send(path, signal ? { signal } : {})).text();
}

export async function post<T>(path: string, body?: unknown, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<T> {
  const init: RequestInit = { method: "POST", headers };
  if (signal) init.signal = signal;
  if (body instanceof Blob) {
    init.body = body;
  } else if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { "Content-Type": "application/json", ...headers };
  }
  return json<T>(await send(path, init));
}

/** Sends with the session's token; throws ApiError for a refusal and ConnectionError for silence. */
export async function send(target: string, init: RequestInit): Promise<Response> {
  const answer = await reach(target, { ...init, headers: { ...init.headers, ...authorization() } });
  if (answer.ok) return answer;
  if (answer.status === 401) signInNeeded.set(true);
  throw new ApiError(problemOf(answer.status, answer.statusText, await answer.text()));
}

async function reach(target: string, init: RequestInit): Promise<Response> {
  try {
    const answer = await fetch(target, init);
    connectionSeen();
    return answer;
  } catch (error) {
    if (isAbort(error)) throw error;
    connectionLost();
    throw new ConnectionError();
  }
}

async function json<T>(answer: Response): Promise<T> {
  const text = await answer.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}
