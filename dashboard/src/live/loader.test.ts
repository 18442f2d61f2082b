import { expect, test } from "vitest";
import { Loader, type Loaded } from "./loader";

function setUp() {
  const calls: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  let shown: Loaded<string> = { data: undefined, error: undefined };
  const load = () => new Promise<string>((resolve, reject) => calls.push({ resolve, reject }));
  const loader = new Loader(load, (change) => (shown = change(shown)));
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { calls, loader, settle, shown: () => shown };
}

test("answers any number of refreshes during a load by one more load", async () => {
  const { calls, loader, settle, shown } = setUp();
  for (let call = 0; call < 5; call++) loader.refresh();
  expect(calls.length).toBe(1);
  calls[0]!.resolve("first");
  await settle();
  expect([calls.length, shown().data]).toEqual([2, "first"]);
  calls[1]!.resolve("second");
  await settle();
  expect([calls.length, shown().data]).toEqual([2, "second"]);
});

test("keeps what was loaded when a refresh fails", async () => {
  const { calls, loader, settle, shown } = setUp();
  loader.refresh();
  calls[0]!.resolve("first");
  await settle();
  loader.refresh();
  calls[1]!.reject(new Error("away"));
  await settle();
  expect(shown()).toMatchObject({ data: "first", error: new Error("away") });
});

test("shows nothing after it was stopped", async () => {
  const { calls, loader, settle, shown } = setUp();
  loader.refresh();
  loader.stop();
  calls[0]!.resolve("late");
  await settle();
  expect(shown().data).toBeUndefined();
});
