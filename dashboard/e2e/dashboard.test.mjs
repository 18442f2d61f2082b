// Drives the dashboard in a browser, against SWEEPFORGE_URL or, without it, against the stand-in server.
import assert from "node:assert/strict";
import { after, before, beforeEach, afterEach, test } from "node:test";
import { launch, shoot, watch } from "./browser.mjs";
import { startFake } from "./fake/server.mjs";

const family = process.env.SWEEPFORGE_FAMILY ?? "conv-classifier";
const dataset = process.env.SWEEPFORGE_DATASET ?? "digits";
const completesWithinMillis = 120_000;

let fake;
let browser;
let page;
let url;
let problems;

before(async () => {
  fake = process.env.SWEEPFORGE_URL ? undefined : await startFake({ epochMillis: 300 });
  url = process.env.SWEEPFORGE_URL ?? fake.url;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  fake?.stop();
});

beforeEach(async () => {
  problems = [];
  page = await browser.newPage({ baseURL: url, viewport: { width: 1280, height: 900 } });
  watch(page, problems);
});

afterEach(async () => {
  await page.close();
  assert.deepEqual(problems, []);
});

/** Fills the form with a sweep of the chosen family and data set that is soon done. */
async function fillForm(trials, epochs = 3) {
  await page.goto("/submit");
  await page.getByLabel("Model family").selectOption(family);
  await page.getByLabel("Data set", { exact: true }).selectOption(dataset);
  await page.getByLabel("Name of the sweep").fill(`browser-test-${Date.now()}`);
  await page.getByLabel("Epochs per trial").fill(String(epochs));
  await page.getByLabel("Trials at most").fill(String(trials));
}

/** Waits until the page shows what it loads, or that there is none of it. */
const content = () => page.locator("main table, main .empty, main form").first().waitFor();

const learningRateMin = () => page.locator('[data-field="space.learningRate.min"]');

test("every page opens from its address", async () => {
  for (const [path, heading] of [["/", "Sweeps"], ["/submit", "New sweep"], ["/datasets", "Data sets"], ["/nodes", "Nodes"]]) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await content();
    await shoot(page, heading.toLowerCase().replace(" ", "-"));
  }
});

test("an unknown address says so", async () => {
  await page.goto("/no/such/page");
  await page.getByRole("heading", { name: "There is no page here" }).waitFor();
});

test("a mistake is shown at its field and goes when it is mended", async () => {
  await fillForm(4);
  await page.getByText("ready to run").waitFor();
  await learningRateMin().getByRole("textbox").fill("-0.1");
  const message = learningRateMin().getByRole("alert");
  await message.waitFor();
  assert.match(await message.textContent(), /0/);
  await message.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await shoot(page, "submit-mistake");
  await learningRateMin().getByRole("textbox").fill("0.001");
  await page.getByText("ready to run").waitFor();
  assert.equal(await message.count(), 0);
});

test("a mistake that no field shows is listed, and broken JSON is named", async () => {
  await fillForm(4);
  await page.getByRole("button", { name: "JSON" }).click();
  const text = page.getByLabel("JSON", { exact: true });
  const spec = JSON.parse(await text.inputValue());
  await text.fill(JSON.stringify({ ...spec, budgte: 1 }));
  await page.locator(".mistakes").getByText("budgte", { exact: true }).waitFor();
  await text.fill("{");
  assert.ok(await page.getByRole("button", { name: "Submit" }).isDisabled());
});

test("a submitted sweep is watched to its end", async () => {
  // Long enough on a real node to be seen running; the stand-in's epochs are slow by themselves.
  await fillForm(fake ? 6 : 20, fake ? 3 : 30);
  await page.getByText("ready to run").waitFor();
  await page.getByRole("button", { name: "Submit" }).click();
  await page.waitForURL(/\/sweeps\/[^/]+$/);
  await page.getByText("Best so far", { exact: true }).waitFor();
  const head = page.locator(".page-head");
  await head.getByText("Running", { exact: true }).waitFor();
  await page.locator("tbody tr").first().waitFor();
  await shoot(page, "sweep-running");
  await head.getByText("Completed", { exact: true }).waitFor({ timeout: completesWithinMillis });
  assert.equal(await page.getByRole("progressbar").first().getAttribute("aria-valuenow"), "100");
  // A line without height, as it is when the first trial stays the best, does not count as visible.
  await page.locator(".chart .best").waitFor({ state: "attached" });
  await page.locator(".chart .curve").first().waitFor();
  await page.locator("tbody tr").nth(5).waitFor();
  assert.equal(await page.locator("tbody tr").count(), fake ? 6 : 20);
  await shoot(page, "sweep-completed");

  await page.getByRole("button", { name: "Show trial 0", exact: true }).click();
  const drawer = page.getByRole("dialog", { name: "Trial 0" });
  await drawer.getByRole("heading", { name: "Parameters" }).waitFor();
  await drawer.locator(".metric-curves").waitFor();
  await drawer.getByText("Log", { exact: true }).click();
  await drawer.locator("pre", { hasText: "suggested" }).waitFor();
  await shoot(page, "trial");
  await page.keyboard.press("Escape");
  assert.equal(await drawer.count(), 0);
});

test("cancelling asks first", async () => {
  await fillForm(200);
  await page.getByText("ready to run").waitFor();
  await page.getByRole("button", { name: "Submit" }).click();
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await page.getByRole("button", { name: "Cancel the sweep" }).click();
  await page.locator(".page-head").getByText("Cancelled", { exact: true }).waitFor();
});

test("the chosen theme is remembered", async () => {
  await page.goto("/");
  await page.getByRole("button", { name: /Theme: system/ }).click();
  await page.getByRole("button", { name: /Theme: light/ }).click();
  await page.reload();
  await page.getByRole("button", { name: /Theme: dark/ }).waitFor();
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
});

test("nothing sticks out on a phone", async () => {
  await page.setViewportSize({ width: 375, height: 800 });
  for (const path of ["/", "/submit", "/datasets", "/nodes"]) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await content();
    await shoot(page, `phone${path === "/" ? "-sweeps" : path.replace("/", "-")}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(overflow, 0, `${path} is ${overflow} pixels too wide`);
  }
});
