import type { Dataset } from "../api/clusterTypes";
import { useNow } from "../hooks/useNow";
import { formatBytes, formatCount } from "../model/format";
import { formatAgo, formatInstant } from "../model/time";

export function DatasetTable({ datasets }: { datasets: readonly Dataset[] }) {
  const now = useNow();
  if (datasets.length === 0) return <p className="card empty muted">No data set yet. Upload the first one.</p>;
  return (
    <div className="card">
      <div className="table-scroll sweeps" tabIndex={0} role="region" aria-label="Data sets">
        <table>
          <thead>
            <tr>
              <th>Data set</th>
              <th>Task</th>
              <th className="right">Rows</th>
              <th>Content</th>
              <th className="right">Size</th>
              <th className="right">Added</th>
            </tr>
          </thead>
          <tbody>
            {datasets.map((dataset) => (
              <tr key={dataset.id}>
                <td>
                  <strong>{dataset.name}</strong>
                  <div className="hint" title={dataset.id}>
                    {dataset.id.slice(0, 12)}
                  </div>
                </td>
                <td>{dataset.task}</td>
                <td className="right">{formatCount(dataset.rows)}</td>
                <td>{contentOf(dataset)}</td>
                <td className="right">
                  {formatBytes(dataset.bytes)} <span className="muted">{dataset.format}</span>
                </td>
                <td className="right muted" title={formatInstant(dataset.createdAt)}>
                  {formatAgo(dataset.createdAt, now)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function contentOf({ shape, classes, columns, target }: Dataset): string {
  const parts = [
    shape && shape.length > 0 && shape.join(" × "),
    classes && `${classes} classes`,
    columns && columns.length > 0 && `${columns.length} columns`,
    target && `target ${target}`,
  ];
  return parts.filter(Boolean).join(" · ");
}
