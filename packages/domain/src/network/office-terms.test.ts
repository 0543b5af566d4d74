import type { Office, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import { checkOffices } from "./office-terms.ts";
import {
  caseOf,
  CLAUSE,
  equal,
  lab,
  open,
  sceneWith,
  SMALL_POLICY,
  waiver,
} from "../testing/small-network.ts";

const OFFICE: Office = {
  key: "head",
  label: { zh: "主任", en: "head" },
  because: ["all"],
  office: "director",
  terms: 2,
};
const WAIVABLE = { force: "in-principle", waiver: { by: { role: "authority" } } } as const;
const policyWith = (office?: Office): Policy => ({
  ...SMALL_POLICY,
  types: SMALL_POLICY.types.map((type) =>
    type.key === "lab" && office !== undefined ? { ...type, offices: [office] } : type,
  ),
});
const heldBy = (...holders: string[]): CenterFacts =>
  lab("lab", {
    dates: { "center.designated-on": "2020-01-01" },
    offices: holders.map((holder, n) => ({ office: "director", holder, on: `202${n}-01-01` })),
  });

/** Somebody is named to the office. */
function naming(office: Partial<Office> | undefined, holders: string[], kase: Partial<CaseFacts> = {}) {
  const policy = policyWith(office === undefined ? undefined : { ...OFFICE, ...office });
  const [before, after] = [heldBy(...holders.slice(0, -1)), heldBy(...holders)];
  const changed = { policy, before, after, kase: caseOf(kase) };
  return checkOffices(sceneWith(policy, [after]), [changed]);
}
const usedUp = (params: object = {}, force = "mandatory") => [
  {
    pending: false,
    violation: {
      code: "terms-used-up",
      params: { office: { zh: "主任", en: "head" }, holder: "甲", most: "2", ...params },
      clauses: [CLAUSE],
      force,
      path: "types/lab/offices/head",
    },
  },
];

describe("the terms of an office", () => {
  it("may be as many in a row as the policy says, and no more", () => {
    expect(naming({}, ["甲", "甲"])).toEqual([]);
    expect(naming({}, ["甲", "甲", "甲"])).toStrictEqual(usedUp());
  });

  it("begin anew with another holder", () => expect(naming({}, ["甲", "甲", "乙"])).toEqual([]));

  it("are looked at when somebody is named, and not at each further act", () => {
    const policy = policyWith(OFFICE);
    const same = heldBy("甲", "甲", "甲");
    const check = (before: CenterFacts | undefined, after: CenterFacts) =>
      checkOffices(sceneWith(policy, [after]), [{ policy, before, after, kase: caseOf() }]);
    expect(check(same, { ...same, name: "新名" })).toEqual([]);
    expect(check(undefined, same)).toStrictEqual(usedUp());
    expect(check(undefined, heldBy())).toEqual([]);
  });

  it("are without end where the policy names no number, or the type has no office", () => {
    const { terms: _terms, ...endless } = OFFICE;
    const policy = policyWith(endless);
    const after = heldBy("甲", "甲", "甲");
    expect(
      checkOffices(sceneWith(policy, [after]), [{ policy, before: undefined, after, kase: caseOf() }]),
    ).toEqual([]);
    expect(naming(undefined, ["甲", "甲", "甲"])).toEqual([]);
  });

  it("bind nobody for whom nothing was filled since the designation", () => {
    const policy = policyWith(OFFICE);
    const after = { ...heldBy("甲", "甲", "甲"), dates: {} };
    expect(
      checkOffices(sceneWith(policy, [after]), [{ policy, before: undefined, after, kase: caseOf() }]),
    ).toEqual([]);
  });
});

describe("the force of a limit of terms", () => {
  const THREE = ["甲", "甲", "甲"];

  it("in principle says who may let it go, and is let go for the case", () => {
    expect(naming(WAIVABLE, THREE)).toStrictEqual(usedUp({ waivableBy: "authority" }, "in-principle"));
    expect(naming({ force: "in-principle" }, THREE)).toStrictEqual(usedUp({}, "in-principle"));
    expect(naming(WAIVABLE, THREE, { waivers: [waiver("types/lab/offices/head")] })).toEqual([]);
  });

  it("is never let go where it is mandatory", () =>
    expect(
      naming({ ...WAIVABLE, force: "mandatory" }, THREE, { waivers: [waiver("types/lab/offices/head")] }),
    ).toStrictEqual(usedUp()));

  it.each(["preference", "aspiration"] as const)("as a %s stands in nobody's way", (force) =>
    expect(naming({ force }, THREE)).toEqual([]),
  );
});

describe("a number of terms that is not known", () => {
  const { open: terms } = open();
  const OPEN = { path: "types/lab/offices/head/terms", asks: terms.asks, by: "authority", per: "policy" };

  it("waits for its settlement from the second term on", () => {
    expect(naming({ terms: open() }, ["甲"])).toEqual([]);
    expect(naming({ terms: open() }, ["甲", "甲"])).toStrictEqual([
      {
        pending: true,
        violation: {
          code: "open-value",
          params: { asks: terms.asks, by: "authority", per: "policy" },
          clauses: [CLAUSE],
          open: OPEN,
          path: "types/lab/offices/head/terms",
        },
      },
    ]);
  });

  it("waits for the fact on which it hangs", () => {
    const hanging = { cases: [{ key: "big", when: equal("host.beds", 500), then: 3 }], otherwise: 2 };
    expect(naming({ terms: hanging }, ["甲", "甲"])).toStrictEqual([
      {
        pending: true,
        violation: {
          code: "condition-pending",
          params: { condition: { zh: "主任", en: "head" } },
          clauses: [CLAUSE],
          path: "types/lab/offices/head",
        },
      },
    ]);
  });
});
