import { useCallback } from "react";
import { AnalysisCard } from "../components/analysis/AnalysisCard";
import { BestChart } from "../components/charts/BestChart";
import { Card } from "../components/Card";
import { ErrorNotice } from "../components/Notice";
import { BestCard } from "../components/sweep/BestCard";
import { CurvesCard } from "../components/sweep/CurvesCard";
import { ProgressCard } from "../components/sweep/ProgressCard";
import { SweepHeader } from "../components/sweep/SweepHeader";
import { TrialDrawer } from "../components/sweep/TrialDrawer";
import { TrialsCard } from "../components/sweep/TrialsCard";
import { useQueryParameter } from "../hooks/useRouter";
import { useSweepFeed } from "../hooks/useSweepFeed";
import { useTitle } from "../hooks/useTitle";
import { humanize } from "../model/format";
import { objectiveOf } from "../model/objective";

export function SweepPage({ id }: { id: string }) {
  const { view, watchCurve } = useSweepFeed(id);
  const [trialParameter, setTrialParameter] = useQueryParameter("trial");
  const { sweep, points, curves, revision, error } = view;
  useTitle(sweep?.name ?? "Sweep");
  const select = (number: number): void => setTrialParameter(String(number));
  const close = useCallback(() => setTrialParameter(null), []);
  if (!sweep) return <ErrorNotice error={error} />;

  const selected = trialParameter === null ? null : Number(trialParameter);
  const best = sweep.best?.number ?? null;
  const objective = objectiveOf(sweep);
  return (
    <div className="stack">
      <SweepHeader sweep={sweep} />
      <ErrorNotice error={error} />
      <ProgressCard sweep={sweep} />
      <div className="columns">
        <div className="sticky">
          <BestCard best={sweep.best} objective={objective} onSelect={select} />
        </div>
        {objective && (
          <div className="stack">
            <Card title="Every trial" aside={<span className="muted">{humanize(objective.metric)}</span>}>
              <BestChart {...objective} points={points} selected={selected} onSelect={select} />
            </Card>
            <CurvesCard
              view={view}
              metric={objective.metric}
              best={best}
              selected={selected}
              watchCurve={watchCurve}
              onSelect={select}
            />
          </div>
        )}
      </div>
      {objective && (
        <AnalysisCard sweep={sweep} objective={objective} points={points} selected={selected} onSelect={select} />
      )}
      <TrialsCard sweep={sweep} revision={revision} selected={selected} onSelect={select} />
      {selected !== null && (
        <TrialDrawer
          sweep={id}
          number={selected}
          curve={curves.get(selected) ?? []}
          revision={revision}
          onClose={close}
        />
      )}
    </div>
  );
}
