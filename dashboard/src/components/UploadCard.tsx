import { type FormEvent, useState } from "react";
import { uploadDataset, type Upload } from "../api/cluster";
import { useAction } from "../hooks/useAction";
import { Card } from "./Card";
import { ErrorNotice } from "./Notice";

interface Props {
  tasks: readonly string[];
  onUploaded: () => void;
}

const blank = { name: "", task: "", target: "", index: "", shape: "" };
type Description = Omit<Upload, "file">;

const columns: readonly { name: keyof Description; label: string; placeholder: string }[] = [
  { name: "target", label: "Target column", placeholder: "the last one" },
  { name: "index", label: "Column that only numbers or dates the rows", placeholder: "none" },
  { name: "shape", label: "Shape of a row", placeholder: "inferred, or e.g. 1x8x8 for images" },
];

export function UploadCard({ tasks, onUploaded }: Props) {
  const [file, setFile] = useState<File>();
  const [described, setDescribed] = useState<Description>(blank);
  const upload = useAction();
  const describe = (change: Partial<Description>): void => setDescribed((before) => ({ ...before, ...change }));
  const choose = (chosen: File | undefined): void => {
    setFile(chosen);
    if (chosen && described.name === "") describe({ name: chosen.name.replace(/\..*$/, "") });
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!file) return;
    void upload.run(async () => {
      await uploadDataset({ ...described, file, task: described.task || tasks[0] || "" });
      form.reset();
      setFile(undefined);
      setDescribed(blank);
      onUploaded();
    });
  };
  return (
    <Card title="Upload">
      <form className="stack" onSubmit={submit}>
        <div className="field">
          <label htmlFor="upload-file">File</label>
          <input id="upload-file" type="file" required onChange={(event) => choose(event.target.files?.[0])} />
          <span className="hint">CSV, a zip of two IDX files or NumPy .npz; CSV may be gzipped.</span>
        </div>
        <Text id="upload-name" label="Name" value={described.name} onChange={(name) => describe({ name })} />
        <div className="field">
          <label htmlFor="upload-task">Task</label>
          <select id="upload-task" value={described.task || tasks[0]} onChange={(event) => describe({ task: event.target.value })}>
            {tasks.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </div>
        {columns.map(({ name, ...text }) => (
          <Text key={name} id={`upload-${name}`} {...text} value={described[name]} onChange={(value) => describe({ [name]: value })} />
        ))}
        <ErrorNotice error={upload.error} />
        <button className="button primary" disabled={upload.busy || !file}>
          {upload.busy ? "Uploading…" : "Upload"}
        </button>
      </form>
    </Card>
  );
}

interface TextProps {
  id: string;
  label: string;
  value: string;
  placeholder?: string;
  onChange: (value: string) => void;
}

function Text({ id, label, value, placeholder, onChange }: TextProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} value={value} placeholder={placeholder} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
