import { useState } from "react";
import { getLog } from "../../api/sweeps";
import { useResource } from "../../hooks/useResource";
import { ErrorNotice } from "../Notice";

interface Props {
  sweep: string;
  number: number;
  /** Loads again what is open when it changes. */
  revision: unknown;
}

/** What happened to a trial, loaded once somebody wants to read it. */
export function TrialLog(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Log</summary>
      {open && <LogText {...props} />}
    </details>
  );
}

function LogText({ sweep, number, revision }: Props) {
  const load = (signal: AbortSignal) => getLog(sweep, number, signal);
  const { data, error } = useResource(load, [sweep, number], revision);
  return (
    <>
      <ErrorNotice error={error} />
      <pre tabIndex={0}>{data}</pre>
    </>
  );
}
