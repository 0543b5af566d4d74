// Who plays in the life, and what all of its stages have in common.
import { HOSPITALS } from "../../demo/tenants/fuling.ts";
import { teller, type Teller } from "../expectations.ts";
import { type Actor, type JourneyWorld, newKey } from "../world.ts";

export interface Applied {
  name: string;
  hospital: "first" | "second";
  base: string;
  center: string;
  entry: string;
}

export const EXCELLENT = "gradings/acceptance/grade/cases/excellent/when/than";
export const LATE = "procedures/entry/stages/collect/late";
export const WITHIN = "consequences/failed/effects/rectify/within";
export const panelOf = (procedure: string, stage: string): string =>
  `procedures/${procedure}/stages/${stage}/panel/size`;

/** One act of one actor, with a key of its own. */
export const ask = <T>(actor: Actor, act: T) => ({ as: actor.as, key: newKey(), act });

export interface Cast {
  tell: Teller;
  today: () => string;
  /** 09:00 of a later day */
  day: (to: string) => Promise<void>;
  officer: Actor;
  leader: Actor;
  inspector: Actor;
  experts: [Actor, Actor];
  /** an expert whom the first hospital employs */
  rival: Actor;
  manager: { first: Actor; second: Actor };
  director: { first: Actor; second: Actor };
  third: Actor;
  /** filled while the life is played */
  applied: Applied[];
  center: (at: number) => Applied;
  acceptance: Map<string, string>;
}

export async function gather(world: JourneyWorld): Promise<Cast> {
  let today = "2022-10-19";
  const applied: Applied[] = [];
  return {
    tell: teller(() => today),
    today: () => today,
    day: async (to) => {
      today = to;
      await world.day(to);
    },
    officer: await world.actor("officer"),
    leader: await world.actor("leader"),
    inspector: await world.actor("inspector"),
    experts: [await world.actor("expert-1"), await world.actor("expert-2")],
    rival: await world.actor("expert-3", "expert"),
    manager: { first: await world.actor("first-manager"), second: await world.actor("second-manager") },
    director: { first: await world.actor("first-director"), second: await world.actor("second-director") },
    third: await world.actor("third-manager"),
    applied,
    center: (at) => {
      const found = applied[at];
      if (found === undefined) throw new Error(`no center ${at} has applied`);
      return found;
    },
    acceptance: new Map(),
  };
}

/** What the registry says about a hospital. */
export async function host({ manager }: Cast, of: "first" | "second") {
  const { host: found } = await manager[of].api.supervision.institution.query({
    as: manager[of].as,
    party: HOSPITALS[of],
  });
  return found;
}

/** The officer assigns people of the pool to a stage of a case. */
export async function assign({ officer }: Cast, at: { entry: string; stage: string }, people: Actor[]) {
  const pool = await officer.api.review.experts.query({ as: officer.as });
  const chosen = pool.filter(({ user_id: user }) => people.some(({ me }) => me.user === user));
  const experts = chosen.map(({ user_id: user, name, party, unit }) => ({ user, name, party, unit }));
  return officer.api.act.assignExperts.mutate(ask(officer, { case: at.entry, stage: at.stage, experts }));
}

export const standingOf = async ({ officer }: Cast, center: string) =>
  (await officer.api.center.get.query({ as: officer.as, center })).head.standing;

/** One expert's sheet, and the officer sums it up. */
export async function score(
  cast: Cast,
  file: string,
  items: { item: string; points: string }[],
): Promise<void> {
  const { tell, officer } = cast;
  const [expert] = cast.experts;
  const sheet = { case: file, stage: "review", items, opinion: "按指标评分" };
  await tell.done("专家评分", expert.api.act.score.mutate(ask(expert, sheet)));
  await tell.done("汇总", officer.api.act.conclude.mutate(ask(officer, { case: file, stage: "review" })));
}

export const grade = ({ leader }: Cast, file: string) =>
  leader.api.act.decide.mutate(
    ask(leader, { case: file, stage: "grade", outcome: "approve", opinion: "按得分评定" }),
  );
