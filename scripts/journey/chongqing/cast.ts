// Who plays in the city's life, and what its chapters have in common.
import { getSheet } from "@yichuang/policy";
import { readPack } from "../../demo/packs.ts";
import { ask, newPlayer, type Player, type Running } from "../player.ts";
import type { Actor, JourneyWorld } from "../world.ts";

export const CITY = 50;
export const DISTRICT = 100;
const SHARES = ["30", "20", "20", "10", "10", "10"];

export interface Cast {
  world: JourneyWorld;
  play: Player;
  officer: Actor;
  leader: Actor;
  inspector: Actor;
  /** officers of two bodies that issue the policy together with the health commission */
  science: Actor;
  hr: Actor;
  experts: [Actor, Actor];
  general: Actor;
  generalDirector: Actor;
  children: Actor;
}

export async function gather(world: JourneyWorld): Promise<Cast> {
  const [first, second] = [await world.actor("cq-expert-1"), await world.actor("cq-expert-2")];
  return {
    world,
    play: newPlayer(world, readPack("chongqing"), "2022-10-19"),
    officer: await world.actor("cq-officer"),
    leader: await world.actor("cq-leader"),
    inspector: await world.actor("cq-inspector"),
    science: await world.actor("cq-science"),
    hr: await world.actor("cq-hr"),
    experts: [first, second],
    general: await world.actor("cq-general-manager"),
    generalDirector: await world.actor("cq-general-director"),
    children: await world.actor("cq-children-manager"),
  };
}

export const between = (from: string, to: string) => ({ kind: "between", from, to });

/** The root of an institution in the city's tenant. */
export const rootOf = async (by: Actor): Promise<string> =>
  (await by.api.supervision.institution.query({ as: by.as, party: by.me.party })).id;

/** The authority gives the six respects their weights, once: no other act may score before. */
export async function settlesWeights({ play, leader }: Cast, key: string, shares = SHARES): Promise<void> {
  for (const [at, item] of getSheet(play.policy, key).items.entries()) {
    const share = shares[at] ?? "0";
    await play.settles(leader, `sheets/${key}/items/${item.key}/weight`, {
      value: Number(share),
      as: `${item.label?.zh ?? item.key} ${share} 分`,
    });
  }
}

export interface Scoring {
  stage: string;
  sheet: string;
  points: readonly string[];
}

/** Two people of the pool are assigned and score alike, and the officer sums up. */
export async function isScored(
  cast: Cast,
  running: Running,
  { stage, sheet, points }: Scoring,
): Promise<void> {
  const { play, officer, experts } = cast;
  const at = { case: running.case, stage };
  const pool = await officer.api.review.experts.query({ as: officer.as });
  const people = pool
    .filter(({ user_id: user }) => experts.some(({ me }) => me.user === user))
    .map(({ user_id: user, name, party, unit }) => ({ user, name, party, unit }));
  const assigning = officer.api.act.assignExperts.mutate(ask(officer, { ...at, experts: people }));
  await play.tell.done(`${running.name}：分配专家`, assigning);
  const lines = getSheet(play.policy, sheet).items;
  const items = lines.map(({ key }, line) => ({ item: key, points: points[line] ?? "0" }));
  for (const expert of experts) {
    const scoring = expert.api.act.score.mutate(ask(expert, { ...at, items, opinion: "按评价导向评分" }));
    await play.tell.done(`${running.name}：专家评分`, scoring);
  }
  await play.tell.done(`${running.name}：汇总`, officer.api.act.conclude.mutate(ask(officer, at)));
}

/** The authority itself answers the conditions that a check asks about. */
export async function answers(
  { play, officer }: Cast,
  running: Running,
  given: { stage: string; verdicts: { [condition: string]: boolean } },
): Promise<void> {
  for (const [condition, verdict] of Object.entries(given.verdicts)) {
    const act = {
      case: running.case,
      stage: given.stage,
      condition,
      verdict,
      dimensions: [],
      opinion: "已核对",
    };
    await play.tell.done(
      `${running.name}：核对，${verdict ? "是" : "否"}`,
      officer.api.act.judge.mutate(ask(officer, act)),
    );
  }
}
