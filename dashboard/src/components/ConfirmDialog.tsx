import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  title: string;
  action: string;
  children: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ title, action, children, onConfirm, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="confirm-title">
      <h2 id="confirm-title">{title}</h2>
      <p>{children}</p>
      <div className="row">
        <button className="button" autoFocus onClick={onClose}>
          Keep it
        </button>
        <button className="button danger" onClick={onConfirm}>
          {action}
        </button>
      </div>
    </dialog>
  );
}
