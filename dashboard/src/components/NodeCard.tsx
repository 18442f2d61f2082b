import type { ClusterNode } from "../api/clusterTypes";
import { formatAgo, formatInstant } from "../model/time";
import { DeviceRow } from "./DeviceRow";
import { StateBadge } from "./StateBadge";

export function NodeCard({ node, now }: { node: ClusterNode; now: number }) {
  const families = node.families.map((family) => (typeof family === "string" ? family : String(family.name)));
  return (
    <section className="card" aria-label={`Node ${node.id}`}>
      <div className="card-head">
        <div className="row">
          <h2>{node.id}</h2>
          <StateBadge state={node.state} />
        </div>
        <span className="muted number">
          <code>{node.address}</code> · seen {formatAgo(node.lastSeenAt, now)} ·{" "}
          <span title={formatInstant(node.joinedAt)}>joined {formatAgo(node.joinedAt, now)}</span>
        </span>
      </div>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={`Devices of ${node.id}`}>
        <table>
          <thead>
            <tr>
              <th>Device</th>
              <th>Backend</th>
              <th>Utilisation</th>
              <th>Memory</th>
              <th className="right">Lanes</th>
              <th>Running trials</th>
            </tr>
          </thead>
          <tbody>
            {node.devices.map((device) => (
              <DeviceRow key={device.id} device={device} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint">Trains {families.join(", ") || "no model family"}</p>
    </section>
  );
}
