export interface FieldError {
  field: string;
  message: string;
}

/** RFC 9457 problem details, as every refused request is answered. */
export interface Problem {
  title: string;
  status: number;
  detail?: string;
  errors?: FieldError[];
}

export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "ApiError";
  }

  get status(): number {
    return this.problem.status;
  }

  get errors(): FieldError[] {
    return this.problem.errors ?? [];
  }
}

/** The coordinator did not answer at all. */
export class ConnectionError extends Error {
  constructor() {
    super("The coordinator cannot be reached.");
    this.name = "ConnectionError";
  }
}

/** Reads a refused answer in its own words; a body that is no problem+json is shown as it came. */
export function problemOf(status: number, statusText: string, body: string): Problem {
  try {
    const parsed = JSON.parse(body) as Partial<Problem>;
    if (typeof parsed.title === "string" || typeof parsed.detail === "string") {
      return { ...parsed, title: parsed.title ?? `HTTP ${status}`, status };
    }
  } catch {
    // not JSON: fall through to the text itself
  }
  const text = body.trim().slice(0, 500);
  const title = `HTTP ${status} ${statusText}`.trim();
  return text === "" ? { title, status } : { title, status, detail: text };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
