import type { Condition, Duty, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { HostFacts } from "../contract/events.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { emptyInstitution } from "../history/begin.ts";
import { entry } from "../testing/board.ts";
import { networkReport, promotionPaths } from "./report.ts";
import {
  ENV,
  factsWith,
  HOST,
  IN_WORDS,
  lab,
  ONE_PER_CITY,
  OTHER_HOST,
  policiesOf,
  SMALL_POLICY,
} from "../testing/small-network.ts";
import { whatIf } from "./what-if.ts";

const text = (zh: string) => ({ zh, en: zh });
const count = (of: "designations" | "achievements", least: number): Condition => ({
  kind: "compare",
  of: { kind: "tally", of, by: "count" },
  is: "at-least",
  than: least,
});
const duty = (key: string, must: Condition, more: Partial<Duty> = {}): Duty => ({
  key,
  label: text(key),
  because: ["all"],
  bearer: "tenant",
  must,
  when: { kind: "between", to: "2026-12-31" },
  every: "once",
  ...more,
});
const POLICY: Policy = {
  ...SMALL_POLICY,
  caps: [ONE_PER_CITY],
  duties: [
    duty("two", count("designations", 2)),
    duty("papers", count("achievements", 1)),
    duty("own", count("achievements", 1), { bearer: "center" }),
  ],
  promotions: [
    {
      key: "up",
      label: text("推荐"),
      because: ["all"],
      from: ["lab"],
      to: { tier: "provincial", type: text("省级中心") },
      by: { role: "authority" },
      when: { kind: "all", of: [] },
    },
  ],
};
const asked = {
  env: ENV,
  institutions: [{ ...emptyInstitution("i", HOST), entries: [entry("achievements", { name: "论文" })] }],
  columnOf: ({ city }: HostFacts) => city,
};
const heart = (id: string, host: HostFacts = HOST): CenterFacts =>
  lab(id, { host, values: { "center.field": "heart" } });

describe("the report of a network", () => {
  const report = networkReport(policiesOf(POLICY), factsWith([heart("a"), heart("b")]), asked);

  it("tells how full its caps are, and marks where they are exceeded", () => {
    expect(report.seats.map(({ scope, taken, over }) => [scope, taken, over])).toEqual([
      ["designations:per-city:甲市", 2, true],
    ]);
    expect(report.marks.map(({ center, path }) => [center, path])).toEqual([
      ["a", "caps/per-city"],
      ["b", "caps/per-city"],
    ]);
  });

  it("tells what is covered, and which ways lead up", () => {
    expect(report.coverage.cells).toEqual([
      { field: "heart", place: "甲市", tier: "municipal", standing: "established", n: 2 },
    ]);
    expect(report.paths.map(({ center, key }) => [center, key])).toEqual([
      ["a", "up"],
      ["b", "up"],
    ]);
  });

  it("tells the tenant's own targets, and none that each center bears by itself", () =>
    expect(report.targets.map((target) => [target.duty, target.readings.map(({ state }) => state)])).toEqual([
      ["two", ["met"]],
      ["papers", ["met"]],
    ]));
});

it("an institution is told the ways up of its own centers only", () => {
  const { columnOf: _column, ...who } = asked;
  const facts = factsWith([heart("a"), heart("b", OTHER_HOST)]);
  const only = ({ host }: CenterFacts) => host.party === OTHER_HOST.party;
  expect(promotionPaths(policiesOf(POLICY), facts, { ...who, only }).map(({ center }) => center)).toEqual([
    "b",
  ]);
});

describe("what would be different", () => {
  const differs = (
    centers: CenterFacts[],
    policy: Policy,
    suppositions: Parameters<typeof whatIf>[2]["suppositions"],
  ) => {
    const answer = whatIf(policiesOf(policy), factsWith(centers), { ...asked, regions: [], suppositions });
    if (answer.kind === "refused") throw new Error(JSON.stringify(answer));
    return answer.difference;
  };
  const [TWO] = POLICY.duties as [Duty];
  const ABOUT = { duty: "two", label: text("two"), clauses: POLICY.clauses };
  const begins = { type: "lab", name: "新", host: OTHER_HOST, field: "lungs" };
  const adopting = (policy: Policy) => [
    {
      kind: "adopt" as const,
      pin: { policy: "odd", version: 2, hash: "hash-2" },
      policy: { ...policy, version: 2 },
    },
  ];

  it("are targets whose state or value is another one", () => {
    const change = differs([heart("a")], POLICY, [{ kind: "designate", center: "n", begin: begins }]);
    expect(change.targets).toStrictEqual([
      { ...ABOUT, before: { state: "not-yet", values: ["1"] }, after: { state: "met", values: ["2"] } },
    ]);
    const more = differs([heart("a"), heart("b")], POLICY, [
      { kind: "designate", center: "n", begin: begins },
    ]);
    expect(more.targets).toStrictEqual([
      { ...ABOUT, before: { state: "met", values: ["2"] }, after: { state: "met", values: ["3"] } },
    ]);
  });

  it("are targets that are asked on one side only", () => {
    const without = { ...POLICY, duties: POLICY.duties.slice(1) };
    const standing = { state: "not-yet", values: ["1"] };
    expect(differs([heart("a")], without, adopting(POLICY)).targets).toStrictEqual([
      { ...ABOUT, after: standing },
    ]);
    expect(differs([heart("a")], POLICY, adopting(without)).targets).toStrictEqual([
      { ...ABOUT, before: standing },
    ]);
    expect(differs([heart("a")], POLICY, adopting(POLICY)).targets).toEqual([]);
  });

  it("are targets that do not bind on one side, and none where nothing is known on either", () => {
    const never: Condition = { kind: "any", of: [{ kind: "not", of: { kind: "all", of: [] } }] };
    const unbound = { ...POLICY, duties: [{ ...TWO, who: never }, ...POLICY.duties.slice(1)] };
    const standing = { state: "not-yet", values: ["1"] };
    expect(differs([heart("a")], unbound, adopting(POLICY)).targets).toStrictEqual([
      { ...ABOUT, after: standing },
    ]);
    expect(differs([heart("a")], unbound, adopting(unbound)).targets).toEqual([]);
    const unknown = duty("two", {
      kind: "compare",
      of: { kind: "fact", fact: "host.beds" },
      is: "at-least",
      than: 1,
    });
    expect(
      differs([heart("a")], POLICY, adopting({ ...POLICY, duties: [unknown] })).targets[0]?.after,
    ).toStrictEqual({
      state: "unknown",
      values: [""],
    });
  });

  it("are seats: how many are taken, may be and are left on each side", () => {
    const line = {
      cap: "per-city",
      label: "每市一家",
      clauses: [IN_WORDS],
      scope: "designations:per-city:乙市",
      of: ["乙市"],
      over: false,
    };
    const added = differs([heart("a")], POLICY, [{ kind: "designate", center: "n", begin: begins }]);
    expect(added.seats).toStrictEqual([
      {
        ...line,
        holders: [{ center: "n", name: "新" }],
        before: { taken: 0 },
        after: { taken: 1, most: "1", left: 0 },
      },
    ]);
    const gone = differs([heart("a", OTHER_HOST)], POLICY, [{ kind: "revoke", center: "a" }]);
    expect(gone.seats).toStrictEqual([
      {
        ...line,
        holders: [{ center: "a", name: "实验室 a" }],
        before: { taken: 1, most: "1", left: 0 },
        after: { taken: 0 },
      },
    ]);
    const wider = { ...POLICY, caps: [{ ...ONE_PER_CITY, most: 3 }] };
    expect(differs([heart("a", OTHER_HOST)], POLICY, adopting(wider)).seats).toStrictEqual([
      {
        ...line,
        holders: [{ center: "a", name: "实验室 a" }],
        before: { taken: 1, most: "1", left: 0 },
        after: { taken: 1, most: "3", left: 2 },
      },
    ]);
  });

  it("are cells in which more or fewer centers stand", () => {
    const cell = { place: "甲市", tier: "municipal", standing: "established" };
    const change = differs([heart("a"), heart("b")], POLICY, [
      { kind: "revoke", center: "b" },
      { kind: "designate", center: "n", begin: { ...begins, host: HOST } },
    ]);
    expect(change.coverage).toStrictEqual([
      { ...cell, field: "heart", before: 2, after: 1 },
      { ...cell, field: "lungs", before: 0, after: 1 },
    ]);
  });

  it("are ways up that nothing forbids any more, and those that something forbids now", () => {
    const closed = {
      ...POLICY,
      promotions: POLICY.promotions.map((one) => ({
        ...one,
        when: { kind: "any" as const, of: [{ kind: "not" as const, of: { kind: "all" as const, of: [] } }] },
      })),
    };
    const opened = differs([heart("a")], closed, adopting(POLICY)).paths;
    expect([opened.newly.map(({ key }) => key), opened.noLonger]).toEqual([["up"], []]);
    const shut = differs([heart("a")], POLICY, adopting(closed)).paths;
    expect([shut.newly, shut.noLonger.map(({ key }) => key)]).toEqual([[], ["up"]]);
    const ended = differs([heart("a"), heart("b")], POLICY, [{ kind: "revoke", center: "a" }]).paths;
    expect(ended.noLonger.map(({ center }) => center)).toEqual(["a"]);
  });
});
