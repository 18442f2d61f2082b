import type { ModelFamily, Strategy } from "../../api/clusterTypes";
import { Card } from "../Card";
import { useField } from "./draftContext";
import { type Choice, FieldFrame, SelectField, TextField, describedBy } from "./fields";
import { humanize } from "../../model/format";

interface Props {
  family: ModelFamily | undefined;
  samplers: readonly Strategy[];
  schedulers: readonly Strategy[];
}

/** What is optimised, how the search proposes and stops, and how much it may cost. */
export function SearchCard({ family, samplers, schedulers }: Props) {
  const sampler = useField(["sampler", "kind"]);
  const scheduler = useField(["scheduler", "kind"]);
  return (
    <Card title="Search and budget">
      <div className="stack">
        <div className="fields roomy">
          <ObjectiveField family={family} />
          <SelectField path={["sampler", "kind"]} label="Sampler" choices={choices(samplers)} hint={descriptionOf(samplers, sampler.value)} />
          <SelectField path={["scheduler", "kind"]} label="Scheduler" choices={choices(schedulers)} hint={descriptionOf(schedulers, scheduler.value)} />
        </div>
        {scheduler.value === "asha" && (
          <div className="fields">
            <TextField path={["scheduler", "reductionFactor"]} label="Reduction factor" placeholder="default" />
            <TextField path={["scheduler", "minEpochs"]} label="First rung, epochs" placeholder="default" />
          </div>
        )}
        <div className="fields">
          <TextField path={["budget", "maxTrials"]} label="Trials at most" />
          <TextField path={["budget", "maxDuration"]} label="Duration at most" placeholder="PT1H" />
          <TextField path={["budget", "maxParallelTrials"]} label="Trials at once" placeholder="as many as fit" />
          <TextField path={["budget", "target"]} label="Stop at value" placeholder="none" />
          <TextField path={["seed"]} label="Seed" placeholder="chosen" />
        </div>
      </div>
    </Card>
  );
}

function ObjectiveField({ family }: { family: ModelFamily | undefined }) {
  const { name, value, messages, set } = useField(["objectives"]);
  const current = Array.isArray(value) && value.length === 1 ? JSON.stringify(value[0]) : "";
  const metrics = (family?.metrics ?? []).map(({ name: metric, goal }) => ({
    value: JSON.stringify({ metric, goal }),
    label: `${goal === "maximize" ? "highest" : "lowest"} ${humanize(metric).toLowerCase()}`,
  }));
  const known = metrics.some((metric) => metric.value === current);
  return (
    <FieldFrame name={name} label="Objective" messages={messages}>
      <select {...describedBy(name, messages)} value={current} onChange={(event) => set([JSON.parse(event.target.value)])}>
        {!known && <option value={current}>as in JSON</option>}
        {metrics.map((metric) => (
          <option key={metric.value} value={metric.value}>
            {metric.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

function choices(strategies: readonly Strategy[]): Choice[] {
  return strategies.map(({ kind, available }) => ({
    value: kind,
    label: available ? kind : `${kind} (not available)`,
    disabled: !available,
  }));
}

function descriptionOf(strategies: readonly Strategy[], kind: unknown): string | undefined {
  return strategies.find((strategy) => strategy.kind === kind)?.description;
}
