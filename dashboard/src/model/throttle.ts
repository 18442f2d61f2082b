export interface Throttled {
  (): void;
  cancel: () => void;
}

/** Runs at once, then at most once per interval; calls in between are answered by one run at its end. */
export function throttle(run: () => void, intervalMillis: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const tick = (): void => {
    timer = undefined;
    if (again) start();
  };
  const start = (): void => {
    again = false;
    timer = setTimeout(tick, intervalMillis);
    run();
  };
  const throttled = (): void => {
    if (timer === undefined) start();
    else again = true;
  };
  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
    again = false;
  };
  return Object.assign(throttled, { cancel });
}
