import { useState } from "react";
import type { Objective, Sweep } from "../../api/types";
import type { TrialPoint } from "../../model/bestSoFar";
import { settled } from "../../model/counts";
import { milestone } from "../../model/milestone";
import { Card } from "../Card";
import { Segmented } from "../Segmented";
import { ImportancePanel } from "./ImportancePanel";
import { ParallelPanel } from "./ParallelPanel";
import { ParetoPanel } from "./ParetoPanel";
import { SlicePanel } from "./SlicePanel";

interface Props {
  sweep: Sweep;
  objective: Objective;
  points: readonly TrialPoint[];
  selected: number | null;
  onSelect: (number: number) => void;
}

type View = "importance" | "slices" | "parallel" | "pareto";

const views: readonly { value: View; label: string }[] = [
  { value: "importance", label: "Importance" },
  { value: "slices", label: "Slices" },
  { value: "parallel", label: "Parallel" },
];

/** What the trials say as a whole. */
export function AnalysisCard({ sweep, objective, points, selected, onSelect }: Props) {
  const objectives = sweep.spec.objectives ?? [];
  const several = objectives.length > 1;
  const [view, setView] = useState<View>(several ? "pareto" : "importance");
  const options = several ? [{ value: "pareto", label: "Pareto" } as const, ...views] : views;
  const revision = `${sweep.state} ${milestone(settled(sweep.trials))}`;
  const shared = { points, objective, space: sweep.spec.space ?? {}, selected, onSelect };
  return (
    <Card title="Analysis" aside={<Segmented label="View" options={options} value={view} onChange={setView} />}>
      {view === "importance" && <ImportancePanel sweep={sweep.id} objectives={objectives} revision={revision} />}
      {view === "slices" && <SlicePanel {...shared} />}
      {view === "parallel" && <ParallelPanel {...shared} />}
      {view === "pareto" && (
        <ParetoPanel sweep={sweep.id} points={points} objectives={objectives} revision={revision} selected={selected} onSelect={onSelect} />
      )}
    </Card>
  );
}
