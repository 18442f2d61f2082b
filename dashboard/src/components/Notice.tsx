import type { ReactNode } from "react";
import { ApiError, ConnectionError, messageOf } from "../api/problem";

/** An error in the API's own words; a lost connection is the banner's to tell. */
export function ErrorNotice({ error, children }: { error: unknown; children?: ReactNode }) {
  if (error === undefined || error === null || error instanceof ConnectionError) return null;
  const title = error instanceof ApiError && error.problem.detail ? error.problem.title : undefined;
  return (
    <div className="notice failed" role="alert">
      <div>
        {title && <strong>{title}. </strong>}
        {messageOf(error)}
        <FieldErrors error={error} />
      </div>
      {children}
    </div>
  );
}

function FieldErrors({ error }: { error: unknown }) {
  if (!(error instanceof ApiError) || error.errors.length === 0) return null;
  return (
    <ul>
      {error.errors.map(({ field, message }) => (
        <li key={field + message}>
          <code>{field}</code> {message}
        </li>
      ))}
    </ul>
  );
}
