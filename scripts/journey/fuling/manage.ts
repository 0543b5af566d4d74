// 七、强化管理
import { ask, type Cast } from "./cast.ts";

export async function manage(cast: Cast): Promise<void> {
  const { tell, day, leader, inspector } = cast;
  const first = cast.center(0);
  tell.stage("七、强化管理");
  await day("2026-05-20");
  await tell.done(
    "验收后督查",
    inspector.api.act.inspect.mutate(
      ask(inspector, {
        center: first.center,
        procedure: "inspection",
        answers: { record: { summary: "运行良好" } },
        findings: [],
      }),
    ),
  );
  await tell.done(
    "择优推荐上级",
    leader.api.act.recommend.mutate(
      ask(leader, { center: first.center, promotion: "to-city", opinion: "成效突出" }),
    ),
  );
}
