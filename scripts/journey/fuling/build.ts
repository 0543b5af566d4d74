// 五、项目建设
import { december } from "../answers.ts";
import { ask, type Cast } from "./cast.ts";

export async function build(cast: Cast): Promise<void> {
  const { tell, day, officer, inspector, manager, applied } = cast;
  const first = cast.center(0);
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
            center: first.center,
            procedure: "inspection",
            answers: { record: { summary: "动物房台账不全" } },
            findings: [{ text: "动物房台账不全", due: "2024-06-30" }],
          }),
        ),
      );
      tell.holds("督查留下案卷", found.cases.length === 1);
      const { findings } = await officer.api.center.get.query({ as: officer.as, center: first.center });
      await tell.done(
        "问题办结",
        inspector.api.act.clearFinding.mutate(
          ask(inspector, { center: first.center, finding: findings[0]?.id ?? "", how: "台账已补" }),
        ),
      );
    }
  }
}
