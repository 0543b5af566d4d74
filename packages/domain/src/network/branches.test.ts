import type { Consequence, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import type { Link } from "../contract/links.ts";
import { branchesOf, reachesAbove, reachesBranches, rootAbove, scopesUnder } from "./branches.ts";
import {
  caseOf,
  desk,
  factsWith,
  lab,
  policiesOf,
  sceneWith,
  SMALL_POLICY,
  TODAY,
  under,
} from "../testing/small-network.ts";

const ENDED = ["declined", "revoked", "exited"] as const;

describe("the branches of a center", () => {
  const idsUnder = (...centers: CenterFacts[]) =>
    branchesOf(sceneWith(SMALL_POLICY, centers), "above").map(({ id }) => id);

  it("are those that stand under it, and not whoever stands beside it", () => {
    expect(idsUnder(desk("one", "above"), desk("two", "elsewhere"), lab("three"))).toEqual(["one"]);
    expect(idsUnder(desk("one", "above", { links: [under("above", { role: "joint" })] }))).toEqual([]);
  });

  it("are found beside whatever other parties they have", () => {
    const links = [under("other", { key: "joint", role: "joint" }), under("above")];
    expect(idsUnder(desk("one", "above", { links }))).toEqual(["one"]);
  });

  it("no longer hold one whose link has ended", () =>
    expect(idsUnder(desk("one", "above", { links: [under("above", { to: TODAY })] }))).toEqual([]));

  it.each([undefined, ...ENDED])("hold none that is %s", (standing) => {
    const { standing: _established, ...one } = desk("one", "above");
    expect(idsUnder({ ...one, ...(standing === undefined ? {} : { standing }) })).toEqual([]);
  });
});

describe("the center above one", () => {
  const above = (one: CenterFacts, ...others: CenterFacts[]) =>
    rootAbove({ facts: factsWith([one, ...others]) }, one)?.id;

  it("is the one that its open link names, where it is loaded", () => {
    expect(above(desk("one", "b"), lab("a"), lab("b"))).toBe("b");
    expect(above(desk("one", "c"), lab("a"))).toBeUndefined();
  });

  it("is nobody for a center that stands by itself, or left the one above it", () => {
    expect(above(lab("one"), lab("a"))).toBeUndefined();
    expect(above(lab("one", { links: [under("a", { role: "joint" })] }), lab("a"))).toBeUndefined();
    expect(above(lab("one", { links: [under("a", { to: TODAY })] }), lab("a"))).toBeUndefined();
  });

  it.each(ENDED)("is none that was %s", (standing) =>
    expect(above(desk("one", "a"), lab("a", { standing }))).toBeUndefined(),
  );
});

const consequence = (more: Partial<Consequence>): Consequence => ({
  key: "ends",
  label: { zh: "撤销", en: "ends" },
  because: ["all"],
  for: ["lab"],
  on: "decided",
  effects: [{ key: "stand", do: "set-standing", standing: "revoked" }],
  ...more,
});
const policyWith = (...consequences: Consequence[]): Policy => ({ ...SMALL_POLICY, consequences });
const ALONE = policyWith(consequence({}), consequence({ key: "self", of: "center" }));
const CASCADING = policyWith(
  consequence({}),
  consequence({
    key: "down",
    effects: [
      { key: "stand", do: "set-standing", standing: "revoked" },
      { key: "under", do: "branches", act: "cascade" },
    ],
  }),
);

describe("what is loaded with a center", () => {
  it("are its branches, where some consequence of a version at hand reaches them", () => {
    expect(reachesBranches(policiesOf(ALONE))).toBe(false);
    expect(reachesBranches(policiesOf(policyWith()))).toBe(false);
    expect(reachesBranches(policiesOf(CASCADING))).toBe(true);
    expect(reachesBranches({ ...policiesOf(ALONE), byHash: { older: CASCADING } })).toBe(true);
  });

  it("is the one above it, where some consequence is about that one", () => {
    const upwards = policyWith(consequence({}), consequence({ key: "up", of: "parent" }));
    expect(reachesAbove(policiesOf(ALONE))).toBe(false);
    expect(reachesAbove(policiesOf(policyWith()))).toBe(false);
    expect(reachesAbove(policiesOf(upwards))).toBe(true);
    expect(reachesAbove({ ...policiesOf(ALONE), byHash: { older: upwards } })).toBe(true);
  });
});

describe("the scopes under a center", () => {
  const scopes = (before: CenterFacts | undefined, after: CenterFacts, policy = CASCADING) =>
    scopesUnder(policiesOf(policy), [{ policy, before, after, kase: caseOf() }]);
  const withLinks = (...links: Link[]) => desk("one", "a", { links });

  it("are taken by whoever comes to stand under it", () => {
    expect(scopes(undefined, desk("one", "a"))).toEqual(["under:a"]);
    expect(scopes(desk("one", "a", { standing: "applying" }), desk("one", "a"))).toEqual(["under:a"]);
    expect(scopes(withLinks(under("a")), withLinks(under("b")))).toEqual(["under:b"]);
  });

  it("are not taken again by who stood there before, nor by an application or an ended one", () => {
    expect(scopes(desk("one", "a"), desk("one", "a"))).toEqual([]);
    for (const standing of ["applying", ...ENDED] as const)
      expect(scopes(undefined, desk("one", "a", { standing }))).toEqual([]);
  });

  it("are not taken through other parties, or through a party above that is no center here", () => {
    expect(scopes(undefined, withLinks(under("a", { role: "joint" })))).toEqual([]);
    const { center: _center, ...named } = under("a");
    expect(scopes(undefined, withLinks(named))).toEqual([]);
    expect(scopes(undefined, withLinks(under("a", { to: TODAY })))).toEqual([]);
  });

  it("are taken by a center that may have others under it, when its standing changes", () => {
    expect(scopes(lab("a"), lab("a", { standing: "warned" }))).toEqual(["under:a"]);
    expect(scopes(lab("a"), lab("a", { name: "新名" }))).toEqual([]);
    expect(scopes(undefined, lab("a"))).toEqual([]);
  });

  it("are not taken by a center of a type under which nobody stands", () =>
    expect(scopes(desk("one", "a"), desk("one", "a", { standing: "warned" }))).toEqual([]));

  it("are nobody's where nothing reaches branches", () =>
    expect(scopes(lab("a"), lab("a", { standing: "revoked" }), ALONE)).toEqual([]));
});
