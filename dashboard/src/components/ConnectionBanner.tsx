import { connected } from "../api/connection";
import { useObservable } from "../hooks/useObservable";

export function ConnectionBanner() {
  if (useObservable(connected)) return null;
  return (
    <div className="banner" role="status">
      The connection to the coordinator is lost. Trying again… What you see may be out of date.
    </div>
  );
}
