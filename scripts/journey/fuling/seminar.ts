// 二、集中研讨
import { seminar as minutes } from "../answers.ts";
import { ask, type Cast } from "./cast.ts";

export async function seminar(cast: Cast): Promise<void> {
  const { tell, day, today, officer, applied } = cast;
  tell.stage("二、集中研讨");
  await day("2022-10-26");
  const hold = () =>
    officer.api.act.holdMeeting.mutate(
      ask(officer, {
        procedure: "entry",
        stage: "seminar",
        year: 2022,
        cases: applied.map(({ entry }) => entry),
        answers: minutes,
      }),
    );
  await tell.done(
    "补定：2022 年研讨时间",
    officer.api.act.settle.mutate(
      ask(officer, {
        path: "procedures/entry/stages/seminar/window/cases/y2022/then",
        value: { kind: "between", from: "2022-10-24", to: "2022-10-31" },
        as: "10 月下旬召开",
        on: today(),
        year: 2022,
      }),
    ),
  );
  await tell.done("召开研讨，四项内容", hold());
}
