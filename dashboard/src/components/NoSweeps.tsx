import { Link } from "./Link";

const byHand = `curl -X POST ${location.origin}/api/v1/sweeps \\
  -H 'Content-Type: application/json' \\
  -d '{"trial": {"kind": "model", "dataset": "digits"}}'`;

/** What a new cluster shows instead of an empty list. */
export function NoSweeps() {
  return (
    <div className="card empty">
      <h2>No sweep yet</h2>
      <p className="muted">Choose a model family and a data set in the browser, or submit a specification by hand:</p>
      <pre>
        <code>scripts/sweepforge submit examples/digits-conv.json</code>
      </pre>
      <pre>
        <code>{byHand}</code>
      </pre>
      <Link className="button primary" href="/submit">
        Submit the first sweep
      </Link>
    </div>
  );
}
