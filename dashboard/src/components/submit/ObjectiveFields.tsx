import type { ModelFamily } from "../../api/clusterTypes";
import type { Json } from "../../api/types";
import { humanize } from "../../model/format";
import { useField } from "./draftContext";
import { FieldFrame, describedBy } from "./fields";

const most = 3;

/** What is optimised: one metric, and others beside it as long as somebody asks for more. */
export function ObjectiveFields({ family }: { family: ModelFamily | undefined }) {
  const { value, set } = useField(["objectives"]);
  const chosen = Array.isArray(value) ? value : [];
  const change = (index: number, objective: Json | undefined): void => {
    const next = [...chosen.slice(0, index), ...(objective === undefined ? [] : [objective]), ...chosen.slice(index + 1)];
    set(next);
  };
  return (
    <div className="fields roomy">
      {[...chosen, ""].slice(0, most).map((objective, index) => (
        <ObjectiveField
          key={index}
          index={index}
          value={objective}
          choices={choicesOf(family, chosen, objective)}
          onChange={(next) => change(index, next)}
        />
      ))}
    </div>
  );
}

interface FieldProps {
  index: number;
  value: Json;
  choices: readonly { value: string; label: string }[];
  onChange: (objective: Json | undefined) => void;
}

/** The first one shows what the coordinator says about all of them, and cannot be taken away. */
function ObjectiveField({ index, value, choices, onChange }: FieldProps) {
  const { messages } = useField(["objectives"]);
  const first = index === 0;
  const name = first ? "objectives" : `objectives-${index}`;
  const current = value === "" ? "" : JSON.stringify(value);
  const known = choices.some((choice) => choice.value === current);
  const shown = first ? messages : [];
  return (
    <FieldFrame name={name} label={first ? "Objective" : "And"} messages={shown}>
      <select
        {...describedBy(name, shown)}
        value={current}
        onChange={({ target }) => onChange(target.value === "" ? undefined : (JSON.parse(target.value) as Json))}
      >
        {!first && <option value="">nothing else</option>}
        {!known && current !== "" && <option value={current}>as in JSON</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** The family's metrics, without those that another objective is about. */
function choicesOf(family: ModelFamily | undefined, chosen: readonly Json[], own: Json): FieldProps["choices"] {
  const taken = chosen.filter((objective) => objective !== own).map((objective) => JSON.stringify(objective));
  return (family?.metrics ?? [])
    .map(({ name: metric, goal }) => ({
      value: JSON.stringify({ metric, goal }),
      label: `${goal === "maximize" ? "highest" : "lowest"} ${humanize(metric).toLowerCase()}`,
    }))
    .filter(({ value }) => !taken.includes(value));
}
