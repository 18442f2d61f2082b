import type { ModelFamily } from "../../api/clusterTypes";
import type { Json } from "../../api/types";
import { isObject, read } from "../../model/draft";
import { Card } from "../Card";
import { useField } from "./draftContext";
import { TextField } from "./fields";
import { ParameterRow } from "./ParameterRow";

/** The search space: every parameter of the family is searched in a range or held at one value. */
export function SpaceCard({ family }: { family: ModelFamily | undefined }) {
  const { value: space } = useField(["space"]);
  return (
    <Card title="Search space" aside={<span className="muted">What is not searched keeps one value.</span>}>
      {parameterNames(family, space).map((name) => (
        <ParameterRow
          key={name}
          name={name}
          parameter={family?.parameters.find((parameter) => parameter.name === name)}
          proposed={read(family?.defaultSpace as Json | undefined, [name])}
        />
      ))}
      <TextField
        path={["constraints"]}
        label="Constraints"
        placeholder="filters * 2 <= 96"
        hint="Between parameters; several are separated by semicolons."
        parse={parseConstraints}
        format={(value) => (Array.isArray(value) ? value.join("; ") : "")}
      />
    </Card>
  );
}

/** Those of the family, and whatever else the space names. */
export function parameterNames(family: ModelFamily | undefined, space: Json | undefined): string[] {
  const announced = family?.parameters.map(({ name }) => name) ?? [];
  return [...new Set([...announced, ...(isObject(space) ? Object.keys(space) : [])])];
}

function parseConstraints(text: string): Json | undefined {
  const constraints = text.split(";").map((part) => part.trim()).filter(Boolean);
  return constraints.length === 0 ? undefined : constraints;
}
