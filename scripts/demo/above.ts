// Authorities above the tenants. They run no policy here: what is recommended to them comes into their own space.
import type { SpaceToOnboard } from "@yichuang/db";
import { at, type Person } from "./people.ts";

type Above = SpaceToOnboard & { people: Person[] };

export const NATION: Above = {
  id: 10,
  kind: "authority",
  name: "国家卫生健康委员会",
  tier: "national",
  people: [
    { signIn: "national", name: "国家经办人", hats: [at(10, "officer")] },
    { signIn: "national-leader", name: "国家分管领导", hats: [at(10, "leader")] },
  ],
};

export const HENAN: Above = {
  id: 20,
  kind: "authority",
  name: "河南省卫生健康委员会",
  parent: NATION.id,
  tier: "provincial",
  region: "410000",
  people: [{ signIn: "henan", name: "河南省经办人", hats: [at(20, "officer")] }],
};

/** The nation above the provinces, and a province above a city. */
export const ABOVE: readonly Above[] = [NATION, HENAN];
