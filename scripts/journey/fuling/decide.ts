// 四、明确任务
import { ask, standingOf, type Cast } from "./cast.ts";

export async function decide(cast: Cast): Promise<void> {
  const { tell, day, today, officer, leader, applied } = cast;
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
    number: "示卫发〔2022〕21号",
    title: "关于公布 2022 年医学科技创新中心建设单位的通知",
    on: today(),
  };
  await tell.done(
    "一份公文公布三家",
    officer.api.act.issue.mutate(
      ask(officer, { stage: "publish", cases: applied.map(({ entry }) => entry), document: letter }),
    ),
  );
  for (const { name, center } of applied)
    tell.holds(`${name}在建`, (await standingOf(cast, center)) === "building");
}
