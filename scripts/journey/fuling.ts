// One life of three centers of the 2022 cohort, stage by stage, over the API.
import { HOSPITALS } from "../demo/people.ts";
import { application, december, points, rectification, selfAssessment, seminar } from "./answers.ts";
import { teller } from "./expectations.ts";
import { type Actor, type JourneyWorld, newKey } from "./world.ts";

interface Applied {
  name: string;
  hospital: "first" | "second";
  base: string;
  center: string;
  entry: string;
}

const EXCELLENT = "gradings/acceptance/grade/cases/excellent/when/than";
const LATE = "procedures/entry/stages/collect/late";
const panelOf = (procedure: string, stage: string): string =>
  `procedures/${procedure}/stages/${stage}/panel/size`;
const WITHIN = "consequences/failed/effects/rectify/within";

/** Plays the life and answers how many expectations failed. */
export async function playFuling(world: JourneyWorld): Promise<number> {
  let today = "2022-10-19";
  const tell = teller(() => today);
  const day = async (to: string): Promise<void> => {
    today = to;
    await world.day(to);
  };
  const officer = await world.actor("officer");
  const leader = await world.actor("leader");
  const inspector = await world.actor("inspector");
  const experts = [await world.actor("expert-1"), await world.actor("expert-2")];
  const rival = await world.actor("expert-3", "expert");
  const manager = { first: await world.actor("first-manager"), second: await world.actor("second-manager") };
  const director = {
    first: await world.actor("first-director"),
    second: await world.actor("second-director"),
  };
  const third = await world.actor("third-manager");
  const ask = <T>(actor: Actor, act: T) => ({ as: actor.as, key: newKey(), act });
  const host = async (of: "first" | "second") => {
    const { host: found } = await manager[of].api.supervision.institution.query({
      as: manager[of].as,
      party: HOSPITALS[of],
    });
    return found;
  };

  tell.stage("一、收集信息：2022 年的申报到 10 月 23 日 24:00");
  const applied: Applied[] = [];
  for (const [name, hospital, base] of [
    ["心血管病科创中心", "first", "心血管内科"],
    ["骨科科创中心", "first", "骨科"],
    ["针灸康复科创中心", "second", "针灸康复科"],
  ] as const) {
    const by = manager[hospital];
    const opened = await tell.done(
      `${name}新建申报`,
      by.api.act.openCase.mutate(ask(by, { procedure: "entry", year: 2022, name, type: "stic" })),
    );
    applied.push({ name, hospital, base, center: opened.roots[0] ?? "", entry: opened.cases[0] ?? "" });
  }
  await day("2022-10-21");
  for (const { name, hospital, base, entry } of applied) {
    const by = manager[hospital];
    const answers = application(name, base, director[hospital].me.role === "center-director" ? "主任" : "");
    const blank = { ...answers, basics: { ...answers.basics, base: "" } };
    await tell.stopped(
      `${name}缺一项`,
      by.api.act.submit.mutate(ask(by, { case: entry, stage: "collect", answers: blank })),
      { kind: "refused", code: "field-missing" },
    );
    const act = ask(by, { case: entry, stage: "collect", answers });
    const [one, two] = await Promise.all([by.api.act.submit.mutate(act), by.api.act.submit.mutate(act)]);
    await tell.done(`${name}提交`, Promise.resolve(one));
    tell.holds("同一次点击送了两次，只生效一次", JSON.stringify(one) === JSON.stringify(two));
  }
  const lateCase = await tell.done(
    "妇幼新建申报，没有按时提交",
    third.api.act.openCase.mutate(
      ask(third, { procedure: "entry", year: 2022, name: "围产医学科创中心", type: "stic" }),
    ),
  );
  const lateAnswers = application("围产医学科创中心", "产科", "主任");
  const submitLate = () =>
    third.api.act.submit.mutate(
      ask(third, { case: lateCase.cases[0] ?? "", stage: "collect", answers: lateAnswers }),
    );
  const [toReturn] = applied;
  if (toReturn === undefined) return 1;
  await tell.done(
    "退回修改，标出两处",
    officer.api.act.returnForRevision.mutate(
      ask(officer, {
        case: toReturn.entry,
        stage: "collect",
        reason: "请补充",
        marks: [{ field: "basics/base", reason: "写全称" }],
        until: "2022-10-23",
      }),
    ),
  );
  const again = application(toReturn.name, "心血管内科（市级重点专科）", "主任");
  await tell.done(
    "改后重新提交",
    manager.first.api.act.submit.mutate(
      ask(manager.first, { case: toReturn.entry, stage: "collect", answers: again }),
    ),
  );
  for (const { name, entry } of applied) {
    await tell.done(
      `${name}形式审查`,
      officer.api.act.check.mutate(ask(officer, { case: entry, stage: "collect", opinion: "材料齐全" })),
    );
  }

  await day("2022-10-24");
  await tell.stopped("逾期提交：等区卫健委决定", submitLate(), { kind: "pending", code: "late-undecided" });
  await tell.done(
    "补定：逾期不受理",
    leader.api.act.settle.mutate(
      ask(leader, { path: LATE, value: "refused", as: "2022 年逾期申报不受理", on: today }),
    ),
  );
  await tell.stopped("再次提交", submitLate(), { kind: "refused", code: "late-refused" });

  tell.stage("二、集中研讨");
  await day("2022-10-26");
  const hold = () =>
    officer.api.act.holdMeeting.mutate(
      ask(officer, {
        procedure: "entry",
        stage: "seminar",
        year: 2022,
        cases: applied.map(({ entry }) => entry),
        answers: seminar,
      }),
    );
  await tell.done(
    "补定：2022 年研讨时间",
    officer.api.act.settle.mutate(
      ask(officer, {
        path: "procedures/entry/stages/seminar/window/cases/y2022/then",
        value: { kind: "between", from: "2022-10-24", to: "2022-10-31" },
        as: "10 月下旬召开",
        on: today,
        year: 2022,
      }),
    ),
  );
  await tell.done("召开研讨，四项内容", hold());

  tell.stage("三、专家评估：八个方面");
  const assign = (entry: string, stage: string, people: Actor[]) =>
    officer.api.review.experts.query({ as: officer.as }).then((pool) =>
      officer.api.act.assignExperts.mutate(
        ask(officer, {
          case: entry,
          stage,
          experts: pool
            .filter(({ user_id: user }) => people.some(({ me }) => me.user === user))
            .map(({ user_id: user, name, party, unit }) => ({ user, name, party, unit })),
        }),
      ),
    );
  await tell.stopped("专家人数没有定", assign(toReturn.entry, "assess", experts), {
    kind: "pending",
    code: "open-value",
  });
  await tell.done(
    "补定：专家 2 人",
    officer.api.act.settle.mutate(
      ask(officer, {
        path: panelOf("entry", "assess"),
        value: 2,
        as: "每个申报请 2 位专家",
        on: today,
        year: 2022,
      }),
    ),
  );
  await tell.stopped("本单位专家要回避", assign(toReturn.entry, "assess", [experts[0] ?? officer, rival]), {
    kind: "refused",
    code: "conflict-of-interest",
  });
  for (const { name, entry } of applied) await tell.done(`${name}分配专家`, assign(entry, "assess", experts));
  await day("2022-10-28");
  const dimensions = [
    "plan",
    "goals",
    "organisation",
    "discipline",
    "equipment",
    "people",
    "research-teaching",
    "safeguards",
  ].map((item) => ({ item, met: true, opinion: "具备" }));
  for (const { entry } of applied) {
    for (const expert of experts) {
      await tell.done(
        "专家评估",
        expert.api.act.judge.mutate(
          ask(expert, {
            case: entry,
            stage: "assess",
            condition: "ready",
            verdict: true,
            dimensions,
            opinion: "具备打造条件",
          }),
        ),
      );
    }
  }
  await tell.stopped(
    "没有汇总就决定",
    leader.api.act.decide.mutate(
      ask(leader, { case: toReturn.entry, stage: "decide", outcome: "approve", opinion: "同意" }),
    ),
    { kind: "refused", code: "stage-not-reached" },
  );
  for (const { name, entry } of applied) {
    await tell.done(
      `${name}汇总`,
      officer.api.act.conclude.mutate(ask(officer, { case: entry, stage: "assess" })),
    );
  }

  tell.stage("四、明确任务");
  await day("2022-11-03");
  for (const { name, entry } of applied) {
    await tell.done(
      `${name}拟办`,
      officer.api.act.propose.mutate(
        ask(officer, { case: entry, stage: "decide", outcome: "approve", opinion: "拟同意" }),
      ),
    );
    await tell.stopped(
      "经办人不能决定",
      officer.api.act.decide.mutate(
        ask(officer, { case: entry, stage: "decide", outcome: "approve", opinion: "同意" }),
      ),
      { kind: "refused", code: "not-your-role" },
    );
    await tell.done(
      `${name}研究决定`,
      leader.api.act.decide.mutate(
        ask(leader, { case: entry, stage: "decide", outcome: "approve", opinion: "同意建设" }),
      ),
    );
  }
  await day("2022-11-10");
  const letter = {
    kind: "letter",
    number: "示卫发〔2022〕21 号",
    title: "关于公布 2022 年医学科技创新中心建设单位的通知",
    on: today,
  };
  await tell.done(
    "一份公文公布三家",
    officer.api.act.issue.mutate(
      ask(officer, { stage: "publish", cases: applied.map(({ entry }) => entry), document: letter }),
    ),
  );
  const standingOf = async (center: string) =>
    (await officer.api.center.get.query({ as: officer.as, center })).head.standing;
  for (const { name, center } of applied)
    tell.holds(`${name}在建`, (await standingOf(center)) === "building");

  tell.stage("五、项目建设：三年，每年 12 月报告");
  for (const year of [2022, 2023, 2024]) {
    await day(`${year}-12-10`);
    for (const { name, hospital, center } of applied.slice(0, year === 2023 ? 2 : 3)) {
      const by = manager[hospital];
      const opened = await tell.done(
        `${name} ${year} 年报告`,
        by.api.act.openCase.mutate(ask(by, { procedure: "yearly-report", year, center })),
      );
      await tell.done(
        "报送",
        by.api.act.submit.mutate(
          ask(by, { case: opened.cases[0] ?? "", stage: "report", answers: december }),
        ),
      );
    }
    if (year === 2023) {
      await day("2024-01-05");
      const { rows } = await officer.api.supervision.arrears.query({ as: officer.as, year: 2023 });
      const late = rows.find(
        (row) => row.root_id === applied[2]?.center && row.procedure_key === "yearly-report",
      );
      tell.holds("一家没报，看得见", late !== undefined && late.state !== "done");
      if (late !== undefined) {
        const urge = () =>
          officer.api.act.urge.mutate(ask(officer, { root: late.root_id, obligation: late.obligation_key }));
        await tell.done("催办", urge());
        await tell.stopped("一天内不能再催", urge(), { kind: "refused", code: "urge-too-soon" });
      }
      await day("2024-05-07");
      const found = await tell.done(
        "督查，发现一个问题",
        inspector.api.act.inspect.mutate(
          ask(inspector, {
            center: toReturn.center,
            procedure: "inspection",
            answers: { record: { summary: "动物房台账不全" } },
            findings: [{ text: "动物房台账不全", due: "2024-06-30" }],
          }),
        ),
      );
      tell.holds("督查留下案卷", found.cases.length === 1);
      const { findings } = await officer.api.center.get.query({ as: officer.as, center: toReturn.center });
      await tell.done(
        "问题办结",
        inspector.api.act.clearFinding.mutate(
          ask(inspector, { center: toReturn.center, finding: findings[0]?.id ?? "", how: "台账已补" }),
        ),
      );
    }
  }

  tell.stage("六、评估验收：满三年后一个月");
  await day("2025-11-01");
  const openAcceptance = (center: string) =>
    officer.api.act.openCase.mutate(ask(officer, { procedure: "acceptance", year: 2025, center }));
  await tell.stopped("没有满三年", openAcceptance(toReturn.center), {
    kind: "refused",
    code: "term-not-ended",
  });
  await day("2025-11-11");
  const acceptance = new Map<string, string>();
  for (const { name, center } of applied) {
    const opened = await tell.done(`${name}发起验收`, openAcceptance(center));
    acceptance.set(center, opened.cases[0] ?? "");
  }
  await tell.done(
    "补定：验收专家 1 人",
    officer.api.act.settle.mutate(
      ask(officer, {
        path: panelOf("acceptance", "review"),
        value: 1,
        as: "每个中心请 1 位专家",
        on: today,
        year: 2025,
      }),
    ),
  );
  await day("2025-11-25");
  for (const { name, hospital, center } of applied) {
    const file = acceptance.get(center) ?? "";
    const answers = selfAssessment(name, await host(hospital), "主任");
    const sign = { case: file, stage: "self", answers, opinion: "情况属实" };
    await tell.stopped(
      "依托单位要在主任之后签",
      manager[hospital].api.act.sign.mutate(ask(manager[hospital], sign)),
      { kind: "refused", code: "signature-missing" },
    );
    await tell.done(`${name}主任签字`, director[hospital].api.act.sign.mutate(ask(director[hospital], sign)));
    await tell.done(
      `${name}依托单位盖章提交`,
      manager[hospital].api.act.sign.mutate(ask(manager[hospital], sign)),
    );
    await tell.done("分配验收专家", assign(file, "review", [experts[0] ?? officer]));
  }
  await day("2025-12-03");
  const sheets = [
    points("16", "8", "8", "16", "16", "9.6", "6.4"),
    points("15.99", "8", "8", "16", "16", "9.6", "6.4"),
    points("10", "6", "6", "12", "14", "8", "6"),
  ];
  const [expert] = experts;
  if (expert === undefined) return 1;
  const score = async (file: string, items: (typeof sheets)[number]) => {
    await tell.done(
      "专家评分",
      expert.api.act.score.mutate(ask(expert, { case: file, stage: "review", items, opinion: "按指标评分" })),
    );
    await tell.done("汇总", officer.api.act.conclude.mutate(ask(officer, { case: file, stage: "review" })));
  };
  for (const [at, { center }] of applied.entries())
    await score(acceptance.get(center) ?? "", sheets[at] ?? []);
  await day("2025-12-05");
  const grade = (file: string) =>
    leader.api.act.decide.mutate(
      ask(leader, { case: file, stage: "grade", outcome: "approve", opinion: "按得分评定" }),
    );
  const fileOf = (at: number): string => acceptance.get(applied[at]?.center ?? "") ?? "";
  await tell.stopped("80.00 分：合格或优秀，待定", grade(fileOf(0)), { kind: "pending", code: "open-value" });
  await tell.done("79.99 分：不合格", grade(fileOf(1)));
  await tell.done(
    "补定：优秀线 90 分",
    leader.api.act.settle.mutate(
      ask(leader, { path: EXCELLENT, value: 90, as: "90 分以上为优秀", on: today }),
    ),
  );
  await tell.done("80.00 分：合格", grade(fileOf(0)));
  await tell.done("62 分：不合格", grade(fileOf(2)));
  const standings = await Promise.all(applied.map(({ center }) => standingOf(center)));
  tell.holds(`状态：${standings.join("、")}`, standings.join() === "established,rectifying,rectifying");

  tell.stage("整改、复核");
  for (const at of [1, 2]) {
    const { center, hospital, name } = applied[at] ?? toReturn;
    const { cases } = await officer.api.center.get.query({ as: officer.as, center });
    const recheck = cases.find((one) => one.procedure === "recheck")?.id ?? "";
    await tell.done(
      `${name}：整改期限 60 天`,
      leader.api.act.settle.mutate(
        ask(leader, {
          path: WITHIN,
          value: { n: 60, unit: "day" },
          as: "60 天内完成整改",
          on: today,
          case: recheck,
        }),
      ),
    );
    await tell.done(
      `${name}报送整改报告`,
      manager[hospital].api.act.submit.mutate(
        ask(manager[hospital], { case: recheck, stage: "answer", answers: rectification }),
      ),
    );
    if (at === 1)
      await tell.done(
        "补定：复核专家 1 人",
        officer.api.act.settle.mutate(
          ask(officer, {
            path: panelOf("recheck", "review"),
            value: 1,
            as: "复核请 1 位专家",
            on: today,
            year: 2025,
          }),
        ),
      );
    await tell.done("分配复核专家", assign(recheck, "review", [expert]));
    await score(
      recheck,
      at === 1 ? points("18", "9", "9", "17", "17", "9", "6") : points("10", "6", "6", "12", "14", "8", "6"),
    );
    await tell.done(at === 1 ? `${name}复核合格` : `${name}复核仍不合格`, grade(recheck));
  }
  const ended = await Promise.all(applied.map(({ center }) => standingOf(center)));
  tell.holds(`状态：${ended.join("、")}`, ended.join() === "established,established,revoked");

  tell.stage("七、强化管理");
  await day("2026-05-20");
  await tell.done(
    "验收后督查",
    inspector.api.act.inspect.mutate(
      ask(inspector, {
        center: toReturn.center,
        procedure: "inspection",
        answers: { record: { summary: "运行良好" } },
        findings: [],
      }),
    ),
  );
  await tell.done(
    "择优推荐上级",
    leader.api.act.recommend.mutate(
      ask(leader, { center: toReturn.center, promotion: "to-city", opinion: "成效突出" }),
    ),
  );
  const admin = await world.actor("admin", "tenant-admin");
  const { broken } = await admin.api.supervision.audit.query({ as: admin.as, page: 1 });
  tell.holds("审计链从头到尾完整", broken === null);
  console.log(`\n${tell.failures() === 0 ? "全部如期" : `${tell.failures()} 处不符`}`);
  return tell.failures();
}
