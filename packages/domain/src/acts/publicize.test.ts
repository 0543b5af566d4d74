import { describe, expect, it } from "vitest";
import { at, LEADER, MANAGER, newLife, OFFICER, RIVAL_MANAGER } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import {
  begin,
  checked,
  handIn,
  HOLIDAYS,
  look,
  notice,
  object,
  RULES,
  sponsor,
} from "../testing/odd-steps.ts";
import { withProcedure, withStage } from "../testing/changed-policy.ts";

const STAGE = { zh: "公示", en: "notice" };
const NOTICE = "procedures/entry/stages/notice";
const DAY = "2026-04-07";
const refusal = (violation: object) => ({ kind: "refused", violations: [{ clauses: [], ...violation }] });
const noticing = (more: object) => withStage(ODD_POLICY, "notice", more);

function ready(policy = ODD_POLICY) {
  const life = newLife(policy, HOLIDAYS);
  return { life, id: checked(life) };
}

describe("putting a case before the public", () => {
  it("says from when, where, and the last day, counted from the day after the first", () => {
    const { life, id } = ready();
    expect(life.asks(OFFICER, at(DAY), notice(id, DAY))).toEqual({
      kind: "decided",
      events: [
        {
          root: { kind: "center", id: life.centerOf(id).id },
          kind: "publicized",
          body: { case: id, stage: "notice", from: DAY, endsOn: "2026-04-14", where: "门户网站" },
          onDay: DAY,
          consulted: [NOTICE],
        },
      ],
      holds: { notAfter: at("2026-04-08", "00:00:00") },
    });
  });

  it("does not begin on a day that is over", () => {
    const { life, id } = ready();
    const field = { zh: "公示起始日", en: "first day of publicity" };
    expect(life.asks(OFFICER, at(DAY), notice(id, "2026-04-06"))).toEqual(
      refusal({ code: "field-invalid", params: { field, fault: "date" }, field: "from" }),
    );
  });

  it("is done once at a time, and again only after the last time is over", () => {
    const { life, id } = ready();
    life.must(OFFICER, at(DAY), notice(id, "2026-04-08"));
    expect(life.asks(OFFICER, at("2026-04-09"), notice(id, "2026-04-09"))).toEqual(
      refusal({ code: "already-done", params: { what: STAGE, on: "2026-04-08" } }),
    );
  });

  it("is done once it is over, also where an objection was upheld", () => {
    const { life, id } = ready();
    life.must(OFFICER, at(DAY), notice(id, DAY));
    life.must(OFFICER, at("2026-04-08"), object(id));
    const objection = life.caseAt(id).objections[0]?.id ?? "";
    life.must(OFFICER, at("2026-04-09"), {
      kind: "settle-objection",
      case: id,
      stage: "notice",
      objection,
      upheld: true,
      reason: "属实",
    });
    expect(life.asks(OFFICER, at("2026-04-15"), notice(id, "2026-04-15"))).toEqual(
      refusal({
        code: "stage-done",
        params: { stage: STAGE, on: "2026-04-14" },
        clauses: RULES,
        path: NOTICE,
      }),
    );
  });

  it("has its turn, its author, and a stage that is a publicity", () => {
    const life = begin();
    const id = handIn(life);
    expect(life.blocked(OFFICER, at(DAY), notice(id, DAY))).toBe("refused: stage-not-reached");
    const later = ready();
    expect(later.life.blocked(MANAGER, at(DAY), notice(later.id, DAY))).toBe("refused: not-your-role");
    expect(later.life.blocked(LEADER, at(DAY), notice(later.id, DAY))).toBe("refused: not-your-role");
    expect(later.life.blocked(OFFICER, at(DAY), { ...notice(later.id, DAY), stage: "look" })).toBe(
      "refused: nothing-to-act-on",
    );
  });

  it("asks the conditions that its stage requires", () => {
    const { life, id } = ready(noticing({ requires: ["beds"] }));
    life.must(OFFICER, at(DAY), notice(id, DAY));
    const poor = newLife(withStage(noticing({ requires: ["beds"] }), "look", { requires: [] }), HOLIDAYS);
    const entry = handIn(poor, { beds: "120" });
    poor.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(entry));
    poor.must(OFFICER, at(DAY), look(entry));
    expect(poor.blocked(OFFICER, at(DAY), notice(entry, DAY))).toBe("refused: condition-false");
  });
});

describe("the length of a publicity", () => {
  it("is refused where it is in working days of a year without a holiday table, and the year is named", () => {
    const { life, id } = ready();
    expect(life.asks(OFFICER, at("2026-12-28"), notice(id, "2026-12-28"))).toEqual(
      refusal({
        code: "no-holiday-table",
        params: { stage: STAGE, year: 2027 },
        clauses: RULES,
        path: `${NOTICE}/lasts`,
      }),
    );
  });

  it("waits where the policy leaves it open, for whoever settles it", () => {
    const asks = { zh: "公示多久", en: "how long" };
    const lasts = { open: { asks, per: "policy", by: { role: "authority" } } };
    const { life, id } = ready(noticing({ lasts }));
    expect(life.asks(OFFICER, at(DAY), notice(id, DAY))).toMatchObject({
      kind: "pending",
      violations: [
        {
          code: "open-value",
          params: { asks, by: "authority", per: "policy" },
          clauses: RULES,
          path: `${NOTICE}/lasts`,
        },
      ],
    });
    life.must(LEADER, at(DAY), {
      kind: "settle",
      path: `${NOTICE}/lasts`,
      value: { n: 10, unit: "day" },
      as: "十日",
      on: DAY,
    });
    life.must(OFFICER, at(DAY), notice(id, DAY));
    expect(life.caseAt(id).publicities[0]?.endsOn).toBe("2026-04-17");
  });

  const unknown = {
    cases: [
      {
        key: "large",
        when: { kind: "compare", of: { kind: "fact", fact: "center.beds" }, is: "at-least", than: 9 },
        then: { n: 5, unit: "day" },
      },
    ],
    otherwise: { n: 9, unit: "day" },
  };
  it.each([
    ["hangs on what is not known", unknown],
    ["is counted in cycles", { n: 1, unit: "cycle" }],
  ])("waits where it %s", (_, lasts) => {
    const { life, id } = ready(noticing({ lasts }));
    expect(life.asks(OFFICER, at(DAY), notice(id, DAY))).toEqual({
      kind: "pending",
      violations: [
        {
          code: "condition-pending",
          params: { condition: STAGE },
          clauses: RULES,
          path: `${NOTICE}/lasts`,
        },
      ],
    });
  });
});

describe("two publicities of one case", () => {
  it("run beside each other", () => {
    const { life, id } = ready(
      withProcedure(ODD_POLICY, "entry", (one) => ({
        ...one,
        stages: one.stages.flatMap((stage) =>
          stage.key === "notice" ? [stage, { ...stage, key: "second" }] : [stage],
        ),
      })),
    );
    life.must(OFFICER, at(DAY), notice(id, DAY));
    const second = { ...object(id), stage: "second" };
    expect(life.blocked(OFFICER, at("2026-04-08"), second)).toBe("refused: nothing-to-act-on");
    life.must(OFFICER, at("2026-04-08"), { ...notice(id, "2026-04-08"), stage: "second" });
    life.must(OFFICER, at("2026-04-08"), second);
  });
});
