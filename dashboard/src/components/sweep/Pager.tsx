interface Props {
  page: number;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

export function Pager({ page, onPrevious, onNext }: Props) {
  if (!onPrevious && !onNext) return null;
  return (
    <div className="pager">
      <span className="muted number">Page {page}</span>
      <button className="button" disabled={!onPrevious} onClick={onPrevious}>
        Previous
      </button>
      <button className="button" disabled={!onNext} onClick={onNext}>
        Next
      </button>
    </div>
  );
}
