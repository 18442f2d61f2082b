import { useState } from "react";

export interface Action {
  run: (work: () => Promise<unknown>) => Promise<void>;
  busy: boolean;
  error: unknown;
  dismiss: () => void;
}

/** Something a person started: busy until it is done, and its refusal to be shown where it was started. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, error, dismiss: () => setError(undefined) };
}
