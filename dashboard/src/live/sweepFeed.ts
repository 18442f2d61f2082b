import { untilConnected } from "../api/connection";
import { follow } from "../api/eventStream";
import { isAbort } from "../api/problem";
import { getCurve, getSweep, listTrials } from "../api/sweeps";
import type { CurvePoint, Page, ReportEvent, Sweep, Trial } from "../api/types";
import type { TrialPoint } from "../model/bestSoFar";
import { withPoint } from "../model/curves";
import { Observable } from "../model/observable";
import type { ServerEvent } from "../model/sseParser";
import { throttle } from "../model/throttle";

const refreshMillis = 500;
const pageSize = 1_000;

export interface SweepView {
  sweep: Sweep | undefined;
  points: readonly TrialPoint[];
  curves: ReadonlyMap<number, readonly CurvePoint[]>;
  /** Grows whenever a trial changed. */
  revision: number;
  error: unknown;
}

const nothing: SweepView = { sweep: undefined, points: [], curves: new Map(), revision: 0, error: undefined };

/** One sweep, kept up to date by its event stream and shown at most twice a second. */
export class SweepFeed {
  readonly view = new Observable<SweepView>(nothing);

  private sweep: Sweep | undefined;
  private readonly points = new Map<number, TrialPoint>();
  private readonly curves = new Map<number, readonly CurvePoint[]>();
  private revision = 0;
  private error: unknown;
  private abort = new AbortController();
  private readonly show = throttle(() => this.publish(), refreshMillis);

  constructor(private readonly id: string) {}

  /** Follows until the returned function is called. */
  start(): () => void {
    this.abort = new AbortController();
    const path = `/api/v1/sweeps/${encodeURIComponent(this.id)}/events`;
    const { signal } = this.abort;
    void follow(path, signal, { onEvent: (event) => this.on(event), onRefused: (error) => this.fail(error) });
    this.load(signal).catch((error: unknown) => this.fail(error));
    return () => this.stop();
  }

  /** Loads the curve of a trial once; its later reports arrive as events. */
  watchCurve = (number: number): void => {
    if (this.curves.has(number)) return;
    this.curves.set(number, []);
    getCurve(this.id, number, this.abort.signal).then(
      (loaded) => {
        this.curves.set(number, (this.curves.get(number) ?? []).reduce(withPoint, loaded));
        this.show();
      },
      () => this.curves.delete(number),
    );
  };

  private stop(): void {
    this.abort.abort();
    this.show.cancel();
  }

  private async load(signal: AbortSignal): Promise<void> {
    this.sweep = await untilConnected(() => getSweep(this.id, signal));
    this.show();
    let cursor: string | null = null;
    do {
      const query = { sort: "number", order: "asc", limit: pageSize, cursor } as const;
      const page: Page<Trial> = await untilConnected(() => listTrials(this.id, query, signal));
      page.items.filter(({ number }) => !this.points.has(number)).forEach((trial) => this.keep(trial));
      cursor = page.next;
      this.show();
    } while (cursor !== null);
  }

  private on({ type, data }: ServerEvent): void {
    if (type === "sweep") this.sweep = JSON.parse(data) as Sweep;
    else if (type === "trial") this.keep(JSON.parse(data) as Trial);
    else if (type === "report") this.report(JSON.parse(data) as ReportEvent);
    this.error = undefined;
    this.show();
  }

  private keep({ number, value, values, state, parameters }: Trial): void {
    this.points.set(number, { number, value, values, state, parameters });
    this.revision++;
  }

  private report({ number, step, metrics, at }: ReportEvent): void {
    const curve = this.curves.get(number);
    if (curve) this.curves.set(number, withPoint(curve, { step, metrics, at }));
  }

  private fail(error: unknown): void {
    if (isAbort(error)) return;
    this.error = error;
    this.show();
  }

  private publish(): void {
    this.view.set({
      sweep: this.sweep,
      points: [...this.points.values()],
      curves: new Map(this.curves),
      revision: this.revision,
      error: this.error,
    });
  }
}
