import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { expect, test } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { designate } from "../testing/steps.ts";
import { sceneOf } from "../acts/scene.ts";
import { factsFor } from "../testing/ledger.ts";
import { at, newLife, OFFICER } from "../testing/life.ts";
import { branchesOf } from "./branches.ts";

test("branches of a center stand under it today", () => {
  const life = newLife(Policy.parse(pack));
  const [id = ""] = designate(life, ["骨科中心"]);
  const center = life.centerOf(id);
  const ledger = life.ledger();
  const scene = sceneOf(ledger.policies, factsFor(ledger, OFFICER, id), life.env(OFFICER, at("2023-01-01")));
  const link: CenterFacts["links"][number] = {
    key: "l",
    role: "parent-center",
    center: "above",
    name: "总中心",
    from: "2022-11-10",
  };
  const under = (links: CenterFacts["links"], more: Partial<CenterFacts> = {}) => {
    const facts = { ...scene.facts, centers: [{ ...center, links, ...more }] };
    return branchesOf({ facts }, "above").map((one) => one.id);
  };
  expect(under([link])).toEqual([center.id]);
  expect(under([])).toEqual([]);
  expect(under([{ ...link, center: "elsewhere" }])).toEqual([]);
  expect(under([{ ...link, role: "joint" }])).toEqual([]);
  expect(under([{ ...link, to: "2023-01-01" }])).toEqual([]);
  for (const standing of ["declined", "revoked", "exited"] as const)
    expect(under([link], { standing })).toEqual([]);
});
