// 一、收集信息
import { application } from "../answers.ts";
import { ask, LATE, type Cast } from "./cast.ts";

export async function collect(cast: Cast): Promise<void> {
  const { tell, day, today, officer, leader, manager, director, third, applied } = cast;
  tell.stage("一、收集信息：2022 年的申报到 10 月 23 日 24:00");
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
  const first = cast.center(0);
  await tell.done(
    "退回修改，标出两处",
    officer.api.act.returnForRevision.mutate(
      ask(officer, {
        case: first.entry,
        stage: "collect",
        reason: "请补充",
        marks: [{ field: "basics/base", reason: "写全称" }],
        until: "2022-10-23",
      }),
    ),
  );
  const again = application(first.name, "心血管内科（市级重点专科）", "主任");
  await tell.done(
    "改后重新提交",
    manager.first.api.act.submit.mutate(
      ask(manager.first, { case: first.entry, stage: "collect", answers: again }),
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
      ask(leader, { path: LATE, value: "refused", as: "2022 年逾期申报不受理", on: today() }),
    ),
  );
  await tell.stopped("再次提交", submitLate(), { kind: "refused", code: "late-refused" });
}
