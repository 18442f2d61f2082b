import { type FormEvent, useState } from "react";
import { uploadDataset } from "../api/cluster";
import { useAction } from "../hooks/useAction";
import { Card } from "./Card";
import { ErrorNotice } from "./Notice";

interface Props {
  tasks: readonly string[];
  onUploaded: () => void;
}

export function UploadCard({ tasks, onUploaded }: Props) {
  const [file, setFile] = useState<File>();
  const [name, setName] = useState("");
  const [task, setTask] = useState("");
  const [target, setTarget] = useState("");
  const upload = useAction();
  const choose = (chosen: File | undefined): void => {
    setFile(chosen);
    if (chosen && name === "") setName(chosen.name.replace(/\.[^.]*$/, ""));
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!file) return;
    void upload.run(async () => {
      await uploadDataset({ file, name, task: task || tasks[0] || "", target });
      form.reset();
      setFile(undefined);
      setName("");
      onUploaded();
    });
  };
  return (
    <Card title="Upload">
      <form className="stack" onSubmit={submit}>
        <div className="field">
          <label htmlFor="upload-file">File (CSV, IDX or NPY)</label>
          <input id="upload-file" type="file" required onChange={(event) => choose(event.target.files?.[0])} />
        </div>
        <div className="field">
          <label htmlFor="upload-name">Name</label>
          <input id="upload-name" value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="upload-task">Task</label>
          <select id="upload-task" value={task || tasks[0]} onChange={(event) => setTask(event.target.value)}>
            {tasks.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="upload-target">Target column</label>
          <input id="upload-target" value={target} placeholder="for CSV" onChange={(event) => setTarget(event.target.value)} />
        </div>
        <ErrorNotice error={upload.error} />
        <button className="button primary" disabled={upload.busy || !file}>
          {upload.busy ? "Uploading…" : "Upload"}
        </button>
      </form>
    </Card>
  );
}
