import { isAbort } from "../api/problem";

export interface Loaded<T> {
  data: T | undefined;
  error: unknown;
}

/** Loads again on refresh(), never two at once: a refresh during a load is answered by one more after it. */
export class Loader<T> {
  private readonly abort = new AbortController();
  private busy = false;
  private again = false;

  constructor(
    private readonly load: (signal: AbortSignal) => Promise<T>,
    private readonly show: (change: (before: Loaded<T>) => Loaded<T>) => void,
  ) {}

  refresh(): void {
    if (this.abort.signal.aborted) return;
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    this.again = false;
    void this.run();
  }

  stop(): void {
    this.abort.abort();
  }

  private async run(): Promise<void> {
    try {
      const data = await this.load(this.abort.signal);
      if (!this.abort.signal.aborted) this.show(() => ({ data, error: undefined }));
    } catch (error) {
      if (!isAbort(error)) this.show(({ data }) => ({ data, error }));
    }
    this.busy = false;
    if (this.again) this.refresh();
  }
}
