import type { Dataset, ModelFamily } from "../../api/clusterTypes";
import { formatCount } from "../../model/format";
import { fittingDatasets } from "../../model/familyDraft";
import { Card } from "../Card";
import { Link } from "../Link";
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
  const others = datasets.filter((dataset) => !fitting.includes(dataset));
  const upload = <Link href="/datasets">Upload a data set</Link>;
  return (
    <Card title="Model and data" aside={upload}>
      <div className="stack">
        <div className="fields">
          <SelectField
            path={["trial", "family"]}
            label="Model family"
            choices={families.map(({ name }) => ({ value: name }))}
            onChoose={onFamily}
          />
          <SelectField
            path={["trial", "dataset"]}
            label="Data set"
            choices={[...fitting, ...others].map((dataset) => ({
              value: dataset.name,
              label: `${dataset.name} (${dataset.task}, ${formatCount(dataset.rows)} rows)`,
            }))}
          />
          <TextField path={["trial", "epochs"]} label="Epochs per trial" placeholder={String(family?.defaultEpochs ?? "")} />
          <TextField path={["name"]} label="Name of the sweep" parse={(text) => text || undefined} />
        </div>
        {family && <p className="hint">{family.description}</p>}
      </div>
    </Card>
  );
}
