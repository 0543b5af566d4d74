import type { Cap, Condition, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts, FactRecord, RegisterEntry } from "../contract/facts.ts";
import { entry } from "../testing/board.ts";
import { emptyTenant } from "../history/begin.ts";
import { type Changed, takeSeats, worldAfter } from "./seats.ts";
import {
  applied,
  caseOf,
  CLAUSE,
  equal,
  HOST,
  lab,
  ONE_PER_CITY,
  open,
  OTHER_HOST,
  sceneWith,
  SMALL_POLICY,
  waiver,
} from "../testing/small-network.ts";

const WAIVABLE = { force: "in-principle", waiver: { by: { role: "authority" } } } as const;
const capped = (more: Partial<Cap> = {}): Policy => ({
  ...SMALL_POLICY,
  caps: [{ ...ONE_PER_CITY, ...more }],
});
const held = (root: string, more: FactRecord = {}): FactRecord => ({
  root,
  type: "lab",
  name: `实验室 ${root}`,
  standing: "established",
  city: "甲市",
  ...more,
});
const designated = (policy: Policy, center: CenterFacts, before?: CenterFacts): Changed => ({
  policy,
  before,
  after: center,
  kase: caseOf(),
});

interface Given {
  policy?: Policy;
  before?: CenterFacts;
  after?: CenterFacts;
  kase?: Partial<CaseFacts>;
  records?: FactRecord[];
  entries?: RegisterEntry[];
}
/** What one designation takes, beside those that are there. */
function taken({ policy = capped(), before, after = lab("new"), kase, records = [], entries = [] }: Given) {
  const facts = { sets: { designations: records }, tenant: { ...emptyTenant("tenant"), entries } };
  const one = { ...designated(policy, after, before), kase: caseOf(kase) };
  return takeSeats(sceneWith(policy, [after], facts), [one]);
}

const FREE = { scopes: ["designations:per-city:甲市"], obstacles: [] };
const NOTHING = { scopes: [], obstacles: [] };
/** Refused, because others hold the seats. */
const full = (params: object = {}, about: object = {}) => ({
  scopes: ["designations:per-city:甲市"],
  obstacles: [
    {
      pending: false,
      violation: {
        code: "seats-taken",
        params: {
          cap: { zh: "每市一家", en: "one per city" },
          most: "1",
          taken: 1,
          holders: ["实验室 old"],
          ...params,
        },
        clauses: [CLAUSE],
        force: "mandatory",
        path: "caps/per-city",
        ...about,
      },
    },
  ],
});

describe("a seat", () => {
  it("is taken where there is room, and its scope is locked", () => {
    expect(taken({})).toStrictEqual(FREE);
    expect(taken({ records: [held("old", { city: "乙市" })] })).toStrictEqual(FREE);
  });

  it("is refused where others hold all there may be, with who they are and what says so", () =>
    expect(taken({ records: [held("old")] })).toStrictEqual(full()));

  it("is nobody's while the center is not designated, or where the cap counts others", () => {
    const records = [held("old")];
    expect(taken({ after: lab("new", { standing: "applying" }), records })).toStrictEqual(NOTHING);
    expect(taken({ after: lab("new", { type: "desk" }), records })).toStrictEqual(NOTHING);
    const cultivating = capped({ where: equal("it.standing", "cultivating") });
    expect(taken({ policy: cultivating, records })).toStrictEqual(NOTHING);
  });

  it("is not taken a second time by who holds it already, and is by who comes from elsewhere", () => {
    const records = [held("old")];
    expect(taken({ before: lab("new", { name: "旧名" }), records })).toStrictEqual(NOTHING);
    expect(taken({ before: lab("new", { host: OTHER_HOST }), records })).toStrictEqual(full());
    expect(taken({ before: lab("new", { standing: "applying" }), records })).toStrictEqual(full());
  });

  it("is taken by who did not count for the cap before", () => {
    const policy = capped({ where: equal("it.standing", "established") });
    const before = lab("new", { standing: "building" });
    expect(taken({ policy, before, records: [held("old")] })).toStrictEqual(full());
  });

  it("does not count against the very center that is stored as its holder", () =>
    expect(taken({ records: [held("new")] })).toStrictEqual(FREE));

  it("is counted within one act too: the second of two has no room", () => {
    const policy = capped();
    const [one, two] = [lab("old"), lab("new")];
    const changed = [designated(policy, one), designated(policy, two)];
    const stored = { sets: { designations: [held("old", { standing: "exited" })] } };
    const { scopes, obstacles } = full();
    expect(takeSeats(sceneWith(policy, [one, two], stored), changed)).toStrictEqual({
      scopes: [...scopes, ...scopes],
      obstacles,
    });
  });
});

describe("the force of a cap", () => {
  const records = [held("old")];

  it("in principle says who may let it go, where somebody may", () => {
    expect(taken({ policy: capped(WAIVABLE), records })).toStrictEqual(
      full({ waivableBy: "authority" }, { force: "in-principle" }),
    );
    expect(taken({ policy: capped({ force: "in-principle" }), records })).toStrictEqual(
      full({}, { force: "in-principle" }),
    );
    expect(taken({ policy: capped({ ...WAIVABLE, force: "mandatory" }), records })).toStrictEqual(full());
  });

  it("stands in nobody's way once it was let go for the case, and the seat is counted all the same", () => {
    const waived = { waivers: [waiver("caps/per-city")] };
    expect(taken({ policy: capped(WAIVABLE), kase: waived, records })).toStrictEqual(FREE);
    const otherwise = { waivers: [waiver("caps/another")] };
    expect(taken({ policy: capped(WAIVABLE), kase: otherwise, records }).obstacles).toHaveLength(1);
  });

  it.each(["preference", "aspiration"] as const)("as a %s takes no seats at all", (force) =>
    expect(taken({ policy: capped({ force }), records })).toStrictEqual(NOTHING),
  );
});

describe("a limit that is not known", () => {
  it("waits for its settlement where the text leaves it open", () => {
    const { open: terms } = open();
    expect(taken({ policy: capped({ most: open() }) })).toStrictEqual({
      scopes: FREE.scopes,
      obstacles: [
        {
          pending: true,
          violation: {
            code: "open-value",
            params: { asks: terms.asks, by: "authority", per: "policy" },
            clauses: [CLAUSE],
            open: { path: "caps/per-city/most", asks: terms.asks, by: "authority", per: "policy" },
            path: "caps/per-city/most",
          },
        },
      ],
    });
  });

  it("refuses what no possible value allows, and names no limit then", () => {
    const policy = capped({ most: open({ least: 1, most: 1 }) });
    const { most: _most, ...params } = full().obstacles[0]?.violation.params ?? { most: "" };
    const [obstacle] = taken({ policy, records: [held("old")] }).obstacles;
    expect(obstacle).toMatchObject({ pending: false });
    expect(obstacle?.violation.params).toStrictEqual(params);
  });

  it("waits for the facts on which it hangs", () => {
    const most = { cases: [{ key: "big", when: equal("host.beds", 500), then: 2 }], otherwise: 0 };
    expect(taken({ policy: capped({ most, ...WAIVABLE }) }).obstacles).toStrictEqual([
      {
        pending: true,
        violation: {
          code: "condition-pending",
          params: { condition: { zh: "每市一家", en: "one per city" } },
          clauses: [CLAUSE],
          force: "in-principle",
          path: "caps/per-city",
        },
      },
    ]);
  });
});

describe("designations in a register of the tenant", () => {
  const policy = capped();
  const inRegister = (attributes: RegisterEntry["attributes"]) =>
    taken({ policy, entries: [entry("designations", attributes)] });

  it("hold seats like those that were made here", () =>
    expect(inRegister({ name: "实验室 old", type: "lab", city: "甲市" })).toStrictEqual(full()));

  it("hold none where they do not say what the cap asks", () => {
    expect(inRegister({ name: "不知哪里的", type: "lab" })).toStrictEqual(FREE);
    const where: Condition = {
      kind: "compare",
      of: { kind: "fact", fact: "it.year" },
      is: "at-least",
      than: 2000,
    };
    const unsure = entry("designations", { name: "实验室 old", type: "lab", city: "甲市" });
    const after = lab("new", { cases: [applied()] });
    expect(taken({ policy: capped({ where }), after, entries: [unsure] })).toStrictEqual(FREE);
  });

  it("hold none of a cap over the whole tenant, which asks them nothing", () => {
    const whole = capped({ per: [] });
    const entries = [entry("designations", { name: "实验室 old", type: "lab", city: "甲市" })];
    expect(taken({ policy: whole, entries })).toStrictEqual({
      scopes: ["designations:per-city:"],
      obstacles: [],
    });
  });

  it("are not named where they have no name", () =>
    expect(inRegister({ type: "lab", city: "甲市" })).toStrictEqual(full({ holders: [] })));
});

it("a changed center is judged under the policy of its case, with what was waived there", () => {
  const policy = { ...capped(), version: 7 };
  const one = { ...designated(policy, lab("new")), kase: caseOf({ waivers: [waiver("caps/per-city")] }) };
  const world = worldAfter(sceneWith(SMALL_POLICY, []), one);
  expect(world.policy).toBe(policy);
  expect(world.waiver("caps/per-city")).toBe(true);
  expect(world.fact("host.name")).toBe(HOST.name);
});
