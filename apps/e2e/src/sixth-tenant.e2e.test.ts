// A tenant that nobody wrote code for is opened, staffed and given its policy in the browser, and lives there.
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import type { Page } from "playwright-core";
import { putHolidays } from "@yichuang/db";
// @boundaries-ignore the browser plays the same journey as the scripts
import { PASSWORD } from "../../../scripts/demo/people.ts";
// @boundaries-ignore the browser plays the same journey as the scripts
import { studioCall, studioPack } from "../../../scripts/sixth-tenant/studio-pack.ts";
// @boundaries-ignore the browser plays the same journey as the scripts
import { type Actor, newKey } from "../../../scripts/journey/world.ts";
import {
  type BrowserWorld,
  confirm,
  goTo,
  openBrowserWorld,
  reasonOf,
  SHOTS,
  shoot,
} from "./browser-world.ts";

let b: BrowserWorld;
const ask = <T>(actor: Actor, act: T) => ({ as: actor.as, key: newKey(), act });
const NAME = "示例省中医药管理局";
const HOSPITAL = "示例省第一中医院";
const TITLE = "名老中医药专家传承工作室管理办法";
/** where the platform keeps the tenant, and its number */
const at = { address: "", tenant: 0, hospital: 0 };
const text = (document: object): string => JSON.stringify(document, undefined, 1);

beforeAll(async () => {
  b = await openBrowserWorld(inject("postgresUrl"));
  // the new year's table, with the working weekend before the spring festival
  await putHolidays(b.world.pools, [
    { year: 2023, day: "2023-01-23", kind: "off" },
    { year: 2023, day: "2023-01-28", kind: "work" },
  ]);
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await b.shootAll(SHOTS);
});
afterAll(async () => {
  await b?.close();
});

/** Chooses in a drop-down list of the dialog. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("dialog").getByRole("combobox", { name: label, exact: true }).click();
  await page.getByTitle(option, { exact: true }).last().click();
}

test("the platform opens a tenant and registers an institution by its credit code", async () => {
  const page = await b.window("platform");
  await page.getByRole("heading", { level: 1, name: "租户" }).waitFor();
  await page.getByRole("button", { name: "新增租户" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("主管部门名称").fill(NAME);
  await choose(page, "层级", "省级");
  await dialog.getByLabel("行政区划代码").fill("990000");
  await shoot(page, "platform-new-tenant");
  await dialog.getByRole("button", { name: "开设租户" }).click();
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
  at.address = page.url();
  at.tenant = Number(page.url().split("/").at(-1));

  await page.getByRole("tab", { name: "单位" }).click();
  await page.getByRole("button", { name: "登记单位" }).click();
  await dialog.getByLabel("统一社会信用代码").fill("12990000MB1A0001XC");
  await dialog.getByLabel("单位名称").fill(HOSPITAL);
  await dialog.getByText("第 18 位校验不符").waitFor();
  await shoot(page, "platform-enrol");
  await dialog.getByLabel("统一社会信用代码").fill("12990000MB1A0001XA");
  await confirm(page, "登记单位");
  await page.getByRole("row", { name: /示例省第一中医院/ }).waitFor();
  expect(await page.getByRole("row").count()).toBe(2);
});

test("people get accounts and hats, experts join the pool, and no account is given twice", async () => {
  const page = await b.window("platform");
  const dialog = page.getByRole("dialog");
  const person = async (name: string, signIn: string) => {
    await dialog.getByLabel("姓名").fill(name);
    await dialog.getByLabel("账号").fill(signIn);
    await dialog.getByLabel("初始密码").fill(PASSWORD);
  };
  await page.getByRole("tab", { name: "人员" }).click();
  await page.getByRole("button", { name: "开设账号" }).click();
  await choose(page, "身份", "分管领导");
  await person("分管领导庚", "leader");
  await dialog.getByRole("button", { name: "开设账号" }).click();
  expect(await reasonOf(page)).toMatch(/这个账号名已经有人用/);
  await dialog.getByLabel("账号").fill("six-leader");
  await confirm(page, "开设账号");
  await page.getByRole("button", { name: "开设账号" }).click();
  await choose(page, "身份", "单位管理员");
  await choose(page, "单位", HOSPITAL);
  await person("中医院管理员", "six-manager");
  await shoot(page, "platform-person");
  await confirm(page, "开设账号");
  await page.getByRole("row", { name: /中医院管理员/ }).waitFor();

  await page.getByRole("tab", { name: "专家库" }).click();
  await page.getByRole("button", { name: "新增专家" }).click();
  await person("专家辛", "six-expert");
  await confirm(page, "加入专家库");
  await page.getByRole("row", { name: /专家辛/ }).waitFor();

  const { api, as } = await b.world.actor("platform");
  const institutions = await api.tenant.institutions.query({ as, of: at.tenant });
  at.hospital = institutions[0]?.party ?? 0;
  for (const [role, party, signIn, name] of [
    ["tenant-admin", at.tenant, "six-admin", "管理员戊"],
    ["officer", at.tenant, "six-officer", "经办人己"],
    ["center-director", at.hospital, "six-director", "指导老师"],
  ] as const) {
    const answer = await api.tenant.putPerson.mutate({
      as,
      of: at.tenant,
      role,
      party,
      signIn,
      name,
      password: PASSWORD,
    });
    expect(answer.kind).toBe("done");
  }
  await page.reload();
  await page.getByRole("tab", { name: "人员" }).click();
  await page.getByRole("row", { name: /six-admin/ }).waitFor();
  await shoot(page, "platform-people");
});

test("a pack with wrong weights is not kept; mended it becomes a draft and is published from a day", async () => {
  const page = await b.window("platform");
  await page.getByRole("tab", { name: "政策" }).click();
  await page.getByRole("button", { name: "导入办法" }).click();
  await page.getByLabel("办法全文", { exact: true }).fill("{ 不是办法");
  await page.getByRole("button", { name: "检查" }).click();
  await page.getByText(/不是合格的 JSON/).waitFor();
  await page.getByLabel("办法全文", { exact: true }).fill(text(studioPack({ weights: [400, 300, 100] })));
  await page.getByRole("button", { name: "检查" }).click();
  const wrong = page.getByRole("row", { name: /工作室九百分表/ });
  await wrong.getByText("下级权重合计 800，应为 900，少 100").waitFor();
  expect(await page.getByRole("button", { name: "存为草稿" }).count()).toBe(0);
  await shoot(page, "policy-problems");
  await page.getByLabel("办法全文", { exact: true }).fill(text(studioPack()));
  await page.getByRole("button", { name: "检查" }).click();
  await page.getByText("可以存为草稿").waitFor();
  await page.getByRole("button", { name: "存为草稿" }).click();
  await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
  await page.getByText("草稿", { exact: true }).waitFor();
  await shoot(page, "policy-draft");

  await page.getByRole("button", { name: "发布" }).click();
  await page.getByRole("dialog").getByLabel("施行日期").fill("2023-01-01");
  await confirm(page, "确认发布");
  await page.getByText("已发布", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "停用" }).click({ force: true });
  await page
    .locator(".refusal", { hasText: /正在施行/ })
    .first()
    .waitFor();
  await b.world.day("2023-02-06");
  await page.goto(at.address);
  await page.getByRole("row", { name: /施行中/ }).waitFor();
  await shoot(page, "platform-tenant");
});

interface Studio {
  name: string;
  entry: string;
  center: string;
}
const studios: Studio[] = [];
const nth = (n: number): Studio => studios[n] as Studio;
const marks = (thought: string, teaching: string, practice: string) =>
  Object.entries({ thought, teaching, practice }).map(([item, points]) => ({ item, points, comment: "" }));

test("a hospital of it applies in the words of its policy; a second studio goes over the API", async () => {
  const page = await b.window("six-manager");
  await goTo(page, "我的申报");
  await page.getByRole("button", { name: "新建申报" }).click();
  await page.getByRole("dialog").getByLabel("传承工作室名称").fill("脾胃病传承工作室");
  await page.getByRole("dialog").getByRole("button", { name: "开始填写" }).click();
  await page.getByRole("spinbutton", { name: /指导老师人数/ }).fill("3");
  await page.getByRole("textbox", { name: /学术流派和专长/ }).fill("脾胃学说");
  await page.getByText(/已保存/).waitFor();
  await shoot(page, "six-apply");
  await page.getByRole("button", { name: "检查并提交" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确认提交" }).click();
  await page.waitForURL(/\/cases\/[0-9a-f-]+$/);
  const by = await b.world.actor("six-manager");
  const entry = page.url().split("/").at(-1) ?? "";
  const { root } = await by.api.case.get.query({ as: by.as, case: entry });
  studios.push({ name: "脾胃病传承工作室", entry, center: root.id });

  const name = "针灸传承工作室";
  const opening = { procedure: "found", year: 2023, name, type: "studio" };
  const opened = await by.api.act.openCase.mutate(ask(by, opening));
  if (opened.kind !== "done") throw new Error("not opened");
  studios.push({ name, entry: opened.cases[0] ?? "", center: opened.roots[0] ?? "" });
  const answers = { main: { name, masters: 2, school: "针法" } };
  const act = ask(by, { case: nth(1).entry, stage: "hand-in", answers });
  expect((await by.api.act.submit.mutate(act)).kind).toBe("done");
});

test("the master consents, an expert marks out of 900, and the list is publicised for working days", async () => {
  const master = await b.window("six-director");
  await master.goto(`${b.world.address}/i/${at.tenant}-${at.hospital}/center-director/cases/${nth(0).entry}`);
  await master.getByRole("button", { name: "出具同意意见" }).click();
  await master.getByRole("dialog").getByLabel("意见内容").fill("同意担任指导老师");
  await confirm(master, "确认办理");

  const officer = await b.window("six-officer");
  await goTo(officer, "申报");
  await officer.getByRole("link", { name: nth(0).name, exact: true }).click();
  await officer.getByRole("button", { name: "分配专家" }).click();
  await officer
    .getByRole("dialog")
    .getByText(/专家辛/)
    .click();
  await confirm(officer, "确认分配专家");

  const expert = await b.window("six-expert");
  await expert.getByRole("link", { name: nth(0).name, exact: true }).click();
  for (const [label, points] of [
    ["学术思想整理，满分 400", "380"],
    ["带教能力，满分 300", "270.5"],
    ["诊疗特色，满分 200", "180"],
  ] as const)
    await expert.getByLabel(label).fill(points);
  await expert.getByRole("textbox", { name: "评审意见" }).fill("学术思想清楚，带教得法");
  await expert
    .getByText(/830\.50/)
    .first()
    .waitFor();
  await shoot(expert, "six-score");
  await expert.getByRole("button", { name: "签名并提交" }).click();
  await confirm(expert, "签名并提交");

  await officer.reload();
  await officer.getByRole("button", { name: "汇总评审意见" }).click();
  await confirm(officer, "确认汇总评审意见");
  await officer.getByRole("button", { name: "公示", exact: true }).click();
  await officer.getByLabel("公示起始日").fill("2023-02-06");
  await officer.getByLabel("公示地点").fill("省局网站");
  await confirm(officer, "确认公示");
  await officer
    .getByText(/2023-02-13/)
    .first()
    .waitFor();
  await shoot(officer, "six-publicity");

  const director = await b.world.actor("six-director");
  const by = await b.world.actor("six-officer");
  const reviewer = await b.world.actor("six-expert");
  const where = { case: nth(1).entry };
  const pool = await by.api.review.experts.query({ as: by.as });
  const experts = pool.map(({ user_id: user, name, party, unit }) => ({ user, name, party, unit }));
  const answers = [
    await director.api.act.consent.mutate(
      ask(director, { ...where, stage: "agree", given: true, words: "同意" }),
    ),
    await by.api.act.assignExperts.mutate(ask(by, { ...where, stage: "look", experts })),
    await reviewer.api.act.score.mutate(
      ask(reviewer, { ...where, stage: "look", items: marks("300", "200", "100"), opinion: "一般" }),
    ),
    await by.api.act.conclude.mutate(ask(by, { ...where, stage: "look" })),
    await by.api.act.publicize.mutate(
      ask(by, { ...where, stage: "show", from: "2023-02-06", where: "省局网站" }),
    ),
  ];
  expect(answers.map(({ kind }) => kind)).toEqual(answers.map(() => "done"));
});

test("one place is given: the leader founds the first, and the second is told why not", async () => {
  await b.world.day("2023-02-14");
  const officer = await b.window("six-officer");
  await goTo(officer, "批次");
  await officer.getByRole("combobox", { name: "事项" }).click();
  await officer.getByTitle("设立工作室 · 择优确定").last().click();
  await officer.getByRole("button", { name: "排出名次" }).click();
  await confirm(officer, "确认排出名次");
  await officer
    .getByRole("row", { name: /针灸传承工作室/ })
    .getByText("未入围")
    .waitFor();
  await shoot(officer, "six-places");
  const leader = await b.window("six-leader");
  await goTo(leader, "申报");
  await leader.getByRole("link", { name: nth(1).name, exact: true }).click();
  await leader.getByRole("button", { name: "研究决定" }).click();
  await leader.getByLabel("办理意见").fill("同意");
  await leader.getByRole("dialog").getByRole("button", { name: "确认研究决定" }).click();
  expect(await reasonOf(leader)).toMatch(/择优入选/);
  await shoot(leader, "six-not-chosen");
  await leader.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  await goTo(leader, "申报");
  await leader.getByRole("link", { name: nth(0).name, exact: true }).click();
  await leader.getByRole("button", { name: "研究决定" }).click();
  await leader.getByLabel("办理意见").fill("同意设立");
  await confirm(leader, "确认研究决定");

  const page = await b.window("six-officer");
  await goTo(page, "公文");
  await page.getByLabel("文号").fill("示中医药发〔2023〕3号");
  await shoot(page, "six-document");
  await page.getByRole("button", { name: "登记文号并印发" }).click();
  await confirm(page, "确认印发");
  await page.getByRole("cell", { name: "示中医药发〔2023〕3号" }).waitFor();
  await goTo(page, "传承工作室");
  await page
    .getByRole("row", { name: /脾胃病传承工作室/ })
    .getByText("试办中")
    .waitFor();
});

test("it reports in December; a hundredth of a point below three stars, its examination ends it", async () => {
  await b.world.day("2023-12-05");
  const page = await b.window("six-manager");
  await goTo(page, "我的传承工作室");
  await page.getByRole("link", { name: nth(0).name, exact: true }).click();
  await page.getByRole("button", { name: "填报带教小结" }).click();
  await confirm(page, "确认");
  await page.waitForURL(/\/cases\//);
  await page.getByRole("link", { name: "填写" }).click();
  await page.getByRole("textbox", { name: /带教情况/ }).fill("跟师 40 次");
  await page.getByRole("spinbutton", { name: /跟师人数/ }).fill("4");
  await page.getByText(/已保存/).waitFor();
  await page.getByRole("button", { name: "检查并提交" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确认提交" }).click();
  await page.waitForURL(/\/cases\/[0-9a-f-]+$/);

  await b.world.day("2024-02-20");
  const officer = await b.window("six-officer");
  await goTo(officer, "传承工作室");
  await officer.getByRole("link", { name: nth(0).name, exact: true }).click();
  await officer.getByRole("button", { name: "发起期满考核" }).click();
  await confirm(officer, "确认");
  await officer.waitForURL(/\/cases\//);
  const file = officer.url().split("/").at(-1) ?? "";
  const manager = await b.world.actor("six-manager");
  const by = await b.world.actor("six-officer");
  const reviewer = await b.world.actor("six-expert");
  const pool = await by.api.review.experts.query({ as: by.as });
  const experts = pool.map(({ user_id: user, name, party, unit }) => ({ user, name, party, unit }));
  const own = { main: { result: "整理医案 120 则" } };
  const answers = [
    await manager.api.act.submit.mutate(ask(manager, { case: file, stage: "own", answers: own })),
    await by.api.act.assignExperts.mutate(ask(by, { case: file, stage: "mark", experts })),
    await reviewer.api.act.score.mutate(
      ask(reviewer, { case: file, stage: "mark", items: marks("250", "200", "149.99"), opinion: "欠缺" }),
    ),
    await by.api.act.conclude.mutate(ask(by, { case: file, stage: "mark" })),
  ];
  expect(answers.map(({ kind }) => kind)).toEqual(answers.map(() => "done"));
  const leader = await b.window("six-leader");
  await leader.goto(`${b.world.address}/t/${at.tenant}/leader/cases/${file}`);
  await leader.getByRole("button", { name: "评定等次" }).click();
  await confirm(leader, "确认评定等次");
  await leader.getByText("599.99 分").first().waitFor();
  await leader.getByText("无星", { exact: true }).first().waitFor();
  await goTo(leader, "传承工作室");
  await leader
    .getByRole("row", { name: /脾胃病传承工作室/ })
    .getByText("已停办")
    .waitFor();
  await leader.getByRole("link", { name: nth(0).name, exact: true }).click();
  await leader.getByRole("heading", { level: 1, name: nth(0).name }).waitFor();
  await shoot(leader, "six-center");
});

test("the tenant adopts a call for the year, which may not ask for less", async () => {
  const admin = await b.window("six-admin");
  await goTo(admin, "政策版本");
  await admin.getByRole("row", { name: /施行中/ }).waitFor();
  await admin.getByRole("button", { name: "下发年度通知" }).click();
  await admin.getByLabel("通知全文", { exact: true }).fill(text(studioCall(1)));
  await admin.getByRole("button", { name: "检查并下发" }).click();
  await admin.getByRole("row", { name: /指导老师不少于 2 人/ }).waitFor();
  await shoot(admin, "tenant-call");
  await admin.getByLabel("通知全文", { exact: true }).fill(text(studioCall(3)));
  await admin.getByRole("button", { name: "检查并下发" }).click();
  await admin.getByRole("row", { name: /2024 年设立通知/ }).waitFor();
  expect(await admin.getByText("没有下发").count()).toBe(0);
});

/** Rehearses the open version, and looks at what it met on a desk and on a phone. */
async function rehearse(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "预演" }).click();
  await page.getByText("还没有预演").waitFor();
  await page.getByRole("button", { name: "预演", exact: true }).click();
  await page.getByRole("dialog").getByLabel("从哪一天起").fill("2024-03-01");
  await page.getByRole("dialog").getByLabel("几年").fill("2");
  await page.getByRole("dialog").getByRole("button", { name: "开始预演" }).click();
  await page.getByText(/从 2024-03-01 起预演 2 年，办理 \d+ 件事/).waitFor({ timeout: 90_000 });
  await page.getByText("没有按文本走不下去的地方").waitFor();
  await page.getByText("已预演", { exact: true }).waitFor();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await shoot(page, "tenant-rehearsal");
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot(page, "phone-rehearsal");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1366, height: 768 });
}

test("the tenant drafts its next version itself; words say what changes, and a second person confirms", async () => {
  const admin = await b.window("six-admin");
  await shoot(admin, "tenant-policies");
  await admin.getByRole("button", { name: "导入办法" }).click();
  await admin.getByLabel("办法全文", { exact: true }).fill(text(studioPack({ version: 2, threeStars: 590 })));
  await admin.getByRole("button", { name: "检查" }).click();
  await admin.getByRole("button", { name: "存为草稿" }).click();
  await admin.getByRole("tab", { name: /与施行版的差别/ }).click();
  await admin.getByText("由“600”改为“590”").waitFor();
  await shoot(admin, "tenant-differences");
  await rehearse(admin);
  await admin.getByRole("button", { name: /(^|\s)发布$/ }).click({ force: true });
  await admin.locator(".refusal").first().waitFor();
  await admin.keyboard.press("Escape");
  await admin.getByRole("button", { name: "提请发布" }).click();
  await admin.getByRole("dialog").getByLabel("施行日期").fill("2024-03-01");
  await confirm(admin, "确认提请发布");
  await admin.getByText("从 2024-03-01 起施行，等分管领导确认").waitFor();

  const leader = await b.window("six-leader");
  await goTo(leader, "政策版本");
  await leader
    .getByRole("row", { name: /已提请从 2024-03-01 起/ })
    .getByRole("link")
    .click();
  await leader.getByRole("button", { name: "发布", exact: true }).click();
  await confirm(leader, "确认发布");
  await leader.getByText("已发布", { exact: true }).first().waitFor();
  await leader.setViewportSize({ width: 390, height: 844 });
  await shoot(leader, "phone-version");
  expect(await leader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("no page has complained", () => {
  expect(b.complaints).toEqual([]);
});
