// The platform's administrator keeps regions and external centers; an officer chooses a region by its name.
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import {
  type BrowserWorld,
  confirm,
  goTo,
  openBrowserWorld,
  reasonOf,
  shoot,
  SHOTS,
} from "./browser-world.ts";

let b: BrowserWorld;

beforeAll(async () => {
  b = await openBrowserWorld(inject("postgresUrl"));
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await b.shootAll(SHOTS);
});
afterAll(async () => {
  await b?.close();
});

test("a region is registered under another one, and ends on a day with those that take its place", async () => {
  const page = await b.window("platform");
  const dialog = page.getByRole("dialog");
  await goTo(page, "区划");
  await page.getByRole("row", { name: /北京市/ }).waitFor();
  await page.getByRole("button", { name: "登记区划" }).click();
  await dialog.getByLabel("代码").fill("500000Z02");
  await dialog.getByLabel("名称").fill("示例新区");
  await dialog.getByLabel("启用日期").fill("2022-01-01");
  await dialog.getByRole("combobox", { name: "上级", exact: true }).fill("重庆");
  await page.getByTitle("重庆市", { exact: true }).last().click();
  await dialog.getByRole("button", { name: "登记区划" }).click();
  expect(await reasonOf(page)).toMatch(/已经登记过/);
  await dialog.getByLabel("代码").fill("500000Z09");
  await confirm(page, "登记区划");

  await page.getByLabel("名称、代码、上级").fill("示例新区");
  await page.keyboard.press("Enter");
  await page
    .getByRole("row", { name: /示例新区/ })
    .getByRole("button", { name: /撤\s?销/ })
    .click();
  await dialog.getByRole("combobox", { name: "由哪些区划承接" }).fill("两江");
  await page.getByTitle("重庆市 两江新区", { exact: true }).last().click();
  await dialog.getByPlaceholder("请写明理由").fill("并入两江新区");
  await shoot(page, "platform-region-end");
  await confirm(page, "确认撤销");
  await page.getByRole("button", { name: "已撤销" }).click();
  await page.getByRole("row", { name: /并入两江新区/ }).waitFor();
  await shoot(page, "platform-regions");
});

test("a center that no tenant keeps is registered with its host's credit code", async () => {
  const page = await b.window("platform");
  const dialog = page.getByRole("dialog");
  await goTo(page, "外部中心");
  await page.getByRole("button", { name: "登记外部中心" }).click();
  await dialog.getByLabel("名称", { exact: true }).fill("示例口腔中心");
  await dialog.getByLabel("称谓").fill("国家临床医学研究中心");
  await dialog.getByLabel("认定部门").fill("示例部");
  await dialog.getByLabel("依托单位", { exact: true }).fill("示例第一人民医院");
  await dialog.getByLabel("依托单位的统一社会信用代码").fill("12500102MB1A0001X9");
  await dialog.getByText("第 18 位校验不符").waitFor();
  await dialog.getByLabel("依托单位的统一社会信用代码").fill("12500102MB1A0001XC");
  await dialog.getByLabel("认定日期").fill("2019-05-01");
  await dialog.getByRole("combobox", { name: "所在地" }).fill("涪陵");
  await page.getByTitle("重庆市 涪陵区", { exact: true }).last().click();
  await shoot(page, "platform-external-center");
  await confirm(page, "登记外部中心");
  await page.getByRole("row", { name: /示例口腔中心.*涪陵区/ }).waitFor();
  await shoot(page, "platform-external-centers");
  expect(await page.getByRole("row").count()).toBe(2);
});

test("an officer says where an institution lies", async () => {
  const page = await b.window("officer");
  await goTo(page, "单位");
  await page.getByRole("button", { name: "示例妇幼保健院" }).click();
  await page.getByRole("combobox", { name: "所在地区" }).fill("渝中");
  await page.getByTitle("重庆市 渝中区", { exact: true }).last().click();
  await shoot(page, "officer-institution");
  await page.getByRole("button", { name: "保存登记信息" }).click();
  await page.getByRole("row", { name: /示例妇幼保健院.*渝中区/ }).waitFor();
  expect(b.complaints).toEqual([]);
});
