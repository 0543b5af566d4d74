import { readPack } from "../../demo/packs.ts";
import { inTenant, type PartyActs, partyActs } from "../party-acts.ts";
import { newPlayer, type Player } from "../player.ts";
import type { Actor, JourneyWorld } from "../world.ts";

const TENANT = 130;

export interface Hospital {
  host: Actor;
  director: Actor;
}

export interface Cast {
  play: Player & PartyActs;
  officer: Actor;
  leader: Actor;
  experts: [Actor, Actor];
  provincial: Hospital;
  university: Hospital;
  nanchang: Hospital;
  womens: Hospital;
  ganzhou: Hospital;
  jiujiang: Hospital;
  /** authorities of the city to which a branch is filed */
  science: Actor;
  health: Actor;
}

export async function gather(world: JourneyWorld): Promise<Cast> {
  const policy = readPack("jiangxi");
  const player = newPlayer(world, policy, "2022-10-19");
  const hospital = async (name: string): Promise<Hospital> => ({
    host: await world.actor(`jx-${name}-manager`),
    director: await world.actor(`jx-${name}-director`),
  });
  const ofTheCity = async (name: string) => inTenant(await world.actor(`jx-nanchang-${name}`), TENANT);
  return {
    play: { ...player, ...partyActs(policy, player.tell) },
    officer: await world.actor("jx-officer"),
    leader: await world.actor("jx-leader"),
    experts: [await world.actor("jx-expert-1"), await world.actor("jx-expert-2")],
    provincial: await hospital("provincial"),
    university: await hospital("university"),
    nanchang: await hospital("nanchang"),
    womens: await hospital("womens"),
    ganzhou: await hospital("ganzhou"),
    jiujiang: await hospital("jiujiang"),
    science: await ofTheCity("science"),
    health: await ofTheCity("health"),
  };
}

/** The code under which an institution stands in a dossier. */
export async function institution({ officer }: Cast, { host }: Hospital) {
  const { host: found } = await officer.api.supervision.institution.query({
    as: officer.as,
    party: host.me.party,
  });
  return { name: found.name, uscc: found.uscc };
}
