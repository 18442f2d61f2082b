import { SseParser, type ServerEvent } from "../model/sseParser";
import { connectionLost, connectionSeen } from "./connection";
import { send } from "./http";
import { ApiError } from "./problem";

const firstRetryMillis = 500;
const lastRetryMillis = 8_000;

export interface StreamHandlers {
  onEvent: (event: ServerEvent) => void;
  /** The coordinator answered, but refuses this stream; it is not tried again. */
  onRefused: (error: ApiError) => void;
}

/**
 * Follows a Server-Sent Events stream until aborted, resuming with Last-Event-ID after every loss.
 * Over fetch instead of EventSource, which cannot send the Authorization header.
 */
export async function follow(path: string, signal: AbortSignal, handlers: StreamHandlers): Promise<void> {
  let lastEventId = "";
  let wait = firstRetryMillis;
  const onEvent = (event: ServerEvent): void => {
    wait = firstRetryMillis;
    lastEventId = event.id;
    handlers.onEvent(event);
  };
  while (!signal.aborted) {
    try {
      await read(path, lastEventId, signal, onEvent);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiError && error.status < 500) return handlers.onRefused(error);
      connectionLost();
    }
    await pause(wait, signal);
    wait = Math.min(wait * 2, lastRetryMillis);
  }
}

async function read(path: string, lastEventId: string, signal: AbortSignal, onEvent: (event: ServerEvent) => void) {
  const headers: Record<string, string> = { Accept: "text/event-stream" };
  if (lastEventId !== "") headers["Last-Event-ID"] = lastEventId;
  const answer = await send(path, { headers, signal, cache: "no-store" });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  const parser = new SseParser();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    connectionSeen();
    parser.push(chunk.value).forEach(onEvent);
  }
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
