import { useEffect, useState } from "react";
import { ApiError, isAbort } from "../api/problem";
import { validateSweep } from "../api/sweeps";
import type { Draft } from "../model/draft";
import { previewOf, type Preview } from "../model/preview";

const quietMillis = 400;

export interface Validation {
  /** The last valid answer; undefined while the draft has mistakes. */
  preview: Preview | undefined;
  error: unknown;
  checking: boolean;
}

/** Asks the coordinator what it thinks of a draft, once nothing was typed for a moment. */
export function useValidation(draft: Draft): Validation {
  const [state, setState] = useState<Validation>({ preview: undefined, error: undefined, checking: true });
  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({ ...before, checking: true }));
    const timer = setTimeout(() => {
      validateSweep(draft, abort.signal).then(
        (answer) => setState({ preview: previewOf(answer), error: undefined, checking: false }),
        (error: unknown) => isAbort(error) || setState({ preview: undefined, error, checking: false }),
      );
    }, quietMillis);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [draft]);
  return state;
}

export function errorsOf(error: unknown) {
  return error instanceof ApiError ? error.errors : [];
}
