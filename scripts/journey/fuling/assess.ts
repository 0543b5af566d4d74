// 三、专家评估
import { ask, assign, panelOf, type Cast } from "./cast.ts";

export async function assess(cast: Cast): Promise<void> {
  const { tell, day, today, officer, leader, experts, rival, applied } = cast;
  const first = cast.center(0);
  tell.stage("三、专家评估：八个方面");
  await tell.stopped("专家人数没有定", assign(cast, { entry: first.entry, stage: "assess" }, [...experts]), {
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
        on: today(),
        year: 2022,
      }),
    ),
  );
  await tell.stopped(
    "本单位专家要回避",
    assign(cast, { entry: first.entry, stage: "assess" }, [experts[0], rival]),
    {
      kind: "refused",
      code: "conflict-of-interest",
    },
  );
  for (const { name, entry } of applied)
    await tell.done(`${name}分配专家`, assign(cast, { entry: entry, stage: "assess" }, [...experts]));
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
      ask(leader, { case: first.entry, stage: "decide", outcome: "approve", opinion: "同意" }),
    ),
    { kind: "refused", code: "stage-not-reached" },
  );
  for (const { name, entry } of applied) {
    await tell.done(
      `${name}汇总`,
      officer.api.act.conclude.mutate(ask(officer, { case: entry, stage: "assess" })),
    );
  }
}
