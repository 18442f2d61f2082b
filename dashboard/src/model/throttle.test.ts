import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { throttle } from "./throttle";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("runs at once and then at most once per interval", () => {
  const run = vi.fn();
  const throttled = throttle(run, 500);
  for (let call = 0; call < 10; call++) throttled();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(500);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(5_000);
  expect(run).toHaveBeenCalledTimes(2);
});

test("runs at once again after a quiet interval", () => {
  const run = vi.fn();
  const throttled = throttle(run, 500);
  throttled();
  vi.advanceTimersByTime(500);
  throttled();
  expect(run).toHaveBeenCalledTimes(2);
});

test("nothing runs after cancel, until it is called again", () => {
  const run = vi.fn();
  const throttled = throttle(run, 500);
  throttled();
  throttled();
  throttled.cancel();
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(1);
  throttled();
  expect(run).toHaveBeenCalledTimes(2);
});
