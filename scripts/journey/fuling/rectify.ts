// 整改与复核
import { points, rectification } from "../answers.ts";
import { ask, assign, grade, panelOf, score, standingOf, WITHIN, type Cast } from "./cast.ts";

export async function rectify(cast: Cast): Promise<void> {
  const { tell, today, officer, leader, manager, applied } = cast;
  tell.stage("整改、复核");
  for (const at of [1, 2]) {
    const { center, hospital, name } = cast.center(at);
    const { cases } = await officer.api.center.get.query({ as: officer.as, center });
    const recheck = cases.find((one) => one.procedure === "recheck")?.id ?? "";
    await tell.done(
      `${name}：整改期限 60 天`,
      leader.api.act.settle.mutate(
        ask(leader, {
          path: WITHIN,
          value: { n: 60, unit: "day" },
          as: "60 天内完成整改",
          on: today(),
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
            on: today(),
            year: 2025,
          }),
        ),
      );
    await tell.done("分配复核专家", assign(cast, { entry: recheck, stage: "review" }, [cast.experts[0]]));
    await score(
      cast,
      recheck,
      at === 1 ? points("18", "9", "9", "17", "17", "9", "6") : points("10", "6", "6", "12", "14", "8", "6"),
    );
    await tell.done(at === 1 ? `${name}复核合格` : `${name}复核仍不合格`, grade(cast, recheck));
  }
  const ended = await Promise.all(applied.map(({ center }) => standingOf(cast, center)));
  tell.holds(`状态：${ended.join("、")}`, ended.join() === "established,established,revoked");
}
