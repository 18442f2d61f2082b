import { useEffect } from "react";
import { listNodes } from "../api/cluster";
import { NodeCard } from "../components/NodeCard";
import { ErrorNotice } from "../components/Notice";
import { useNow } from "../hooks/useNow";
import { useResource } from "../hooks/useResource";
import { useTitle } from "../hooks/useTitle";

const pollMillis = 2_000;

export function NodesPage() {
  const { data, error, reload } = useResource(listNodes, []);
  const now = useNow();
  useTitle("Nodes");
  useEffect(() => {
    const timer = setInterval(reload, pollMillis);
    return () => clearInterval(timer);
  }, [reload]);
  return (
    <>
      <div className="page-head">
        <h1>Nodes</h1>
      </div>
      <div className="stack">
        <ErrorNotice error={error} />
        {data?.items.length === 0 && <NoNodes />}
        {data?.items.map((node) => <NodeCard key={node.id} node={node} now={now} />)}
      </div>
    </>
  );
}

function NoNodes() {
  return (
    <div className="card empty">
      <h2>No node has joined</h2>
      <p className="muted">Sweeps wait until one does. On a machine that shall train, run:</p>
      <pre>
        <code>scripts/start-gpu-node --join HOST:PORT</code>
      </pre>
    </div>
  );
}
