import { useState } from "react";
import { listTrials, type SortOrder, type TrialSort } from "../../api/sweeps";
import type { Goal, Sweep, TrialState } from "../../api/types";
import { useResource } from "../../hooks/useResource";
import { trialStates } from "../../model/counts";
import { Card } from "../Card";
import { ErrorNotice } from "../Notice";
import { Pager } from "./Pager";
import { TrialTable } from "./TrialTable";

interface Props {
  sweep: Sweep;
  revision: number;
  selected: number | null;
  onSelect: (number: number) => void;
}

export interface Sorting {
  sort: TrialSort;
  order: SortOrder;
}

const pageSize = 25;

/** All trials of a sweep, sorted and cut into pages by the coordinator. */
export function TrialsCard({ sweep, revision, selected, onSelect }: Props) {
  const [sorting, setSorting] = useState<Sorting>({ sort: "number", order: "desc" });
  const [state, setState] = useState<TrialState | "">("");
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  const cursor = cursors.at(-1) ?? null;
  const { data, error } = useResource(
    (signal) => listTrials(sweep.id, { state, ...sorting, limit: pageSize, cursor }, signal),
    [sweep.id, state, sorting, cursor],
    revision,
  );
  const next = data?.next ?? null;

  return (
    <Card title="Trials" aside={<StateFilter value={state} onChange={restart(setState, setCursors)} />}>
      <ErrorNotice error={error} />
      <TrialTable
        trials={data?.items}
        space={sweep.spec.space ?? {}}
        sorting={sorting}
        firstOrder={firstOrder(sweep.spec.objectives?.[0]?.goal)}
        selected={selected}
        onSort={restart(setSorting, setCursors)}
        onSelect={onSelect}
      />
      <Pager
        page={cursors.length}
        onPrevious={cursors.length > 1 ? () => setCursors(cursors.slice(0, -1)) : undefined}
        onNext={next === null ? undefined : () => setCursors([...cursors, next])}
      />
    </Card>
  );
}

/** Another order or filter starts again at the first page. */
function restart<T>(change: (value: T) => void, setCursors: (cursors: (string | null)[]) => void) {
  return (value: T): void => {
    change(value);
    setCursors([null]);
  };
}

function firstOrder(goal: Goal | undefined): Record<TrialSort, SortOrder> {
  return { number: "desc", value: goal === "maximize" ? "desc" : "asc", duration: "desc" };
}

function StateFilter({ value, onChange }: { value: TrialState | ""; onChange: (state: TrialState | "") => void }) {
  return (
    <label className="row muted">
      State
      <select style={{ width: "auto" }} value={value} onChange={(event) => onChange(event.target.value as TrialState | "")}>
        <option value="">all</option>
        {trialStates.map((state) => (
          <option key={state}>{state}</option>
        ))}
      </select>
    </label>
  );
}
