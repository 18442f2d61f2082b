import { humanize } from "../model/format";

/** A state as a coloured dot with its name, so that colour is never the only sign. */
export function StateBadge({ state }: { state: string }) {
  return <span className={`badge ${state}`}>{humanize(state)}</span>;
}
