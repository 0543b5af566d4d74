// The nation stands above the provinces. It runs no policy here: what provinces recommend comes into its own space.
import type { SpaceToOnboard } from "@yichuang/db";
import { at, type Person } from "./people.ts";

export const NATION: SpaceToOnboard & { people: Person[] } = {
  id: 10,
  kind: "authority",
  name: "国家卫生健康委员会",
  tier: "national",
  people: [
    { signIn: "national", name: "国家经办人", hats: [at(10, "officer")] },
    { signIn: "national-leader", name: "国家分管领导", hats: [at(10, "leader")] },
  ],
};
