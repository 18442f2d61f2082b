import { useEffect, useMemo } from "react";
import type { SweepView } from "../../live/sweepFeed";
import { series, shownTrials } from "../../model/curves";
import { humanize } from "../../model/format";
import { Card } from "../Card";
import { CurvesChart } from "../charts/CurvesChart";

interface Props {
  view: SweepView;
  metric: string;
  best: number | null;
  selected: number | null;
  watchCurve: (number: number) => void;
  onSelect: (number: number) => void;
}

const most = 8;

/** Learning curves of the chosen, the best and the latest trials. */
export function CurvesCard({ view: { points, curves }, metric, best, selected, watchCurve, onSelect }: Props) {
  const shown = useMemo(() => {
    const started = points.filter(({ state }) => state !== "pending").map(({ number }) => number);
    return shownTrials(selected, best, started, most);
  }, [points, selected, best]);
  useEffect(() => shown.forEach(watchCurve), [shown, watchCurve]);
  const lines = shown.flatMap((number) => {
    const line = series(curves.get(number) ?? [], metric);
    const emphasis = number === selected || (selected === null && number === best);
    return line.length === 0 ? [] : [{ number, label: labelOf(number, best), points: line, emphasis }];
  });
  return (
    <Card title="Learning curves" aside={<span className="muted">{humanize(metric)} by epoch</span>}>
      {lines.length === 0 ? (
        <p className="muted">The first reports will appear here.</p>
      ) : (
        <CurvesChart curves={lines} metric={metric} onSelect={onSelect} />
      )}
    </Card>
  );
}

function labelOf(number: number, best: number | null): string {
  return number === best ? `Trial ${number}, best` : `Trial ${number}`;
}
