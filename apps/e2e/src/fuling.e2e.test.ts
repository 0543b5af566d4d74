// One life in the browser: two hospitals, three centers of the 2022 cohort. What the same person repeats for the
// second and third center goes over the API of the same running server.
import { readFile } from "node:fs/promises";
import { checkOfficialDocx } from "@yichuang/documents";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
// @boundaries-ignore the browser plays the same journey as the scripts
import { application, points, rectification, selfAssessment } from "../../../scripts/journey/answers.ts";
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

interface Center {
  name: string;
  hospital: "first" | "second";
  center: string;
  entry: string;
}
const centers: Center[] = [];
const nth = (at: number): Center => centers[at] as Center;

beforeAll(async () => {
  b = await openBrowserWorld(inject("postgresUrl"));
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await b.shootAll(SHOTS);
});
afterAll(async () => {
  await b?.close();
});

test("a hospital fills in and hands in an application that saves itself", async () => {
  const page = await b.window("first-manager");
  await goTo(page, "我的申报");
  await page.getByRole("button", { name: "新建申报" }).click();
  await page.getByRole("dialog").getByLabel("中心名称").fill("心血管病科创中心");
  await page.getByRole("dialog").getByRole("button", { name: "开始填写" }).click();
  await page.getByRole("heading", { level: 1, name: /心血管病科创中心/ }).waitFor();
  await page.getByRole("textbox", { name: /依托的优势学科/ }).fill("心血管内科");
  await page.getByLabel("中心主任 姓名").fill("示例主任");
  await page.getByLabel("中心联系人 姓名").fill("示例联系人");
  await page.getByLabel("中心联系人 电话").fill("023-12345678");
  await page.getByText(/已保存/).waitFor();

  await page.reload();
  await expect
    .poll(() => page.getByRole("textbox", { name: /依托的优势学科/ }).inputValue())
    .toBe("心血管内科");

  const sections = page.getByRole("navigation", { name: "表单部分" });
  await sections.getByRole("button", { name: /预期建设目标/ }).click();
  await page.getByLabel(/第 1 行 目标任务/).fill("建成专病队列");
  await sections.getByRole("button", { name: /指标/ }).click();
  for (const item of [
    "中心建设",
    "网络建设",
    "协同研究成果",
    "学术成果",
    "成果转化",
    "技术推广",
    "技术服务",
  ]) {
    await page.getByRole("button", { name: `在“${item}”下加一项` }).click();
    await page.getByLabel(`${item} 第 1 行 三级指标`).fill(`${item}的一项`);
    await page.getByLabel(`${item} 第 1 行 指标内容`).fill("写清数量、时间、口径");
  }
  await page.getByLabel("中心建设 第 1 行 权重 %").fill("25");
  await page.getByText(/合计 25，超出 5/).waitFor();
  await page.getByLabel("中心建设 第 1 行 权重 %").fill("");
  await shoot(page, "apply");

  await sections.getByRole("button", { name: /附件/ }).click();
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: "佐证.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
    });
  await page.getByText("佐证.pdf").waitFor();
  await page.getByText(/已保存/).waitFor();
  await page.getByRole("button", { name: "检查并提交" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确认提交" }).click();
  await page.waitForURL(/\/cases\/[0-9a-f-]+$/);
  await page.getByText("已提交", { exact: true }).first().waitFor();
  const entry = page.url().split("/").at(-1) ?? "";
  const manager = await b.world.actor("first-manager");
  const { root } = await manager.api.case.get.query({ as: manager.as, case: entry });
  centers.push({ name: "心血管病科创中心", hospital: "first", center: root.id, entry });
});

test("two more apply; a late one waits for the commission and is refused once that has decided", async () => {
  for (const [name, hospital] of [
    ["骨科科创中心", "first"],
    ["针灸康复科创中心", "second"],
  ] as const) {
    const by = await b.world.actor(`${hospital}-manager`);
    const opened = await by.api.act.openCase.mutate(
      ask(by, { procedure: "entry", year: 2022, name, type: "stic" }),
    );
    if (opened.kind !== "done") throw new Error("not opened");
    const [entry = ""] = opened.cases;
    const act = ask(by, { case: entry, stage: "collect", answers: application(name, "专科", "主任") });
    const both = await Promise.all([by.api.act.submit.mutate(act), by.api.act.submit.mutate(act)]);
    expect(both[0]).toEqual(both[1]);
    centers.push({ name, hospital, center: opened.roots[0] ?? "", entry });
  }
  const late = await b.world.actor("third-manager");
  const opened = await late.api.act.openCase.mutate(
    ask(late, { procedure: "entry", year: 2022, name: "围产医学科创中心", type: "stic" }),
  );
  if (opened.kind !== "done") throw new Error("not opened");
  await b.world.day("2022-10-24");

  const page = await b.window("third-manager");
  await page.goto(`${b.world.address}${new URL(page.url()).pathname}/cases/${opened.cases[0]}/edit`);
  const button = page.getByRole("button", { name: "检查并提交" });
  await button.click({ force: true });
  await page
    .locator(".refusal", { hasText: /原文没有规定“逾期申报是否受理”/ })
    .first()
    .waitFor();
  await shoot(page, "late");

  const leader = await b.window("leader");
  await goTo(leader, "政策");
  const open = leader.locator(".open-value", { hasText: "逾期申报是否受理" });
  await open.getByRole("button", { name: "补定" }).click();
  await open.getByText("不受理", { exact: true }).click();
  await open.getByLabel("理解口径").fill("2022 年逾期申报不受理");
  await open.getByRole("button", { name: "确认补定" }).click();
  await open.getByText(/2022-10-24 确定/).waitFor();

  await page.reload();
  await button.click({ force: true });
  await page
    .locator(".refusal", { hasText: /逾期不受理/ })
    .first()
    .waitFor();
  await page
    .locator(".refusal", { hasText: /2022 年逾期申报不受理/ })
    .first()
    .waitFor();
});

test("the officer returns one with a marked field, the hospital mends it, the officer checks all", async () => {
  const officer = await b.window("officer");
  await goTo(officer, "申报");
  await officer.getByRole("link", { name: "心血管病科创中心", exact: true }).click();
  await officer.getByLabel("标出要修改的地方").first().selectOption({ label: "依托的优势学科、特色专科" });
  await officer.getByLabel("怎样修改").fill("写全称");
  await officer.getByRole("button", { name: "标出", exact: true }).click();
  await officer.getByRole("button", { name: "退回修改" }).click();
  await officer.getByLabel("退回原因").fill("请补充");
  await confirm(officer, "确认退回修改");

  const hospital = await b.window("first-manager");
  await hospital.goto(`${b.world.address}/i/100-201/institution-manager/cases/${nth(0).entry}`);
  await hospital.getByRole("link", { name: "修改" }).click();
  await hospital.getByText("写全称").waitFor();
  await hospital.getByRole("textbox", { name: /依托的优势学科/ }).fill("心血管内科（市级重点专科）");
  await hospital.getByText(/已保存/).waitFor();
  await hospital.getByRole("button", { name: "检查并提交" }).click();
  await hospital.getByRole("dialog").getByRole("button", { name: "确认提交" }).click();
  await hospital.waitForURL(/\/cases\/[0-9a-f-]+$/);

  await officer.reload();
  await officer.getByText(/第 2 次提交，改动 1 处/).waitFor();
  await officer.getByRole("button", { name: "形式审查通过" }).click();
  await confirm(officer, "确认形式审查通过");
  const by = await b.world.actor("officer");
  for (const { entry } of centers.slice(1)) {
    const answer = await by.api.act.check.mutate(ask(by, { case: entry, stage: "collect", opinion: "" }));
    expect(answer.kind).toBe("done");
  }
});

test("one seminar over three applications, with minutes on four topics", async () => {
  await b.world.day("2022-10-26");
  const officer = await b.window("officer");
  await goTo(officer, "申报");
  for (const { name } of centers)
    await officer
      .getByRole("row", { name: new RegExp(name) })
      .getByRole("checkbox")
      .check();
  await officer.getByRole("button", { name: "登记集中研讨" }).click();
  await officer.getByRole("button", { name: "登记研讨" }).click();
  await officer
    .getByText(/请写.*研讨日期/)
    .first()
    .waitFor();
  await officer.getByRole("textbox", { name: "研讨日期" }).fill("2022-10-26");
  await officer
    .getByRole("combobox", { name: "参加单位" })
    .pressSequentially("示例第一人民医院，示例区中医医院，");
  for (const row of [1, 2, 3, 4]) {
    await officer.getByRole("combobox", { name: `纪要 第 ${row} 行 内容` }).press("ArrowDown");
    for (let down = 1; down < row; down++) await officer.keyboard.press("ArrowDown");
    await officer.keyboard.press("Enter");
    await officer.getByRole("textbox", { name: `纪要 第 ${row} 行 纪要` }).fill(`第 ${row} 项已讨论`);
  }
  await expect.poll(() => officer.locator(".ant-select-dropdown:visible").count()).toBe(0);
  await shoot(officer, "seminar");
  await officer.getByRole("button", { name: "登记研讨" }).click();
  await officer.getByRole("heading", { level: 1, name: "申报", exact: true }).waitFor();
  const by = await b.world.actor("officer");
  for (const { entry } of centers) {
    const { history } = await by.api.case.get.query({ as: by.as, case: entry });
    expect(history.map(({ kind }) => kind)).toContain("met");
  }
});

test("experts judge eight respects; one from the applicant's own hospital is refused", async () => {
  await b.world.day("2022-10-26");
  const officer = await b.window("officer");
  await officer.goto(`${b.world.address}/t/100/officer/cases/${nth(0).entry}`);
  await officer.getByRole("button", { name: "分配专家" }).click({ force: true });
  await officer
    .locator(".refusal", { hasText: /原文没有规定“专家人数”/ })
    .first()
    .waitFor();
  const by = await b.world.actor("officer");
  await by.api.act.settle.mutate(
    ask(by, {
      path: "procedures/entry/stages/assess/panel/size",
      value: 1,
      as: "每个申报请 1 位专家",
      on: "2022-10-26",
      year: 2022,
    }),
  );
  await officer.reload();
  await officer.getByRole("button", { name: "分配专家" }).click();
  await officer
    .getByRole("dialog")
    .getByText(/专家三/)
    .click();
  await officer.getByRole("dialog").getByRole("button", { name: "确认分配专家" }).click();
  expect(await reasonOf(officer)).toMatch(/回避/);
  await officer
    .getByRole("dialog")
    .getByText(/专家三/)
    .click();
  await officer
    .getByRole("dialog")
    .getByText(/专家一/)
    .click();
  await confirm(officer, "确认分配专家");

  const expert = await b.window("expert-1");
  await expert.reload();
  await expert.getByRole("link", { name: "心血管病科创中心", exact: true }).click();
  const table = expert.getByRole("table", { name: "逐项评估" });
  for (const group of await table.getByRole("radiogroup").all())
    await group.getByText("具备", { exact: true }).click();
  await expert.getByRole("radiogroup", { name: "总的结论" }).getByText("是", { exact: true }).click();
  await expert.getByRole("textbox", { name: "评估意见" }).fill("具备打造条件");
  await shoot(expert, "judge");
  await expert.getByRole("button", { name: "签名并提交" }).click();
  await confirm(expert, "签名并提交");
  await expert.getByText("已提交", { exact: true }).first().waitFor();

  await officer.reload();
  await officer.getByRole("button", { name: "汇总评审意见" }).click();
  await confirm(officer, "确认汇总评审意见");
  const reviewer = await b.world.actor("expert-1");
  const pool = await by.api.review.experts.query({ as: by.as });
  const one = pool
    .filter(({ user_id: user }) => user === reviewer.me.user)
    .map(({ user_id: user, name, party, unit }) => ({ user, name, party, unit }));
  const dimensions = [
    "plan",
    "goals",
    "organisation",
    "discipline",
    "equipment",
    "people",
    "research-teaching",
    "safeguards",
  ].map((item) => ({ item, met: true, opinion: "" }));
  for (const { entry } of centers.slice(1)) {
    await by.api.act.assignExperts.mutate(ask(by, { case: entry, stage: "assess", experts: one }));
    await reviewer.api.act.judge.mutate(
      ask(reviewer, {
        case: entry,
        stage: "assess",
        condition: "ready",
        verdict: true,
        dimensions,
        opinion: "具备",
      }),
    );
    const answer = await by.api.act.conclude.mutate(ask(by, { case: entry, stage: "assess" }));
    expect(answer.kind).toBe("done");
  }
});

test("the leader decides with the opinions in view; one document names three centers", async () => {
  await b.world.day("2022-11-03");
  const leader = await b.window("leader");
  await goTo(leader, "申报");
  await leader.getByRole("link", { name: "心血管病科创中心", exact: true }).click();
  await leader.getByRole("tab", { name: "评审" }).click();
  await leader.getByRole("table", { name: "评估意见" }).waitFor();
  await shoot(leader, "decide");
  await leader.getByRole("button", { name: "研究决定" }).click();
  await leader.getByLabel("办理意见").fill("同意建设");
  await confirm(leader, "确认研究决定");
  const by = await b.world.actor("leader");
  for (const { entry } of centers.slice(1)) {
    const answer = await by.api.act.decide.mutate(
      ask(by, { case: entry, stage: "decide", outcome: "approve", opinion: "同意建设" }),
    );
    expect(answer.kind).toBe("done");
  }

  await b.world.day("2022-11-10");
  const officer = await b.window("officer");
  await goTo(officer, "公文");
  await officer.getByLabel("文号").fill("示卫发〔2022〕21号");
  await shoot(officer, "document");
  await officer.getByRole("button", { name: "登记文号并印发" }).click();
  await confirm(officer, "确认印发");
  await officer.getByRole("cell", { name: "示卫发〔2022〕21号" }).waitFor();
  const downloading = officer.waitForEvent("download");
  await officer.getByRole("link", { name: "下载 Word" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^示卫发〔2022〕21号 .*\.docx$/);
  const file = await readFile(await download.path());
  expect(await checkOfficialDocx(file)).toEqual([]);
  const rival = await b.window("first-manager");
  const address = new URL(download.url());
  address.searchParams.set("hat", (await b.world.actor("first-manager")).as.hat);
  expect((await rival.request.get(address.href)).status()).toBe(404);
  await goTo(officer, "科创中心");
  for (const { name } of centers)
    await officer
      .getByRole("row", { name: new RegExp(name) })
      .getByText("建设单位")
      .waitFor();
});

test("December reports, a missing one, urging, an inspection with a finding", async () => {
  await b.world.day("2022-12-10");
  const hospital = await b.window("first-manager");
  await goTo(hospital, "我的科创中心");
  await hospital.getByRole("link", { name: "心血管病科创中心", exact: true }).click();
  await hospital.getByRole("button", { name: "填报年度报告" }).click();
  await confirm(hospital, "确认");
  await hospital.waitForURL(/\/cases\//);
  await hospital.getByRole("link", { name: "填写" }).click();
  await hospital.getByRole("textbox", { name: /阶段性成果/ }).fill("完成专病队列入组 300 例");
  await hospital.getByRole("textbox", { name: /重大事项/ }).fill("本年没有");
  await hospital.getByText(/已保存/).waitFor();
  await hospital.getByRole("button", { name: "检查并提交" }).click();
  await hospital.getByRole("dialog").getByRole("button", { name: "确认提交" }).click();
  await hospital.waitForURL(/\/cases\/[0-9a-f-]+$/);

  await b.world.day("2023-01-10");
  const officer = await b.window("officer");
  await goTo(officer, "谁没报");
  await officer.getByRole("combobox", { name: "年度" }).click();
  await officer.getByTitle("2022 年").last().click();
  await officer.getByRole("table", { name: "2022 年谁没报" }).waitFor();
  await shoot(officer, "arrears");
  await officer.getByRole("button", { name: /催办逾期的/ }).click();
  await officer
    .getByText(/催办了 \d+ 件/)
    .first()
    .waitFor();

  const inspector = await b.window("inspector");
  await goTo(inspector, "科创中心");
  await inspector.getByRole("link", { name: "心血管病科创中心", exact: true }).click();
  await inspector.getByRole("button", { name: "登记督查" }).click();
  await inspector.getByLabel("督查情况").fill("动物房台账不全");
  await inspector.getByRole("button", { name: "加一个问题" }).click();
  await inspector.getByLabel("问题 1", { exact: true }).fill("动物房台账不全");
  await inspector.getByLabel("问题 1 期限").fill("2023-02-28");
  await confirm(inspector, "确认");
  await inspector.getByRole("tab", { name: /督查问题 1/ }).click();
  await inspector.getByRole("button", { name: "办结" }).click();
  await inspector.getByLabel("怎样办结").fill("台账已补");
  await confirm(inspector, "确认");
  await expect.poll(() => inspector.getByText("已办结").count()).toBeGreaterThan(0);
});

test("acceptance cannot begin early; at 80.00 the grade waits for the excellent line, 79.99 fails", async () => {
  await b.world.day("2025-11-01");
  const officer = await b.window("officer");
  await goTo(officer, "科创中心");
  await officer.getByRole("link", { name: "心血管病科创中心", exact: true }).click();
  await officer.getByRole("button", { name: "发起评估验收" }).click({ force: true });
  await officer
    .locator(".refusal", { hasText: /建设期没有满。最早 2025 年 11 月 10 日/ })
    .first()
    .waitFor();
  await shoot(officer, "refused");

  await b.world.day("2025-11-25");
  await officer.reload();
  await officer.getByRole("button", { name: "发起评估验收" }).click();
  await confirm(officer, "确认");
  await officer.waitForURL(/\/cases\//);
  const by = await b.world.actor("officer");
  const files = [officer.url().split("/").at(-1) ?? ""];
  for (const { center } of centers.slice(1)) {
    const opened = await by.api.act.openCase.mutate(ask(by, { procedure: "acceptance", year: 2025, center }));
    if (opened.kind === "done") files.push(opened.cases[0] ?? "");
  }
  expect(files).toHaveLength(3);
  await by.api.act.settle.mutate(
    ask(by, {
      path: "procedures/acceptance/stages/review/panel/size",
      value: 1,
      as: "1 位专家",
      on: "2025-11-25",
      year: 2025,
    }),
  );
  const reviewer = await b.world.actor("expert-1");
  const pool = await by.api.review.experts.query({ as: by.as });
  const one = pool
    .filter(({ user_id: user }) => user === reviewer.me.user)
    .map(({ user_id: user, name, party, unit }) => ({ user, name, party, unit }));
  const sheets = [
    points("16", "8", "8", "16", "16", "9.6", "6.4"),
    points("15.99", "8", "8", "16", "16", "9.6", "6.4"),
    points("10", "6", "6", "12", "14", "8", "6"),
  ];
  for (const [at, file] of files.entries()) {
    const { name, hospital } = nth(at);
    const manager = await b.world.actor(`${hospital}-manager`);
    const director = await b.world.actor(`${hospital}-director`);
    const { host } = await manager.api.supervision.institution.query({
      as: manager.as,
      party: manager.me.party,
    });
    const act = {
      case: file,
      stage: "self",
      answers: selfAssessment(name, host, "示例主任"),
      opinion: "属实",
    };
    await director.api.act.sign.mutate(ask(director, act));
    expect((await manager.api.act.sign.mutate(ask(manager, act))).kind).toBe("done");
    await by.api.act.assignExperts.mutate(ask(by, { case: file, stage: "review", experts: one }));
  }

  const expert = await b.window("expert-1");
  await goTo(expert, "我的评审");
  await expert.goto(`${b.world.address}/e/100/expert/reviews/${files[0]}/review`);
  for (const [label, value] of [
    ["中心建设，满分 20", "16"],
    ["网络建设，满分 10", "8"],
    ["协同研究成果，满分 10", "8"],
    ["学术成果，满分 20", "16"],
    ["成果转化，满分 20", "16"],
    ["技术推广，满分 12", "9.6"],
    ["技术服务，满分 8", "6.4"],
  ] as const) {
    await expert.getByLabel(label).fill(value);
  }
  await expert.getByRole("textbox", { name: "评审意见" }).fill("按指标评分");
  await expert
    .getByText(/80\.00/)
    .first()
    .waitFor();
  await shoot(expert, "score");
  await expert.getByRole("button", { name: "签名并提交" }).click();
  await confirm(expert, "签名并提交");
  for (const [at, file] of files.entries()) {
    if (at > 0)
      await reviewer.api.act.score.mutate(
        ask(reviewer, { case: file, stage: "review", items: sheets[at] ?? [], opinion: "评分" }),
      );
    expect((await by.api.act.conclude.mutate(ask(by, { case: file, stage: "review" }))).kind).toBe("done");
  }

  const leader = await b.window("leader");
  await goTo(leader, "评估验收");
  await leader.getByRole("link", { name: "心血管病科创中心", exact: true }).click();
  await leader.getByRole("button", { name: "评定等次" }).click({ force: true });
  await leader
    .locator(".refusal", { hasText: /“优秀”的分数线/ })
    .first()
    .waitFor();
  await shoot(leader, "pending-grade");
  const decide = await b.world.actor("leader");
  const failed = await decide.api.act.decide.mutate(
    ask(decide, { case: files[1] ?? "", stage: "grade", outcome: "approve", opinion: "" }),
  );
  expect(failed.kind).toBe("done");
  await decide.api.act.settle.mutate(
    ask(decide, {
      path: "gradings/acceptance/grade/cases/excellent/when/than",
      value: 90,
      as: "90 分以上为优秀",
      on: "2025-11-25",
    }),
  );
  await leader.reload();
  await leader.getByRole("button", { name: "评定等次" }).click();
  await confirm(leader, "确认评定等次");
  await leader.getByText("80.00 分").first().waitFor();
  await leader.getByText("合格", { exact: true }).first().waitFor();
  expect(
    (
      await decide.api.act.decide.mutate(
        ask(decide, { case: files[2] ?? "", stage: "grade", outcome: "approve", opinion: "" }),
      )
    ).kind,
  ).toBe("done");
});

test("one rectifies and passes, one fails again and is revoked", async () => {
  const officerApi = await b.world.actor("officer");
  const reviewer = await b.world.actor("expert-1");
  const pool = await officerApi.api.review.experts.query({ as: officerApi.as });
  const one = pool
    .filter(({ user_id: user }) => user === reviewer.me.user)
    .map(({ user_id: user, name, party, unit }) => ({ user, name, party, unit }));
  await officerApi.api.act.settle.mutate(
    ask(officerApi, {
      path: "procedures/recheck/stages/review/panel/size",
      value: 1,
      as: "1 位专家",
      on: "2025-11-25",
      year: 2025,
    }),
  );
  const leader = await b.window("leader");
  for (const at of [1, 2]) {
    const { center, hospital } = nth(at);
    const { cases } = await officerApi.api.center.get.query({ as: officerApi.as, center });
    const recheck = cases.find(({ procedure }) => procedure === "recheck")?.id ?? "";
    await leader.goto(`${b.world.address}/t/100/leader/cases/${recheck}`);
    await leader.getByRole("button", { name: "补定" }).click();
    await leader.getByLabel("理解口径").fill("60 天内完成整改");
    await leader.getByRole("button", { name: "确认补定" }).click();
    await leader
      .getByText(/60 天内完成整改/)
      .first()
      .waitFor();
    const manager = await b.world.actor(`${hospital}-manager`);
    await manager.api.act.submit.mutate(
      ask(manager, { case: recheck, stage: "answer", answers: rectification }),
    );
    await officerApi.api.act.assignExperts.mutate(
      ask(officerApi, { case: recheck, stage: "review", experts: one }),
    );
    const items =
      at === 1 ? points("18", "9", "9", "17", "17", "9", "6") : points("10", "6", "6", "12", "14", "8", "6");
    await reviewer.api.act.score.mutate(
      ask(reviewer, { case: recheck, stage: "review", items, opinion: "复核" }),
    );
    await officerApi.api.act.conclude.mutate(ask(officerApi, { case: recheck, stage: "review" }));
    await leader.reload();
    await leader.getByRole("button", { name: "评定等次" }).click();
    await confirm(leader, "确认评定等次");
  }
  const officer = await b.window("officer");
  await goTo(officer, "科创中心");
  await officer
    .getByRole("row", { name: /心血管病科创中心/ })
    .getByText("验收合格")
    .waitFor();
  await officer
    .getByRole("row", { name: /骨科科创中心/ })
    .getByText("验收合格")
    .waitFor();
  await officer
    .getByRole("row", { name: /针灸康复科创中心/ })
    .getByText("撤销")
    .waitFor();
  await officer.getByRole("link", { name: "针灸康复科创中心", exact: true }).click();
  await officer.getByRole("heading", { level: 1, name: "针灸康复科创中心" }).waitFor();
  expect(await officer.getByText("撤销").count()).toBeGreaterThan(0);
  await shoot(officer, "center");
});

test("no page has complained", () => {
  expect(b.complaints).toEqual([]);
});
