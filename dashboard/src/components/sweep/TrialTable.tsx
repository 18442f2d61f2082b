import type { SortOrder, TrialSort } from "../../api/sweeps";
import type { ParameterSpec, Trial } from "../../api/types";
import { useNow } from "../../hooks/useNow";
import { formatJson, formatNumber } from "../../model/format";
import { elapsed, formatDuration } from "../../model/time";
import { StateBadge } from "../StateBadge";
import { SortHeader } from "./SortHeader";
import type { Sorting } from "./TrialsCard";

type Space = Readonly<Record<string, ParameterSpec>>;

interface Props {
  trials: readonly Trial[] | undefined;
  space: Space;
  sorting: Sorting;
  firstOrder: Record<TrialSort, SortOrder>;
  selected: number | null;
  onSort: (sorting: Sorting) => void;
  onSelect: (number: number) => void;
}

export function TrialTable({ trials, space, sorting, firstOrder, selected, onSort, onSelect }: Props) {
  const now = useNow();
  const header = (sort: TrialSort, label: string) => (
    <SortHeader sort={sort} label={label} sorting={sorting} first={firstOrder[sort]} onSort={onSort} />
  );
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Trials">
      <table>
        <thead>
          <tr>
            {header("number", "Trial")}
            <th>State</th>
            {header("value", "Value")}
            <th className="right">Epoch</th>
            {Object.keys(space).map((name) => (
              <th key={name} className={sideOf(space[name])}>
                {name}
              </th>
            ))}
            <th>Node</th>
            <th className="right">Attempts</th>
            {header("duration", "Duration")}
            <th>Chosen because</th>
            <th>Decided because</th>
          </tr>
        </thead>
        <tbody>
          {trials?.map((trial) => (
            <Row
              key={trial.number}
              trial={trial}
              space={space}
              now={now}
              selected={trial.number === selected}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
      {trials?.length === 0 && <p className="empty muted">No trials here yet.</p>}
    </div>
  );
}

interface RowProps {
  trial: Trial;
  space: Space;
  now: number;
  selected: boolean;
  onSelect: (number: number) => void;
}

function Row({ trial, space, now, selected, onSelect }: RowProps) {
  return (
    <tr className="selectable" aria-selected={selected} onClick={() => onSelect(trial.number)}>
      <td className="right">
        <button className="row-button" aria-label={`Show trial ${trial.number}`}>
          {trial.number}
        </button>
        {trial.parent !== null && trial.parent !== undefined && (
          <span className="muted" title={`A copy of trial ${trial.parent}`}>
            {" "}
            ← {trial.parent}
          </span>
        )}
      </td>
      <td>
        <StateBadge state={trial.state} />
      </td>
      <td className="right">{formatNumber(trial.value)}</td>
      <td className="right">{formatNumber(trial.epoch)}</td>
      {Object.keys(space).map((name) => (
        <td key={name} className={sideOf(space[name])}>
          {formatJson(trial.parameters[name])}
        </td>
      ))}
      <td>{trial.node ?? "–"}</td>
      <td className="right">{trial.attempts}</td>
      <td className="right">{formatDuration(elapsed(trial.startedAt, trial.finishedAt, now))}</td>
      <ReasonCell text={trial.suggestionReason ?? trial.reason} />
      <ReasonCell text={trial.failure?.message ?? trial.decisionReason} />
    </tr>
  );
}

function ReasonCell({ text }: { text: string | null | undefined }) {
  return (
    <td className="reason" title={text ?? undefined}>
      {text || "–"}
    </td>
  );
}

/** Numbers line up at their right end, words at their left. */
function sideOf(parameter: ParameterSpec | undefined): string {
  return parameter?.type === "categorical" ? "" : "right";
}
