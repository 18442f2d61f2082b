import { ErrorNotice } from "../components/Notice";
import { NoSweeps } from "../components/NoSweeps";
import { Segmented } from "../components/Segmented";
import { SweepTable } from "../components/SweepTable";
import { useAction } from "../hooks/useAction";
import { useQueryParameter } from "../hooks/useRouter";
import { useSweepList } from "../hooks/useSweepList";
import { useTitle } from "../hooks/useTitle";
import { humanize } from "../model/format";

const states = ["", "running", "paused", "completed", "cancelled", "failed"] as const;
const options = states.map((value) => ({ value, label: value === "" ? "All" : humanize(value) }));

export function SweepsPage() {
  const [filter, setFilter] = useQueryParameter("state");
  const state = filter ?? "";
  const { sweeps, error, more } = useSweepList(state);
  const loading = useAction();
  useTitle("Sweeps");
  return (
    <>
      <div className="page-head">
        <h1>Sweeps</h1>
        <Segmented label="Filter by state" options={options} value={state} onChange={setFilter} />
      </div>
      <div className="stack">
        <ErrorNotice error={error ?? loading.error} />
        {sweeps?.length === 0 && (state === "" ? <NoSweeps /> : <p className="card empty muted">No sweep is {state}.</p>)}
        {sweeps && sweeps.length > 0 && <SweepTable sweeps={sweeps} />}
        {more && (
          <button className="button" disabled={loading.busy} onClick={() => void loading.run(more)}>
            Show more
          </button>
        )}
      </div>
    </>
  );
}
