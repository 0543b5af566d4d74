// What institutions owe each year: two percent for science, and what the authority judges about them.
import { ask } from "../player.ts";
import type { Actor } from "../world.ts";
import { between, type Cast, rootOf } from "./cast.ts";

const opening = async (by: Actor) => ({
  procedure: "yearly-figures",
  year: 2023,
  institution: await rootOf(by),
});

export async function yearlyFigures(cast: Cast): Promise<void> {
  const { play, leader, general, children } = cast;
  play.tell.stage("五、年度数据：专项经费不低于医疗收入的 2%");
  await play.day("2023-12-01");
  await play.tell.stopped("填报时间没有定", play.open(general, await opening(general)), {
    kind: "pending",
    code: "open-value",
  });
  await play.settles(leader, "procedures/yearly-figures/starts/when", {
    value: between("2023-12-01", "2023-12-31"),
    as: "12 月填报",
    year: 2023,
  });
  const figures = async (by: Actor, name: string, fund: string) => {
    const running = { ...(await play.opens(by, `${name}：填报年度数据`, await opening(by))), name };
    const said = { "fund/income": "100000", "fund/fund": fund, "unit/municipal": true };
    await play.handsIn(running, "report", { host: by, said });
  };
  await figures(general, "综合医院，专项经费 1.99%", "1990");
  await figures(children, "儿童医院，专项经费正好 2%", "2000");
  const { target, stateOf } = await twoPercent(cast);
  const by = target?.clauses.map(({ section }) => section).join("、") ?? "";
  play.tell.holds(`1.99% 还没有达到，到年底为止〔${by}〕`, stateOf(general) === "not-yet" && by !== "");
  play.tell.holds("正好 2% 达到，“不低于”含本数", stateOf(children) === "met");
}

/** How the municipal institutions stand to the two percent, as the authority's board shows it. */
async function twoPercent({ officer }: Cast) {
  const { targets } = await officer.api.figure.board.query({ as: officer.as, year: 2023 });
  const target = targets.find(({ duty }) => duty === "two-percent");
  const stateOf = (one: Actor) => target?.readings.find(({ bearer }) => bearer.party === one.me.party)?.state;
  return { target, stateOf };
}

/** The year is over: what was short of the line stays short. */
export async function yearEnds(cast: Cast): Promise<void> {
  const { play, general, children } = cast;
  await play.day("2024-01-08");
  const { stateOf } = await twoPercent(cast);
  play.tell.holds("年终：1.99% 没有达到", stateOf(general) === "not-met");
  play.tell.holds("年终：正好 2% 达到", stateOf(children) === "met");
}

export async function judgedDuties({ play, officer, general }: Cast): Promise<void> {
  const institution = await rootOf(general);
  const duty = { institution, duty: "inside-appraisal", year: 2023 };
  const judge = (act: object) => officer.api.act.judgeDuty.mutate(ask(officer, { ...duty, ...act } as never));
  await play.tell.done(
    "鼓励性要求：科技创新没有纳入中层干部考核，记为没有做到，不处理",
    judge({ met: false, opinion: "章程里没有写" }),
  );
  await play.tell.stopped("同一年只核对一次", judge({ met: true, opinion: "补写了" }), {
    kind: "refused",
    code: "already-done",
  });
}
