// What needs a server that can be taken away or locked: always against the stand-in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, shoot, watch } from "./browser.mjs";
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

test("the trials of two objectives are analysed", async () => {
  const fake = await startFake({ epochMillis: 1_000_000 });
  const problems = [];
  const page = await browser.newPage({ baseURL: fake.url, viewport: { width: 1280, height: 1000 } });
  watch(page, problems);
  await page.goto("/sweeps/sw-0004");
  const card = page.getByRole("region", { name: "Analysis" });
  await card.locator(".dots.front").waitFor();
  await card.getByText("trials are on the front").waitFor();
  await show(card, page, "pareto");
  await card.getByRole("button", { name: "Importance" }).click();
  await card.getByText("learningRate", { exact: true }).waitFor();
  await card.getByRole("button", { name: "fANOVA", exact: true }).click();
  await card.getByText("variance").waitFor();
  await show(card, page, "importance");
  await card.getByRole("button", { name: "Slices" }).click();
  assert.equal(await card.getByRole("img").count(), 6);
  await show(card, page, "slices");
  await card.getByRole("button", { name: "Parallel" }).click();
  const parallel = card.getByRole("img", { name: /over 7 axes/ });
  await parallel.waitFor();
  await parallel.hover({ position: { x: 300, y: 150 } });
  await show(card, page, "parallel");
  assert.deepEqual(problems, []);
  fake.stop();
  await page.close();
});

test("a trial tells why it was chosen and why it ended", async () => {
  const fake = await startFake({ epochMillis: 1_000_000 });
  const page = await browser.newPage({ baseURL: fake.url });
  const { number } = fake.world.sweeps.get("sw-0003").trials.find(({ state }) => state === "pruned");
  await page.goto(`/sweeps/sw-0003?trial=${number}`);
  const drawer = page.getByRole("dialog", { name: `Trial ${number}` });
  await drawer.getByRole("heading", { name: "Why it was chosen" }).waitFor();
  await drawer.getByRole("heading", { name: "Why it was stopped" }).waitFor();
  await drawer.getByText(/ranks \d+ of \d+ at epoch/).waitFor();
  await shoot(page, "trial-reasons");
  fake.stop();
  await page.close();
});

test("whatever strategies there are come with their options", async () => {
  const fake = await startFake();
  const page = await browser.newPage({ baseURL: fake.url });
  await page.goto("/submit");
  await page.getByLabel("Sampler").selectOption("nsga2");
  await page.getByLabel("Population").fill("20");
  await page.getByLabel("Scheduler").selectOption("median");
  await page.getByLabel("Warm up epochs").fill("4");
  await page.getByLabel("And", { exact: true }).selectOption({ label: "lowest validation loss" });
  await page.getByLabel("Warm up epochs").evaluate((element) => element.scrollIntoView({ block: "center" }));
  await shoot(page, "submit-options");
  await page.getByRole("button", { name: "JSON" }).click();
  const spec = JSON.parse(await page.getByLabel("JSON", { exact: true }).inputValue());
  assert.deepEqual([spec.sampler, spec.scheduler], [{ kind: "nsga2", population: 20 }, { kind: "median", warmUpEpochs: 4 }]);
  assert.deepEqual(spec.objectives.map(({ metric }) => metric), ["validationAccuracy", "validationLoss"]);
  fake.stop();
  await page.close();
});

test("the analysis fits on a phone", async () => {
  const fake = await startFake({ epochMillis: 1_000_000 });
  const page = await browser.newPage({ baseURL: fake.url, viewport: { width: 375, height: 800 } });
  await page.goto("/sweeps/sw-0004");
  const card = page.getByRole("region", { name: "Analysis" });
  for (const view of ["Pareto", "Importance", "Slices", "Parallel"]) {
    await card.getByRole("button", { name: view, exact: true }).click();
    await card.locator(".bars, .chart").first().waitFor();
    await show(card, page, `phone-${view.toLowerCase()}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(overflow, 0, `${view} is ${overflow} pixels too wide`);
  }
  fake.stop();
  await page.close();
});

async function show(card, page, name) {
  await card.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await shoot(page, `analysis-${name}`);
}
