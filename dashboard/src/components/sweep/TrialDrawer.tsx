import { useEffect, useRef } from "react";
import { getTrial } from "../../api/sweeps";
import type { CurvePoint } from "../../api/types";
import { useResource } from "../../hooks/useResource";
import { ErrorNotice } from "../Notice";
import { StateBadge } from "../StateBadge";
import { TrialDetails } from "./TrialDetails";

interface Props {
  sweep: string;
  number: number;
  curve: readonly CurvePoint[];
  revision: number;
  onClose: () => void;
}

/** Everything about one trial, beside the page. */
export function TrialDrawer({ sweep, number, curve, revision, onClose }: Props) {
  const load = (signal: AbortSignal) => getTrial(sweep, number, signal);
  const { data: trial, error } = useResource(load, [sweep, number], revision);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    close.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") onClose();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [onClose]);
  return (
    <aside className="drawer" role="dialog" aria-label={`Trial ${number}`}>
      <div className="drawer-head">
        <div className="row">
          <h2>Trial {number}</h2>
          {trial && <StateBadge state={trial.state} />}
        </div>
        <button ref={close} className="button quiet" onClick={onClose} aria-label="Close">
          ✕
        </button>
      </div>
      <ErrorNotice error={error} />
      {trial && <TrialDetails sweep={sweep} trial={trial} curve={curve} />}
    </aside>
  );
}
