// A provincial department opens its whole network: graph, list, tiles, coverage and planning board of any day.
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
// @boundaries-ignore the browser shows what the journey has made
import { branches } from "../../../scripts/journey/jiangxi/branches.ts";
// @boundaries-ignore the browser shows what the journey has made
import { gather } from "../../../scripts/journey/jiangxi/cast.ts";
// @boundaries-ignore the browser shows what the journey has made
import { founding } from "../../../scripts/journey/jiangxi/founding.ts";
import { type BrowserWorld, goTo, openBrowserWorld, shoot, SHOTS } from "./browser-world.ts";

let b: BrowserWorld;

beforeAll(async () => {
  b = await openBrowserWorld(inject("postgresUrl"));
  const cast = await gather(b.world);
  const { first } = await founding(cast);
  await branches(cast, first);
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await b.shootAll(SHOTS);
});
afterAll(async () => {
  await b?.close();
});

test("list and graph choose together, by mouse and by keyboard", async () => {
  const page = await b.window("jx-officer");
  await goTo(page, "层级网络");
  const list = page.getByRole("treegrid", { name: "层级网络" });
  const graph = page.getByRole("region", { name: "层级图" });
  const centers = list.locator("tr[aria-level='3']");
  await centers.first().click();
  await graph.locator("button[aria-pressed=true]").waitFor();
  await shoot(page, "network-graph");

  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect.poll(() => list.locator("tr[aria-level='2'][aria-selected=true]").count()).toBe(1);
  await graph.locator("button[aria-pressed=true]").click();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.evaluate("document.activeElement.dataset.item !== undefined")).toBe(true);
});

test("every view shows the same data and can be read by everybody", async () => {
  const page = await b.window("jx-officer");
  for (const [view, name] of [
    ["列表", "network-list"],
    ["分区", "network-tiles"],
    ["覆盖", "network-coverage"],
    ["布局", "network-plan"],
  ] as const) {
    await page.getByText(view, { exact: true }).first().click();
    await page
      .getByRole(view === "分区" ? "treegrid" : view === "列表" ? "treegrid" : "table")
      .first()
      .waitFor();
    await shoot(page, name);
  }
  expect(new URL(page.url()).searchParams.get("view")).toBe("plan");
});

test("a past day shows the network of that day, and says that it is past", async () => {
  const page = await b.window("jx-officer");
  const address = new URL(page.url());
  const first = await page.getByLabel("看哪一天", { exact: true }).last().getAttribute("min");
  await page.goto(`${address.origin}${address.pathname}?on=${first}`);
  await page.getByText("看的是过去的一天").waitFor();
  await shoot(page, "network-past");
  expect(b.complaints).toEqual([]);
});
