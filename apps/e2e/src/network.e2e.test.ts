// A provincial department opens its whole network: graph, list, tiles, coverage and planning board of any day; it supposes
// what might be, and looks at a center's ways up. Everybody reads the register.
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
// @boundaries-ignore the browser shows what the journey has made
import { branches } from "../../../scripts/journey/jiangxi/branches.ts";
// @boundaries-ignore the browser shows what the journey has made
import { gather } from "../../../scripts/journey/jiangxi/cast.ts";
// @boundaries-ignore the browser shows what the journey has made
import { founding } from "../../../scripts/journey/jiangxi/founding.ts";
import { type BrowserWorld, goTo, openBrowserWorld, shoot, SHOTS } from "./browser-world.ts";

let b: BrowserWorld;
const LEAD = "省心血管疾病临床医学研究中心";

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

/** Chooses an item of a list in the panel of suppositions. */
async function choose(page: Page, label: string, item: RegExp): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page
    .locator(".ant-select-dropdown:visible .ant-select-item-option")
    .filter({ hasText: item })
    .first()
    .click();
}

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
  await expect.poll(() => page.getByText("看的是过去的一天").count()).toBe(1);
  expect(await page.getByRole("button", { name: "统筹布局" }).count()).toBe(0);
  await shoot(page, "network-past");
});

test("supposing names the rule that would be broken before anything is done, and stores nothing", async () => {
  const page = await b.window("jx-officer");
  await goTo(page, "层级网络");
  const centers = async (): Promise<number> => {
    const { api, as } = await b.world.actor("jx-officer");
    return (await api.network.map.query({ as })).centers.length;
  };
  const before = await centers();
  await page.getByRole("button", { name: "统筹布局" }).click();
  const panel = page.getByRole("region", { name: "设想" });
  await choose(page, "类型", /省级临床医学研究中心分中心/);
  await choose(page, "依托单位", /示例赣州医院/);
  await choose(page, "上级中心", new RegExp(LEAD));
  await panel.getByRole("button", { name: "加入设想" }).click();
  const broken = panel.getByRole("list", { name: "会违反或绷紧的规则" });
  await expect.poll(() => broken.innerText()).toContain("不超过一家分中心");
  await shoot(page, "network-what-if");
  expect(await centers()).toBe(before);
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
});

test("a center's page says what stands above and below it, and what is missing on its way up", async () => {
  const page = await b.window("jx-officer");
  await goTo(page, "省级中心");
  await page.getByRole("link", { name: LEAD }).click();
  await page.getByRole("tab", { name: /组建与联系/ }).click();
  await expect.poll(() => page.getByText("推荐创建国家中心分中心").count()).toBeGreaterThan(0);
  await shoot(page, "network-center");
});

test("a city that runs no policy of its own sees what its province has published, and has nothing to do there", async () => {
  const page = await b.window("jx-nanchang-health");
  await page.goto(`${b.world.address}/t/134/officer/network?view=list`);
  const tree = page.getByRole("treegrid", { name: "层级网络" });
  await expect.poll(() => tree.getByRole("row", { name: /赣州医院/ }).count()).toBe(1);
  expect(await page.getByRole("button", { name: "统筹布局" }).count()).toBe(0);
  await shoot(page, "network-of-a-city");
});

test("everybody reads the register without signing in", async () => {
  const context = await b.browser.newContext({ locale: "zh-CN", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${b.world.address}/public`);
  await page.getByRole("link", { name: "江西省科学技术厅" }).click();
  const list = page.getByRole("table", { name: "认定名单" });
  await expect.poll(() => list.getByRole("row", { name: /赣州分中心/ }).count()).toBe(1);
  expect(await list.innerText()).toContain("市级中心建设尚未启动");
  await shoot(page, "public-register");
  await context.close();
});

test("no page has complained", () => expect(b.complaints).toEqual([]));
