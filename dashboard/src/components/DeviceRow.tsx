import type { Device } from "../api/clusterTypes";
import { formatBytes, formatPercent } from "../model/format";
import { sweepPath } from "../model/route";
import { Link } from "./Link";
import { Meter } from "./Meter";

const mostShown = 12;

export function DeviceRow({ device }: { device: Device }) {
  const { name, id, backend, utilisation, temperatureCelsius, memoryBytes, memoryUsedBytes, lanes, trials } = device;
  return (
    <tr>
      <td>
        {name}
        <div className="hint">{id}</div>
      </td>
      <td>{backend}</td>
      <td>
        {utilisation === null ? "–" : <Meter label="Utilisation" fraction={utilisation} text={formatPercent(utilisation)} />}
        {typeof temperatureCelsius === "number" && <div className="hint">{temperatureCelsius} °C</div>}
      </td>
      <td>
        {memoryUsedBytes === null ? (
          formatBytes(memoryBytes)
        ) : (
          <Meter
            label="Memory"
            fraction={memoryUsedBytes / memoryBytes}
            text={`${formatBytes(memoryUsedBytes)} of ${formatBytes(memoryBytes)}`}
          />
        )}
      </td>
      <td className="right">
        {trials.length} / {lanes}
      </td>
      <td>
        <span className="row trial-links">
          {trials.slice(0, mostShown).map(({ sweep, number }) => (
            <Link key={`${sweep}/${number}`} href={sweepPath(sweep, number)} title={`Trial ${number} of sweep ${sweep}`}>
              {number}
            </Link>
          ))}
          {trials.length > mostShown && <span className="muted">and {trials.length - mostShown} more</span>}
          {trials.length === 0 && <span className="muted">idle</span>}
        </span>
      </td>
    </tr>
  );
}
