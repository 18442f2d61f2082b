import type { ModelFamily, Strategy } from "../../api/clusterTypes";
import { Card } from "../Card";
import { useField } from "./draftContext";
import { type Choice, SelectField, TextField } from "./fields";
import { scalarText } from "../../model/draft";
import { humanize } from "../../model/format";
import { ObjectiveFields } from "./ObjectiveFields";

interface Props {
  family: ModelFamily | undefined;
  samplers: readonly Strategy[];
  schedulers: readonly Strategy[];
}

/** What is optimised, how the search proposes and stops, and how much it may cost. */
export function SearchCard({ family, samplers, schedulers }: Props) {
  return (
    <Card title="Search and budget">
      <div className="stack">
        <ObjectiveFields family={family} />
        <StrategyFields role="sampler" label="Sampler" strategies={samplers} />
        <StrategyFields role="scheduler" label="Scheduler" strategies={schedulers} />
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

/** A kind and whatever options the coordinator says that it has; another kind begins with its own defaults. */
function StrategyFields({ role, label, strategies }: { role: "sampler" | "scheduler"; label: string; strategies: readonly Strategy[] }) {
  const kind = useField([role, "kind"]);
  const { set } = useField([role]);
  const chosen = strategies.find((strategy) => strategy.kind === kind.value);
  return (
    <div className="fields roomy">
      <SelectField
        path={[role, "kind"]}
        label={label}
        choices={choices(strategies)}
        hint={chosen?.description}
        onChoose={(value) => set({ kind: value })}
      />
      {(chosen?.options ?? []).map((option) => (
        <TextField
          key={`${kind.value} ${option.name}`}
          path={[role, option.name]}
          label={humanize(option.name)}
          placeholder={scalarText(option.default)}
          hint={option.description}
        />
      ))}
    </div>
  );
}

function choices(strategies: readonly Strategy[]): Choice[] {
  return strategies.map(({ kind, available }) => ({
    value: kind,
    label: available ? kind : `${kind} (not available)`,
    disabled: !available,
  }));
}
