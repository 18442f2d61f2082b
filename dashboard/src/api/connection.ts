import { Observable } from "../model/observable";
import { ConnectionError } from "./problem";

const probeEveryMillis = 2_000;

/** Whether the coordinator answers; while it does not, it is probed until it does. */
export const connected = new Observable(true);

let probing = false;

export function connectionLost(): void {
  connected.set(false);
  if (!probing) void probe();
}

export function connectionSeen(): void {
  connected.set(true);
}

async function probe(): Promise<void> {
  probing = true;
  while (!connected.get()) {
    await new Promise((resolve) => setTimeout(resolve, probeEveryMillis));
    try {
      const answer = await fetch("/health/live", { cache: "no-store" });
      if (answer.ok) connectionSeen();
    } catch {
      // still away
    }
  }
  probing = false;
}

/** Tries again whenever the connection is back; every other error is the caller's. */
export async function untilConnected<T>(request: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
      await online();
    }
  }
}

function online(): Promise<void> {
  return new Promise((resolve) => {
    const stop = connected.subscribe(() => {
      if (!connected.get()) return;
      stop();
      resolve();
    });
  });
}
