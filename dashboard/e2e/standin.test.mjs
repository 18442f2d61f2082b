// What needs a server that can be taken away or locked: always against the stand-in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, shoot } from "./browser.mjs";
import { startFake } from "./fake/server.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

test("a lost connection is told, and mended when the server is back", async () => {
  const first = await startFake();
  const page = await browser.newPage({ baseURL: first.url });
  await page.goto("/sweeps/sw-0003");
  await page.locator("tbody tr").first().waitFor();
  const done = () => page.getByRole("progressbar").getAttribute("aria-valuenow");

  first.stop();
  const banner = page.getByRole("status").filter({ hasText: "connection to the coordinator is lost" });
  await banner.waitFor();
  await shoot(page, "connection-lost");
  const before = Number(await done());

  const second = await startFake({ port: Number(new URL(first.url).port), epochMillis: 50 });
  await banner.waitFor({ state: "detached" });
  await page.waitForFunction((share) => Number(document.querySelector("[role=progressbar]").ariaValueNow) > share, before);
  second.stop();
  await page.close();
});

test("a token is asked for once, and again when it is wrong", async () => {
  const fake = await startFake({ token: "right" });
  const page = await browser.newPage({ baseURL: fake.url });
  await page.goto("/");
  const signIn = page.getByRole("dialog", { name: "Sign in" });
  await signIn.getByLabel("Token").fill("wrong");
  await signIn.getByRole("button").click();
  await signIn.getByText("The last token was not accepted").waitFor();
  await signIn.getByLabel("Token").fill("right");
  await signIn.getByRole("button").click();
  await page.locator("tbody tr").first().waitFor();
  await page.getByRole("link", { name: "digits-conv-classifier" }).click();
  await page.getByText("Best so far", { exact: true }).waitFor();
  assert.equal(await signIn.count(), 0);
  fake.stop();
  await page.close();
});

test("an empty list tells how to submit", async () => {
  const fake = await startFake();
  fake.world.sweeps.clear();
  const page = await browser.newPage({ baseURL: fake.url });
  await page.goto("/");
  await page.getByRole("heading", { name: "No sweep yet" }).waitFor();
  await shoot(page, "no-sweep");
  await page.getByRole("link", { name: "Submit the first sweep" }).click();
  await page.getByRole("heading", { name: "New sweep" }).waitFor();
  fake.stop();
  await page.close();
});

test("twenty thousand trials are paged and drawn", async () => {
  const fake = await startFake({ epochMillis: 1_000_000 });
  const sweep = fake.world.sweeps.get("sw-0001");
  const trial = sweep.trials[0];
  sweep.trials = Array.from({ length: 20_000 }, (_, number) => ({ ...trial, number, state: "completed", value: 40 + ((number * 7919) % 1000) / 100 }));
  const page = await browser.newPage({ baseURL: fake.url });
  await page.goto("/sweeps/sw-0001");
  await page.getByRole("img", { name: /of 20000 trials/ }).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Show trial 19974", exact: true }).waitFor();
  await shoot(page, "many-trials");
  fake.stop();
  await page.close();
});
