import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { at, LEADER, newLife, OFFICER } from "../testing/life.ts";
import { apply } from "../testing/steps.ts";
import { extend } from "./extend.ts";

const policy = Policy.parse(pack);
const NOON = at("2022-10-24");
const ASKED = {
  procedure: "entry",
  stage: "collect",
  year: 2022,
  until: "2022-10-28",
  reason: "系统故障",
} as const;
const extending = { kind: "extend", ...ASKED } as const;
const nothing = (what: string) => ({
  kind: "refused",
  violations: [{ code: "nothing-to-act-on", params: { what: { zh: what, en: what } }, clauses: [] }],
});

describe("a window", () => {
  it("is lengthened for all, in the tenant's own history", () => {
    const life = newLife(policy);
    expect(life.must(OFFICER, NOON, extending).events).toEqual([
      {
        root: { kind: "tenant", id: "tenant-root" },
        kind: "extended",
        onDay: "2022-10-24",
        body: ASKED,
        consulted: ["procedures/entry/stages/collect"],
      },
    ]);
  });
  it("is lengthened for one case, in that case's history", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    expect(life.must(LEADER, NOON, { ...extending, case: id }).events).toEqual([
      {
        root: { kind: "center", id: life.centerOf(id).id },
        kind: "extended",
        onDay: "2022-10-24",
        body: { ...ASKED, case: id },
        consulted: ["procedures/entry/stages/collect"],
      },
    ]);
  });
  it("is that of a stage of a procedure", () => {
    const life = newLife(policy);
    expect(life.asks(LEADER, NOON, { ...extending, procedure: "nowhere" })).toEqual(nothing("collect"));
    expect(life.asks(LEADER, NOON, { ...extending, stage: "nowhere" })).toEqual(nothing("nowhere"));
  });
  it("of one case is that of its own procedure", () => {
    const life = newLife(policy);
    const id = apply(life, "骨科中心");
    const report = { ...extending, case: id, procedure: "yearly-report", stage: "report" };
    expect(life.asks(LEADER, NOON, report)).toEqual(nothing("report"));
    expect(life.blocked(LEADER, NOON, { ...extending, case: "nowhere" })).toBe("refused: nothing-to-act-on");
  });
  it("is lengthened to a day that has not passed", () => {
    const life = newLife(policy);
    expect(life.asks(LEADER, NOON, { ...extending, until: "2022-10-23" })).toEqual({
      kind: "refused",
      violations: [
        {
          code: "field-invalid",
          params: { field: { zh: "延长至", en: "extended until" }, fault: "date" },
          clauses: [],
          field: "until",
        },
      ],
    });
    life.must(LEADER, NOON, { ...extending, until: "2022-10-24" });
  });
  it("is offered for the tenant and for a case, where both are shown", () => {
    const scene = newLife(policy).scene(LEADER, NOON);
    expect(extend.offersAt(scene, { kind: "tenant" })).toEqual([{}]);
    expect(extend.offersAt(scene, { kind: "case", case: "a" })).toEqual([{ case: "a" }]);
    expect(extend.offersAt(scene, { kind: "center", center: "a" })).toEqual([]);
  });
});
