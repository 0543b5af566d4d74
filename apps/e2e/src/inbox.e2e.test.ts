// What crosses tenants, in the browser: one inbox of a hospital over its tenants, and what comes in to an authority.
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
// @boundaries-ignore the browser plays the same journey as the scripts
import { rootOf } from "../../../scripts/journey/chongqing/cast.ts";
// @boundaries-ignore the browser plays the same journey as the scripts
import { assess } from "../../../scripts/journey/fuling/assess.ts";
// @boundaries-ignore the browser plays the same journey as the scripts
import { type Cast, gather } from "../../../scripts/journey/fuling/cast.ts";
// @boundaries-ignore the browser plays the same journey as the scripts
import { collect } from "../../../scripts/journey/fuling/collect.ts";
// @boundaries-ignore the browser plays the same journey as the scripts
import { decide } from "../../../scripts/journey/fuling/decide.ts";
// @boundaries-ignore the browser plays the same journey as the scripts
import { seminar } from "../../../scripts/journey/fuling/seminar.ts";
// @boundaries-ignore the browser plays the same journey as the scripts
import { newKey } from "../../../scripts/journey/world.ts";
import { type BrowserWorld, confirm, openBrowserWorld, SHOTS, shoot } from "./browser-world.ts";

const CITY = 50;

let b: BrowserWorld;
let cast: Cast;

beforeAll(async () => {
  b = await openBrowserWorld(inject("postgresUrl"));
  cast = await gather(b.world);
  const inCity = await b.world.actor("first-manager", "institution-manager", CITY);
  const act = { procedure: "filed-hire", year: 2022, institution: await rootOf(inCity) };
  await inCity.api.act.openCase.mutate({ as: inCity.as, key: newKey(), act });
  const { first } = cast.manager;
  const stic = { procedure: "entry", year: 2022, name: "呼吸科创中心", type: "stic" };
  await first.api.act.openCase.mutate({ as: first.as, key: newKey(), act: stic });
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await b.shootAll(SHOTS);
});
afterAll(async () => {
  await b?.close();
});

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1366, height: 768 };

test("a hospital sees the tasks of all its tenants in one list, and opens each under the identity it has there", async () => {
  const page = await b.window("first-manager");
  const rows = page.getByRole("table", { name: "待办" }).getByRole("row");
  await rows.filter({ hasText: "重庆市涪陵区卫生健康委员会" }).first().waitFor();
  const ofTheCity = rows.filter({ hasText: "重庆市卫生健康委员会" }).filter({ hasText: "制定简章" });
  await shoot(page, "inbox-of-all-tenants");
  await page.setViewportSize(PHONE);
  await shoot(page, "inbox-of-all-tenants-phone");
  await page.setViewportSize(DESKTOP);
  await ofTheCity.first().getByRole("link", { name: "办理" }).click();
  await page.waitForURL(/\/i\/50-201\/institution-manager\/cases\//);
  const identity = page.getByRole("button", { name: /当前身份/ });
  await identity.getByText("重庆市卫生健康委员会").waitFor();
  expect(page.url()).toContain("/i/50-201/institution-manager/");
});

test("a district recommends a center to its city, with the dossier", { timeout: 240_000 }, async () => {
  for (const stage of [collect, seminar, assess, decide]) await stage(cast);
  expect(cast.tell.failures()).toBe(0);
  const page = await b.window("leader");
  await page.goto(`${b.world.address}/t/100/leader/centers/${cast.center(0).center}`);
  await page.getByRole("button", { name: "推荐上级" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("重庆市卫生健康委员会").waitFor();
  await dialog.getByLabel("推荐意见").fill("成效突出，同意推荐");
  await shoot(page, "recommend-upward");
  await confirm(page, "确认");
  await page.getByRole("tab", { name: "组建与联系" }).click();
  await page.getByRole("table", { name: "推荐、备案与谱系" }).getByText("未答复").waitFor();
  await shoot(page, "center-dispatches");
});

test("the city finds it among what came in, reads the dossier and sends it back with a reason", async () => {
  const page = await b.window("cq-officer");
  await page.getByRole("tab", { name: /来件/ }).click();
  await page
    .getByRole("table", { name: "来件" })
    .getByRole("link", { name: cast.center(0).name })
    .waitFor();
  await shoot(page, "received");
  await page
    .getByRole("table", { name: "来件" })
    .getByRole("link", { name: cast.center(0).name })
    .click();
  await page.getByRole("region", { name: "随附材料" }).waitFor();
  await shoot(page, "dispatch");
  await page.setViewportSize(PHONE);
  await shoot(page, "dispatch-phone");
  await page.setViewportSize(DESKTOP);
  await page.getByRole("button", { name: "退回" }).click();
  await page.getByRole("dialog").getByLabel("退回理由").fill("请补充临床研究进展");
  await confirm(page, "确认退回");
  await page.getByText("已退回", { exact: true }).waitFor();
  const sender = await b.window("leader");
  await sender.reload();
  await sender.getByRole("tab", { name: "组建与联系" }).click();
  const rows = sender.getByRole("table", { name: "推荐、备案与谱系" }).getByRole("row");
  expect(await rows.nth(1).innerText()).toContain("请补充临床研究进展");
});

test("an authority without a policy has its desk and what comes in", async () => {
  const page = await b.window("national");
  await page.getByRole("heading", { level: 1, name: "待办" }).waitFor();
  await page.getByRole("tab", { name: /来件/ }).click();
  await page.getByText("没有来件").waitFor();
  await shoot(page, "desk-without-policy");
  // asked for, and told that there is none: the browser says so too
  expect(b.complaints.filter((one) => !one.includes("404"))).toEqual([]);
});
