/** A small bar from empty to full, with its reading beside it. */
export function Meter({ label, fraction, text }: { label: string; fraction: number; text: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div className="meter" role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={text}>
      <div className="progress running">
        <span style={{ width: `${percent}%` }} />
      </div>
      <span className="hint">{text}</span>
    </div>
  );
}
