import { type ReactNode, useState } from "react";
import type { Json } from "../../api/types";
import { listText, parseList, parseScalar, scalarText, type Path } from "../../model/draft";
import { useField } from "./draftContext";

interface FieldProps {
  path: Path;
  label: string;
  hint?: ReactNode;
  className?: string;
}

interface TextProps extends FieldProps {
  placeholder?: string;
  parse?: (text: string) => Json | undefined;
  format?: (value: Json | undefined) => string;
}

/** A text input for one value; keeps what is typed while it is not yet the value ("1e-"). */
export function TextField({ path, placeholder, parse = parseScalar, format = scalarText, ...frame }: TextProps) {
  const { name, value, messages, set } = useField(path);
  const [typed, setTyped] = useState("");
  const shown = JSON.stringify(parse(typed)) === JSON.stringify(value) ? typed : format(value);
  const change = (text: string): void => {
    setTyped(text);
    set(parse(text));
  };
  return (
    <FieldFrame name={name} messages={messages} {...frame}>
      <input
        {...describedBy(name, messages)}
        value={shown}
        placeholder={placeholder}
        onChange={(event) => change(event.target.value)}
      />
    </FieldFrame>
  );
}

/** Several values, separated by commas. */
export function ListField(props: FieldProps) {
  return <TextField {...props} placeholder="a, b, c" parse={parseList} format={listText} />;
}

export interface Choice {
  value: string;
  label?: string;
  disabled?: boolean;
}

interface SelectProps extends FieldProps {
  choices: readonly Choice[];
  onChoose?: (value: string) => void;
}

export function SelectField({ path, choices, onChoose, ...frame }: SelectProps) {
  const { name, value, messages, set } = useField(path);
  const current = scalarText(value);
  const known = choices.some((choice) => choice.value === current);
  const choose = onChoose ?? ((chosen: string) => set(parseScalar(chosen)));
  return (
    <FieldFrame name={name} messages={messages} {...frame}>
      <select
        {...describedBy(name, messages)}
        value={current}
        onChange={(event) => choose(event.target.value)}
      >
        {!known && <option value={current}>{current || "choose…"}</option>}
        {choices.map(({ value: choice, label, disabled }) => (
          <option key={choice} value={choice} disabled={disabled}>
            {label ?? choice}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Label, input, hint and the coordinator's messages below each other. */
export function FieldFrame(props: Omit<FieldProps, "path"> & { name: string; messages: readonly string[]; children: ReactNode }) {
  const { name, messages, label, hint, className, children } = props;
  return (
    <div className={`field ${className ?? ""}`} data-field={name}>
      <label htmlFor={name}>{label}</label>
      {children}
      {hint && <span className="hint">{hint}</span>}
      <FieldMessages name={name} messages={messages} />
    </div>
  );
}

export function FieldMessages({ name, messages }: { name: string; messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <span id={`${name}-errors`} className="field-error" role="alert">
      {messages.join(" · ")}
    </span>
  );
}

export function describedBy(name: string, messages: readonly string[]) {
  return messages.length === 0 ? { id: name } : { id: name, "aria-invalid": true, "aria-describedby": `${name}-errors` };
}
