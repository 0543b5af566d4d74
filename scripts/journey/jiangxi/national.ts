import { file, recommend } from "../party-acts.ts";
import type { Running } from "../player.ts";
import type { Cast, Hospital } from "./cast.ts";

/** A branch of a national center: its conditions are a hard gate, and the national center names it. */
export async function nationalBranch(cast: Cast): Promise<void> {
  const { play, officer, leader, provincial, womens } = cast;
  play.tell.stage("四、国家中心分中心：不具备国家条件的不能推荐");
  await play.day("2023-09-11");
  const outsider = await applied(cast, womens, "国家儿童健康中心江西分中心");
  await checked(cast, outsider, false);
  await play.tell.stopped("不具备国家认定条件", recommend(officer, outsider), {
    kind: "refused",
    code: "condition-false",
  });
  const branch = await applied(cast, provincial, "国家心血管病中心江西分中心");
  await checked(cast, branch, true);
  await play.isRecommended(leader, branch);
  await play.isDecided(leader, branch, "result");
  await play.tell.done("国家中心分中心备案", file(officer, branch));
  play.tell.holds("已是国家中心分中心", (await play.standing(officer, branch)) === "established");
}

async function applied({ play }: Cast, hand: Hospital, name: string): Promise<Running> {
  const opening = { procedure: "national", type: "national-branch", year: 2023, name };
  const branch = { ...(await play.opens(hand.host, `申报${name}`, opening)), name };
  await play.handsIn(branch, "apply", { ...hand, said: { "basics/field": "心血管" } });
  return branch;
}

async function checked({ play, officer }: Cast, branch: Running, verdict: boolean): Promise<void> {
  await play.answers(officer, branch, { stage: "check", verdict });
  await play.isChecked(officer, branch, "check");
}
