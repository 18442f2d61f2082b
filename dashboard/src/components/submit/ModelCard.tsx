import type { Dataset, ModelFamily } from "../../api/clusterTypes";
import { formatCount } from "../../model/format";
import { fittingDatasets } from "../../model/familyDraft";
import { Card } from "../Card";
import { Link } from "../Link";
import { useField } from "./draftContext";
import { SelectField, TextField } from "./fields";

interface Props {
  families: readonly ModelFamily[];
  family: ModelFamily | undefined;
  datasets: readonly Dataset[];
  onFamily: (family: string) => void;
}

/** What is trained, and on what. */
export function ModelCard({ families, family, datasets, onFamily }: Props) {
  const fitting = family ? fittingDatasets(family, datasets) : [];
  const dataset = useField(["trial", "dataset"]);
  const others = datasets.filter((candidate) => !fitting.includes(candidate));
  const upload = <Link href="/datasets">Upload a data set</Link>;
  return (
    <Card title="Model and data" aside={upload}>
      <div className="stack">
        <div className="fields roomy">
          <SelectField
            path={["trial", "family"]}
            label="Model family"
            choices={families.map(({ name }) => ({ value: name }))}
            onChoose={onFamily}
          />
          <SelectField
            path={["trial", "dataset"]}
            label="Data set"
            choices={[
              ...fitting.map(({ name }) => ({ value: name })),
              ...others.map(({ name, task }) => ({ value: name, label: `${name} (${task})` })),
            ]}
            hint={describe(datasets.find(({ name }) => name === dataset.value))}
          />
          <TextField path={["trial", "epochs"]} label="Epochs per trial" placeholder={String(family?.defaultEpochs ?? "")} />
          <TextField path={["name"]} label="Name of the sweep" parse={(text) => text || undefined} />
        </div>
        {family && <p className="hint">{family.description}</p>}
      </div>
    </Card>
  );
}

function describe(dataset: Dataset | undefined): string | undefined {
  return dataset && `${formatCount(dataset.rows)} rows, ${dataset.task}`;
}
