// 六、评估验收
import { points, selfAssessment } from "../answers.ts";
import { ask, assign, EXCELLENT, grade, host, panelOf, score, standingOf, type Cast } from "./cast.ts";

export async function accept(cast: Cast): Promise<void> {
  const { tell, day, today, officer, leader, experts, manager, director, applied, acceptance } = cast;
  const first = cast.center(0);
  tell.stage("六、评估验收：满三年后一个月");
  await day("2025-11-01");
  const openAcceptance = (center: string) =>
    officer.api.act.openCase.mutate(ask(officer, { procedure: "acceptance", year: 2025, center }));
  await tell.stopped("没有满三年", openAcceptance(first.center), {
    kind: "refused",
    code: "term-not-ended",
  });
  await day("2025-11-11");
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
        on: today(),
        year: 2025,
      }),
    ),
  );
  await day("2025-11-25");
  for (const { name, hospital, center } of applied) {
    const file = acceptance.get(center) ?? "";
    const answers = selfAssessment(name, await host(cast, hospital), "主任");
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
    await tell.done("分配验收专家", assign(cast, { entry: file, stage: "review" }, [experts[0]]));
  }
  await day("2025-12-03");
  const sheets = [
    points("16", "8", "8", "16", "16", "9.6", "6.4"),
    points("15.99", "8", "8", "16", "16", "9.6", "6.4"),
    points("10", "6", "6", "12", "14", "8", "6"),
  ];
  for (const [at, { center }] of applied.entries())
    await score(cast, acceptance.get(center) ?? "", sheets[at] ?? []);
  await day("2025-12-05");
  const fileOf = (at: number): string => acceptance.get(applied[at]?.center ?? "") ?? "";
  await tell.stopped("80.00 分：合格或优秀，待定", grade(cast, fileOf(0)), {
    kind: "pending",
    code: "open-value",
  });
  await tell.done("79.99 分：不合格", grade(cast, fileOf(1)));
  await tell.done(
    "补定：优秀线 90 分",
    leader.api.act.settle.mutate(
      ask(leader, { path: EXCELLENT, value: 90, as: "90 分以上为优秀", on: today() }),
    ),
  );
  await tell.done("80.00 分：合格", grade(cast, fileOf(0)));
  await tell.done("62 分：不合格", grade(cast, fileOf(2)));
  const standings = await Promise.all(applied.map(({ center }) => standingOf(cast, center)));
  tell.holds(`状态：${standings.join("、")}`, standings.join() === "established,rectifying,rectifying");
}
