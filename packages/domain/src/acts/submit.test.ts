import { describe, expect, it } from "vitest";
import { at, MANAGER, newLife, OFFICER, type Life } from "../testing/life.ts";
import { begin, BESIDE, HOLIDAYS, plan, withStage } from "../testing/odd-steps.ts";

const DAY = at("2026-03-21");
const PATH = "procedures/entry/stages/online";

function opened(more?: object): { life: Life; id: string } {
  const life = more === undefined ? begin() : newLife(withStage("online", more), HOLIDAYS);
  const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...BESIDE });
  return { life, id };
}
const submitting = (id: string, answers = plan(false)) =>
  ({ kind: "submit", case: id, stage: "online", answers }) as const;

describe("handing in", () => {
  it("keeps what was written and what it says of the center, and begins its application", () => {
    const { life, id } = opened();
    const root = { kind: "center", id: life.centerOf(id).id };
    expect(life.asks(MANAGER, DAY, submitting(id))).toStrictEqual({
      kind: "decided",
      events: [
        {
          root,
          kind: "submitted",
          body: {
            case: id,
            stage: "online",
            form: "plan",
            revision: 1,
            answers: plan(false),
            writes: { "application.name": "转化实验室", "application.joint": false, "host.beds": "600" },
            daysLate: 0,
            done: true,
          },
          onDay: "2026-03-21",
          consulted: [PATH],
        },
        {
          root,
          kind: "standing-changed",
          body: { case: id, to: "applying", on: "2026-03-21", cause: PATH },
          onDay: "2026-03-21",
          consulted: [`${PATH}/gives`],
        },
      ],
      holds: { notBefore: at("2026-03-01", "00:00:00"), notAfter: at("2026-03-22", "00:00:00") },
    });
  });

  it("names everything that is lacking, and every condition that does not hold by what was written", () => {
    const { life, id } = opened({ requires: ["beds"] });
    expect(life.blocked(MANAGER, DAY, { ...submitting(id), answers: {} })).toBe(
      "refused: field-missing, field-missing, field-missing",
    );
    expect(life.asks(MANAGER, DAY, submitting(id, plan(false, "120")))).toMatchObject({
      kind: "refused",
      violations: [{ code: "condition-false", path: "conditions/beds" }],
    });
    life.must(MANAGER, DAY, submitting(id, plan(false, "500")));
  });

  it("without a form asks for nothing that is written, but keeps to the conditions", () => {
    const { life, id } = opened({ form: undefined });
    life.must(MANAGER, DAY, { ...submitting(id), answers: {} });
    const bound = opened({ form: undefined, requires: ["beds"] });
    expect(bound.life.blocked(MANAGER, DAY, { ...submitting(bound.id), answers: {} })).toBe(
      "pending: condition-pending",
    );
  });

  it("is the applicant's, at stages at which something is handed in without a signature", () => {
    const { life, id } = opened({ signs: [] });
    const act = { zh: "申报", en: "apply" };
    expect(life.asks(OFFICER, DAY, submitting(id))).toStrictEqual({
      kind: "refused",
      violations: [{ code: "not-your-role", params: { act, roles: ["institution-manager"] }, clauses: [] }],
    });
    const nothing = {
      kind: "refused",
      violations: [{ code: "nothing-to-act-on", params: { what: act }, clauses: [] }],
    };
    expect(life.asks(MANAGER, DAY, { ...submitting(id), stage: "look" })).toStrictEqual(nothing);
    life.must(MANAGER, DAY, submitting(id));
    const signed = opened({ signs: [{ role: "host" }] });
    expect(signed.life.asks(MANAGER, DAY, submitting(signed.id))).toStrictEqual(nothing);
  });
});
