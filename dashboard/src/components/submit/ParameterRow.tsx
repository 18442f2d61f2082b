import type { FamilyParameter } from "../../api/clusterTypes";
import type { Json, JsonObject } from "../../api/types";
import { isObject, read, scalarText } from "../../model/draft";
import { formatJson } from "../../model/format";
import { proposedRange } from "../../model/familyDraft";
import { useField } from "./draftContext";
import { FieldFrame, FieldMessages, ListField, SelectField, TextField } from "./fields";

interface Props {
  name: string;
  parameter: FamilyParameter | undefined;
  proposed: Json | undefined;
}

const types = ["float", "int", "categorical"];
const scales = [{ value: "linear" }, { value: "log" }];

export function ParameterRow({ name, parameter, proposed }: Props) {
  const range = useField(["space", name]);
  const fixed = useField(["trial", "fixed", name]);
  const type = scalarText(read(range.value, ["type"]));
  const choose = (next: string): void => {
    if (next !== "fixed") fixed.set(undefined);
    range.set(next === "fixed" ? undefined : proposedRange(next, parameter, proposed));
  };
  return (
    <div className="parameter">
      <div>
        <h3>{name}</h3>
        <p className="hint">{parameter?.description}</p>
        <Condition when={read(range.value, ["when"])} />
        <FieldMessages name={range.name} messages={range.messages} />
      </div>
      <div className="fields">
        <TypeField name={name} type={type} onChoose={choose} />
        {range.value === undefined && <FixedField name={name} parameter={parameter} />}
        {type === "categorical" && <ListField path={["space", name, "values"]} label="Values" className="wide" />}
        {range.value !== undefined && type !== "categorical" && <RangeFields name={name} />}
      </div>
    </div>
  );
}

function TypeField({ name, type, onChoose }: { name: string; type: string; onChoose: (type: string) => void }) {
  const { name: id, messages } = useField(["space", name, "type"]);
  return (
    <FieldFrame name={id} label="Searched as" messages={messages}>
      <select id={id} value={type || "fixed"} onChange={(event) => onChoose(event.target.value)}>
        <option value="fixed">one value</option>
        {[...new Set([...types, type].filter(Boolean))].map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </FieldFrame>
  );
}

function FixedField({ name, parameter }: { name: string; parameter: FamilyParameter | undefined }) {
  const frame = { path: ["trial", "fixed", name], label: "Value", className: "wide" };
  const usual = parameter?.default === undefined ? "default" : `${formatJson(parameter.default)} (default)`;
  if (parameter?.type !== "categorical") return <TextField {...frame} placeholder={usual} />;
  const values = (parameter.values ?? []).map((value) => ({ value: scalarText(value) }));
  return <SelectField {...frame} choices={[{ value: "", label: usual }, ...values]} />;
}

function RangeFields({ name }: { name: string }) {
  const at = (field: string) => ["space", name, field];
  const scale = useField(at("scale"));
  return (
    <>
      <TextField path={at("min")} label="Min" />
      <TextField path={at("max")} label="Max" />
      <SelectField
        path={at("scale")}
        label="Scale"
        choices={scale.value === undefined ? [{ value: "", label: "linear" }, { value: "log" }] : scales}
      />
      <TextField path={at("step")} label="Step" placeholder="any" />
    </>
  );
}

function Condition({ when }: { when: Json | undefined }) {
  if (!isObject(when)) return null;
  return <p className="hint">Only when {Object.entries(when as JsonObject).map(conditionText).join(" and ")}</p>;
}

function conditionText([name, values]: [string, Json]): string {
  return `${name} is ${Array.isArray(values) ? values.map(formatJson).join(" or ") : formatJson(values)}`;
}
