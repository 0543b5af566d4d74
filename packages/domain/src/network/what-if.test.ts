import { assert, constantFrom, integer, property, record, tuple } from "fast-check";
import { Policy } from "@yichuang/policy";
import jiangxi from "@yichuang/policy/packs/jiangxi/policy.json" with { type: "json" };
import luoyang from "@yichuang/policy/packs/luoyang/policy.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { Env, PolicySet } from "../contract/decision.ts";
import type { HostFacts } from "../contract/events.ts";
import type { Facts } from "../contract/facts.ts";
import type { Region } from "../contract/network.ts";
import { sceneOf } from "../acts/scene.ts";
import { emptyTenant } from "../history/begin.ts";
import { at, OFFICER } from "../testing/life.ts";
import { sceneSupposing, type SupposedCenter, type Supposition } from "./suppositions.ts";
import { networkReport, whatIf } from "./what-if.ts";

const policiesOf = (policy: Policy): PolicySet => ({
  tenant: 1,
  current: { pin: { policy: policy.id, version: policy.version, hash: `hash-${policy.version}` }, policy },
  byHash: {},
});
const POLICIES = policiesOf(Policy.parse(jiangxi));
let drawn = 0;
const env: Env = { now: at("2023-03-06"), hat: OFFICER, holidays: {}, ids: () => `drawn-${++drawn}` };
const regionOf = (code: string, name: string, parent?: string): Region => ({
  code,
  name,
  kind: "division",
  from: "1980-01-01",
  predecessors: [],
  ...(parent === undefined ? {} : { parent }),
});
const REGIONS = [
  regionOf("360000", "江西省"),
  regionOf("360700", "赣州市", "360000"),
  regionOf("500000", "重庆市"),
  regionOf("500102", "涪陵区", "500000"),
];
const CITIES = ["南昌市", "赣州市", "九江市"];
const hostIn = (city: string, n = 1): HostFacts => ({
  party: 40 + n,
  uscc: `${n}`.padStart(18, "0"),
  name: `${city}医院 ${n}`,
  city,
});
const asked = { env, institutions: [], columnOf: ({ city }: HostFacts) => city, regions: REGIONS };

const designate = (center: string, begin: SupposedCenter): Supposition => ({
  kind: "designate",
  center,
  begin,
});
const branch = (center: string, city: string, parent = "heart"): Supposition =>
  designate(center, {
    type: "provincial-branch",
    name: center,
    host: hostIn(city, center.length),
    field: "心血管",
    parent,
  });

const NOTHING: Facts = { tenant: emptyTenant("tenant"), centers: [], sets: {} };

/** Facts in which centers stand already. */
function factsWith(suppositions: readonly Supposition[], policies = POLICIES): Facts {
  return suppositions.reduce((facts, one) => {
    const next = sceneSupposing(sceneOf(policies, facts, env), [], one);
    if ("obstacle" in next) throw new Error(JSON.stringify(next.obstacle));
    return next.scene.facts;
  }, NOTHING);
}

const NETWORK = factsWith([
  designate("heart", {
    type: "provincial",
    name: "省心血管中心",
    host: hostIn("南昌市", 9),
    field: "心血管",
  }),
  branch("first", "南昌市"),
  branch("second-one", "赣州市"),
]);

function differenceOf(suppositions: readonly Supposition[], facts = NETWORK) {
  const answer = whatIf(POLICIES, facts, { ...asked, suppositions });
  if (answer.kind === "refused") throw new Error(JSON.stringify(answer));
  return answer.difference;
}

const EMPTY = {
  marks: { newly: [], noLonger: [] },
  targets: [],
  coverage: [],
  paths: { newly: [], noLonger: [] },
  seats: [],
};

const broken = (suppositions: readonly Supposition[], facts = NETWORK) =>
  differenceOf(suppositions, facts).marks.newly.map(({ center, kind, path }) => `${center} ${kind} ${path}`);

describe("what would be different", () => {
  test("a second branch of one center in one city exceeds the cap, with its clause, at both of them", () => {
    const { marks, seats } = differenceOf([branch("again", "赣州市")]);
    const exceeded = marks.newly.filter(({ kind }) => kind === "cap-exceeded");
    expect(exceeded.map(({ center, path }) => [center, path])).toEqual([
      ["second-one", "caps/one-per-city"],
      ["again", "caps/one-per-city"],
    ]);
    expect(exceeded[0]?.clauses.length).toBeGreaterThan(0);
    expect(exceeded[0]?.words).toContain("最多 1，现有 2");
    const seat = seats.find(({ cap }) => cap === "one-per-city");
    expect(seat).toMatchObject({
      of: ["省心血管中心", "赣州市"],
      before: { taken: 1, left: 0 },
      after: { taken: 2, left: 0 },
    });
  });

  test("in a city without one it breaks no cap, and covers a cell", () => {
    const { marks, coverage } = differenceOf([branch("elsewhere", "九江市")]);
    expect(marks.newly.filter(({ kind }) => kind === "cap-exceeded")).toEqual([]);
    expect(coverage).toEqual([
      { field: "心血管", place: "九江市", tier: "municipal", standing: "established", before: 0, after: 1 },
    ]);
  });

  test("moving a branch to a city that has one exceeds the cap, and moving it back does not", () => {
    const there: Supposition = { kind: "move", center: "first", host: hostIn("赣州市", 5) };
    expect(broken([there])).toContain("first cap-exceeded caps/one-per-city");
    const back: Supposition = { kind: "move", center: "first", host: hostIn("南昌市", 5) };
    expect(differenceOf([there, back])).toEqual(EMPTY);
  });

  test("moving to a region means moving to its city, and a municipality directly under the State has districts", () => {
    expect(broken([{ kind: "move", center: "first", region: "360700" }])).toContain(
      "first cap-exceeded caps/one-per-city",
    );
    const { coverage } = differenceOf([{ kind: "move", center: "first", region: "500102" }]);
    expect(coverage.map(({ place, after }) => [place, after])).toEqual([
      ["南昌市", 0],
      ["涪陵区", 1],
    ]);
    const nowhere: Supposition = { kind: "move", center: "first", region: "999999" };
    expect(whatIf(POLICIES, NETWORK, { ...asked, suppositions: [nowhere] })).toMatchObject({
      kind: "refused",
    });
  });

  test("revoking the center above marks its branches, which the policy leaves as they are", () => {
    expect(broken([{ kind: "revoke", center: "heart" }])).toEqual([
      "first parent-gone types/provincial-branch/under",
      "second-one parent-gone types/provincial-branch/under",
    ]);
  });

  test("where the policy says that branches end with their center, they do", () => {
    const { policy, pin } = POLICIES.current;
    const cascading: Policy = {
      ...policy,
      consequences: policy.consequences.map((one) =>
        one.key === "still-poor"
          ? { ...one, effects: [...one.effects, { key: "under", do: "branches", act: "cascade" } as const] }
          : one,
      ),
    };
    const policies = { ...POLICIES, current: { pin, policy: cascading } };
    const suppositions: Supposition[] = [{ kind: "revoke", center: "heart" }];
    const answer = whatIf(policies, NETWORK, { ...asked, suppositions });
    expect(answer).toMatchObject({ kind: "supposed", difference: { marks: { newly: [] } } });
    expect(answer.kind === "supposed" && answer.difference.coverage.map(({ after }) => after)).toEqual([
      0, 0, 0,
    ]);
  });

  test("a stricter version shows what it would break", () => {
    const { policy, pin } = POLICIES.current;
    const [perCity, ...caps] = policy.caps;
    const stricter: Policy = {
      ...policy,
      version: 2,
      caps: perCity === undefined ? [] : [{ ...perCity, per: ["it.parent"] }, ...caps],
    };
    const adopting: Supposition = {
      kind: "adopt",
      pin: { ...pin, version: 2, hash: "hash-2" },
      policy: stricter,
    };
    expect(broken([adopting])).toEqual([
      "first cap-exceeded caps/one-per-city",
      "second-one cap-exceeded caps/one-per-city",
    ]);
  });

  test("a supposition about what is not there is refused and says which one it is", () => {
    const suppositions: Supposition[] = [branch("elsewhere", "九江市"), { kind: "revoke", center: "nobody" }];
    expect(whatIf(POLICIES, NETWORK, { ...asked, suppositions })).toMatchObject({
      kind: "refused",
      nth: 1,
      violations: [{ code: "nothing-to-act-on" }],
    });
  });
});

describe("for any suppositions", () => {
  const NAMES = ["one", "other", "further"];
  const anyBranch = record({
    center: constantFrom(...NAMES),
    city: constantFrom(...CITIES),
    parent: constantFrom("heart", "lungs"),
  });
  const withLungs = factsWith([
    designate("heart", {
      type: "provincial",
      name: "省心血管中心",
      host: hostIn("南昌市", 9),
      field: "心血管",
    }),
    designate("lungs", { type: "provincial", name: "省呼吸中心", host: hostIn("赣州市", 8), field: "呼吸" }),
    branch("first", "南昌市"),
  ]);

  test("none of them is no difference, and what was handed in stays as it was", () => {
    assert(
      property(anyBranch, integer({ min: 0, max: 1 }), ({ center, city, parent }, n) => {
        const facts = structuredClone(withLungs);
        expect(differenceOf([], facts)).toEqual(EMPTY);
        differenceOf(
          [branch(center, city, parent), { kind: "revoke", center: n === 0 ? center : "heart" }],
          facts,
        );
        expect(facts).toEqual(withLungs);
      }),
      { numRuns: 5 },
    );
  });

  test("a new center that is revoked again is no difference, whatever happens beside it", () => {
    assert(
      property(anyBranch, constantFrom(...CITIES), ({ center, city, parent }, to) => {
        const undone: Supposition[] = [
          branch(center, city, parent),
          { kind: "move", center, host: hostIn(to, 7) },
          { kind: "revoke", center },
        ];
        expect(differenceOf(undone, withLungs)).toEqual(EMPTY);
      }),
      { numRuns: 10 },
    );
  });

  test("a cap is exceeded exactly where a city has more than one branch of one center", () => {
    assert(
      property(tuple(anyBranch, anyBranch, anyBranch), (drawnOnes) => {
        const ones = drawnOnes.map((one, n) => ({ ...one, center: NAMES[n] ?? "" }));
        const facts = factsWith([
          designate("heart", { type: "provincial", name: "心", host: hostIn("南昌市", 9) }),
          designate("lungs", { type: "provincial", name: "肺", host: hostIn("南昌市", 8) }),
          ...ones.map(({ center, city, parent }) => branch(center, city, parent)),
        ]);
        const marked = networkReport(POLICIES, facts, asked)
          .marks.filter(({ path }) => path === "caps/one-per-city")
          .map(({ center }) => center);
        const crowded = ones
          .filter(
            ({ city, parent }) => ones.filter((one) => one.city === city && one.parent === parent).length > 1,
          )
          .map(({ center }) => center);
        expect(marked).toEqual(crowded);
      }),
      { numRuns: 10 },
    );
  });
});

describe("ways up", () => {
  test("a municipal center may become a branch, as far as the branch's own rules are known", () => {
    const facts = factsWith([
      designate("city", {
        type: "municipal",
        name: "南昌市心血管中心",
        host: hostIn("南昌市", 3),
        field: "心血管",
      }),
    ]);
    const paths = networkReport(POLICIES, facts, asked).paths.filter(({ way }) => way === "procedure");
    expect(paths.map(({ center, to }) => [center, to.type])).toEqual([
      ["city", "省级临床医学研究中心分中心"],
    ]);
    expect(paths[0]?.leaves.map(({ path, truth, open }) => [path, truth, open])).toEqual([
      ["conditions/parent-rule/test", "unknown", "本省级中心的分中心认定条件"],
    ]);
  });

  test("a seedling may become a key discipline once it is settled when", () => {
    const policies = policiesOf(Policy.parse(luoyang));
    const facts = factsWith(
      [designate("seed", { type: "seedling", name: "培育学科", host: hostIn("洛阳市") })],
      policies,
    );
    const [path] = networkReport(policies, facts, asked).paths;
    expect(path).toMatchObject({ way: "promotion", key: "seedling-up", verdict: { kind: "pending" } });
    expect(path?.leaves.map(({ open }) => open)).toEqual(["培育学科升为重点学科的条件"]);
  });

  test("one on which it was recommended says the day, and nothing is missing on it", () => {
    const policies = policiesOf(Policy.parse(luoyang));
    const facts = factsWith(
      [designate("seed", { type: "seedling", name: "培育学科", host: hostIn("洛阳市") })],
      policies,
    );
    const recommended = {
      promotion: "seedling-up",
      to: "市级医学重点学科",
      opinion: "同意",
      on: "2026-03-01",
    };
    const centers = facts.centers.map((center) => ({ ...center, recommendations: [recommended] }));
    const [path] = networkReport(policies, { ...facts, centers }, asked).paths;
    expect(path).toMatchObject({ doneOn: "2026-03-01", leaves: [], verdict: { kind: "refused" } });
  });
});
