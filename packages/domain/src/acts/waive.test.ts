import type { Cap, Duration, Name, Policy, Procedure, Stage, Waiver } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { Action } from "../contract/actions.ts";
import { at, LEADER, MANAGER, newLife, OFFICER, RIVAL_MANAGER, type Life } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { begin, decided, handIn, HOLIDAYS, offers, RULES, sponsor } from "../testing/odd-steps.ts";

const NOON = at("2026-04-07");
const BEDS = "conditions/beds";
const LABEL = { zh: "床位原则上不少于 500 张", en: "in principle 500 beds" };
const waiving = (id: string, more: { path?: string; until?: string } = {}): Action => ({
  kind: "waive",
  case: id,
  path: BEDS,
  reason: "专科特色突出",
  ...more,
});

/** An application of a hospital that has too few beds, under a policy whose waivers last so long. */
function tooFewBeds(lasts?: Duration): { life: Life; id: string; root: object } {
  const waiver: Waiver = { by: { role: "authority" }, ...(lasts === undefined ? {} : { lasts }) };
  const conditions = ODD_POLICY.conditions.map((one) => (one.key === "beds" ? { ...one, waiver } : one));
  const life = newLife({ ...ODD_POLICY, conditions }, HOLIDAYS);
  const id = handIn(life, { beds: "120" });
  return { life, id, root: { kind: "center", id: life.centerOf(id).id } };
}

const refusal = (violation: object) => ({ kind: "refused", violations: [{ clauses: RULES, ...violation }] });
const WRONG_DAY = refusal({
  code: "field-invalid",
  params: { field: { zh: "豁免到期日", en: "last day of the waiver" }, fault: "date" },
  field: "until",
});

describe("letting a rule go for one case", () => {
  it("lasts as long as the rule says, and is kept with its reason", () => {
    const { life, id, root } = tooFewBeds({ n: 3, unit: "month" });
    expect(life.asks(LEADER, NOON, waiving(id))).toStrictEqual({
      kind: "decided",
      events: [
        {
          root,
          kind: "waived",
          body: { case: id, path: BEDS, reason: "专科特色突出", until: "2026-07-07" },
          onDay: "2026-04-07",
          consulted: [BEDS],
        },
      ],
      holds: { notAfter: at("2026-04-08", "00:00:00") },
    });
  });

  it("may end earlier, on the last day that the rule gives at the latest, and never before today", () => {
    const { life, id } = tooFewBeds({ n: 3, unit: "month" });
    expect(life.asks(LEADER, NOON, waiving(id, { until: "2026-07-08" }))).toStrictEqual(WRONG_DAY);
    expect(life.asks(LEADER, NOON, waiving(id, { until: "2026-04-06" }))).toStrictEqual(WRONG_DAY);
    for (const until of ["2026-04-07", "2026-07-07"]) {
      const other = tooFewBeds({ n: 3, unit: "month" });
      other.life.must(LEADER, NOON, waiving(other.id, { until }));
      expect(other.life.caseAt(other.id).waivers.map((one) => one.until)).toStrictEqual([until]);
    }
  });

  it("lasts for the whole case, or until the day that the authority says, where the rule gives no length", () => {
    const endless = tooFewBeds();
    const { events } = endless.life.must(LEADER, NOON, waiving(endless.id));
    expect(events[0]?.body).toStrictEqual({ case: endless.id, path: BEDS, reason: "专科特色突出" });
    const dated = tooFewBeds();
    dated.life.must(LEADER, NOON, waiving(dated.id, { until: "2030-01-01" }));
    expect(dated.life.caseAt(dated.id).waivers[0]?.until).toBe("2030-01-01");
  });

  it("waits where nobody knows yet which days are worked on", () => {
    const { life, id } = tooFewBeds({ n: 300, unit: "working-day" });
    expect(life.asks(LEADER, NOON, waiving(id))).toStrictEqual({
      kind: "pending",
      violations: [{ code: "condition-pending", params: { condition: LABEL }, clauses: RULES }],
    });
  });

  it("is done once, until the waiver has run out", () => {
    const { life, id } = tooFewBeds({ n: 3, unit: "month" });
    life.must(LEADER, NOON, waiving(id));
    const again = refusal({ code: "already-done", params: { what: LABEL }, path: BEDS });
    expect(life.asks(LEADER, at("2026-07-07"), waiving(id))).toStrictEqual(again);
    life.must(LEADER, at("2026-07-08"), waiving(id));
  });

  it("is not done where the rule holds, nor in a case that is over", () => {
    const met = begin();
    const fine = handIn(met);
    expect(met.asks(LEADER, NOON, waiving(fine))).toStrictEqual(
      refusal({ code: "nothing-to-act-on", params: { what: LABEL }, path: BEDS }),
    );
    const allowed = ["submitted", "in-review", "decided"];
    const { life, id } = tooFewBeds();
    life.must(RIVAL_MANAGER, NOON, sponsor(id, false));
    expect(life.asks(LEADER, NOON, waiving(id))).toStrictEqual(
      refusal({ code: "wrong-state", params: { state: "closed", allowed } }),
    );
    const taken = tooFewBeds();
    taken.life.must(MANAGER, NOON, { kind: "withdraw", case: taken.id, stage: "online" });
    expect(taken.life.asks(LEADER, NOON, waiving(taken.id))).toStrictEqual(
      refusal({ code: "wrong-state", params: { state: "withdrawn", allowed } }),
    );
  });

  it("ends the case where the procedure itself is let go", () => {
    const life = begin();
    const center = life.centerOf(decided(life)).id;
    const day = at("2026-04-20");
    const id = life.open(OFFICER, day, { procedure: "regroup", year: 2026, center });
    const { events } = life.must(LEADER, day, waiving(id, { path: "procedures/regroup" }));
    const root = { kind: "center", id: center };
    expect(events.slice(1)).toStrictEqual([
      { root, kind: "closed", body: { case: id, why: "waived" }, onDay: "2026-04-20", consulted: [] },
    ]);
  });
});

const because = ["all"];
const waiver: Waiver = { by: { role: "authority" } };
const IN_PRINCIPLE = { because, force: "in-principle", waiver } as const;
const capFor = (key: string, type: string, head: Partial<Cap> = IN_PRINCIPLE): Cap => ({
  key,
  for: [type],
  counts: "designations",
  per: [],
  most: 9,
  because,
  ...head,
});

/** The policy with rules of every sort; of each sort one may be waived here, the others not. */
function manyRules(): Policy {
  const named: Omit<Name, "key"> = {
    for: ["lab"],
    parts: [{ key: "all", text: "转化实验室" }],
    ...IN_PRINCIPLE,
  };
  const stages = (own: Stage[]) =>
    own.map((stage) => (stage.key === "look" || stage.key === "ask" ? { ...stage, ...IN_PRINCIPLE } : stage));
  return {
    ...ODD_POLICY,
    caps: [
      capFor("seats", "lab"),
      capFor("of-another-type", "desk"),
      capFor("for-everyone", "lab", { force: "mandatory", waiver }),
      capFor("by-nobody", "lab", { force: "in-principle" }),
    ],
    names: [
      { key: "name", ...named },
      { key: "name-of-another-type", ...named, for: ["desk"] },
    ],
    types: ODD_POLICY.types.map((type) => ({
      ...type,
      offices: [
        { key: "head", office: "director", terms: 2, ...IN_PRINCIPLE },
        { key: "for-life", office: "director", ...IN_PRINCIPLE },
      ],
    })),
    procedures: ODD_POLICY.procedures.map((one): Procedure => ({ ...one, stages: stages(one.stages) })),
  };
}
const paths = (life: Life, id: string, now: string) =>
  offers(life, LEADER, { now, id }).flatMap(({ act, path }) => (act === "waive" ? [path] : []));

describe("what may be let go in a case", () => {
  it("is what its stages require, what binds its type, its stages and itself, each where it holds in principle", () => {
    const life = newLife(manyRules(), HOLIDAYS);
    expect(paths(life, handIn(life), NOON)).toStrictEqual([
      BEDS,
      "caps/seats",
      "names/name",
      "procedures/entry/stages/look",
    ]);
  });

  it("are the terms of the offices too where the case says what changes", () => {
    const life = newLife(manyRules(), HOLIDAYS);
    const day = at("2026-04-20");
    const waived = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026 });
    const center = life.centerOf(waived).id;
    const id = life.open(MANAGER, day, { procedure: "amend", year: 2026, center });
    expect(paths(life, id, day)).toStrictEqual([
      "caps/seats",
      "names/name",
      "types/lab/offices/head",
      "procedures/amend/stages/ask",
    ]);
  });

  it("is nothing of another case, and nothing that binds another type", () => {
    const { life, id } = tooFewBeds();
    const nothing = {
      kind: "refused",
      violations: [{ code: "nothing-to-act-on", params: { what: { zh: "豁免", en: "waive" } }, clauses: [] }],
    };
    for (const path of ["conditions/other-kind", "procedures/entry", "nowhere"]) {
      expect(life.asks(LEADER, NOON, waiving(id, { path }))).toStrictEqual(nothing);
    }
    expect(life.asks(LEADER, NOON, waiving("no-such-case"))).toStrictEqual(nothing);
  });

  it("is let go by whom the rule names, and by nobody else", () => {
    const { life, id } = tooFewBeds();
    expect(life.asks(OFFICER, NOON, waiving(id))).toStrictEqual({
      kind: "refused",
      violations: [
        {
          code: "not-your-role",
          params: { act: { zh: "豁免", en: "waive" }, roles: ["leader"] },
          clauses: [],
        },
      ],
    });
  });
});
