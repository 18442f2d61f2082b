import { type FormEvent, useEffect, useRef, useState } from "react";
import { signIn, token } from "../api/session";

/** Shown over everything while the coordinator asks for a token. */
export function SignIn() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [value, setValue] = useState("");
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn(value);
  };
  return (
    <dialog ref={dialog} onCancel={(event) => event.preventDefault()} aria-labelledby="sign-in-title">
      <form onSubmit={submit}>
        <h2 id="sign-in-title">Sign in</h2>
        <p className="muted">This cluster asks for a token. It is kept until this tab is closed.</p>
        {token() !== null && <p className="field-error">The last token was not accepted.</p>}
        <div className="field">
          <label htmlFor="token">Token</label>
          <input id="token" type="password" autoComplete="off" required value={value} onChange={(event) => setValue(event.target.value)} />
        </div>
        <div className="row">
          <button className="button primary">Sign in</button>
        </div>
      </form>
    </dialog>
  );
}
