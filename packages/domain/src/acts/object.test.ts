import { describe, expect, it } from "vitest";
import { at, hatOf, HOSPITAL, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { begin, checked, HOLIDAYS, notice, object, RULES } from "../testing/odd-steps.ts";
import { withStage } from "../testing/changed-policy.ts";

const STAGE = { zh: "公示", en: "notice" };
const NOTICE = "procedures/entry/stages/notice";
const refusal = (violation: object) => ({ kind: "refused", violations: [{ clauses: RULES, ...violation }] });
const midnight = (day: string) => at(day, "00:00:00");

/** A publicity from 8 to 15 April. */
function publicized(policy = ODD_POLICY) {
  const life = newLife(policy, HOLIDAYS);
  const id = checked(life);
  life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-08"));
  return { life, id };
}
const taking = (objections: object | undefined) => withStage(ODD_POLICY, "notice", { objections });

describe("an objection", () => {
  it("is to what was publicized: before that there is nothing to object to", () => {
    const life = begin();
    const id = checked(life);
    expect(life.asks(OFFICER, at("2026-04-07"), object(id))).toEqual(
      refusal({ code: "nothing-to-act-on", params: { what: STAGE } }),
    );
  });

  it("comes in from the first day of the publicity to its last, both included", () => {
    const { life, id } = publicized();
    const opens = midnight("2026-04-08");
    expect(life.asks(OFFICER, at("2026-04-07", "23:59:59"), object(id))).toEqual(
      refusal({ code: "window-not-open", params: { stage: STAGE, opens }, earliest: opens }),
    );
    life.must(OFFICER, opens, object(id));
    life.must(OFFICER, at("2026-04-15", "23:59:59"), object(id, "李某"));
    const closed = midnight("2026-04-16");
    expect(life.asks(OFFICER, closed, object(id, "张某"))).toEqual(
      refusal({ code: "window-closed", params: { stage: STAGE, closed } }),
    );
  });

  it("is kept as it was said, with the name and nothing around it", () => {
    const { life, id } = publicized();
    const { events } = life.must(OFFICER, at("2026-04-10"), object(id, " 王某 "));
    expect(events).toEqual([
      {
        root: { kind: "center", id: life.centerOf(id).id },
        kind: "objected",
        body: {
          case: id,
          stage: "notice",
          objection: life.caseAt(id).objections[0]?.id,
          by: "王某",
          text: "材料不实",
        },
        onDay: "2026-04-10",
        consulted: [NOTICE],
      },
    ]);
  });

  it("says what is objected to, and who objects where the policy takes none without a name", () => {
    const { life, id } = publicized();
    const nobody = {
      code: "field-missing",
      params: { section: STAGE, field: { zh: "异议人", en: "who objects" } },
      clauses: RULES,
      field: "by",
    };
    const nothing = {
      code: "field-missing",
      params: { section: STAGE, field: { zh: "异议内容", en: "what is objected to" } },
      clauses: RULES,
      field: "text",
    };
    const now = at("2026-04-10");
    expect(life.asks(OFFICER, now, object(id, " "))).toEqual({ kind: "refused", violations: [nobody] });
    expect(life.asks(OFFICER, now, { ...object(id), text: " " })).toEqual({
      kind: "refused",
      violations: [nothing],
    });
    expect(life.asks(OFFICER, now, { ...object(id, ""), text: "" })).toEqual({
      kind: "refused",
      violations: [nobody, nothing],
    });
  });

  it("may come without a name where the policy does not ask for one", () => {
    const { life, id } = publicized(taking({ by: [{ role: "public" }] }));
    life.must(OFFICER, at("2026-04-10"), object(id, ""));
    expect(life.caseAt(id).objections).toMatchObject([{ by: "", text: "材料不实" }]);
  });

  it("is recorded by the authority, and by whomever the policy lets object", () => {
    const { life, id } = publicized();
    expect(life.asks(MANAGER, at("2026-04-10"), object(id))).toMatchObject({
      violations: [{ code: "not-your-role", params: { roles: ["officer"] } }],
    });
    const open = publicized(taking({ by: [{ role: "host" }] }));
    open.life.must(MANAGER, at("2026-04-10"), object(open.id));
    open.life.must(OFFICER, at("2026-04-10"), object(open.id));
    const director = hatOf("center-director", HOSPITAL);
    expect(open.life.asks(director, at("2026-04-10"), object(open.id))).toMatchObject({
      violations: [{ code: "not-your-role", params: { roles: ["institution-manager", "officer"] } }],
    });
  });

  it("does not exist where a publicity takes none, nor at any other stage", () => {
    const { life, id } = publicized(taking(undefined));
    expect(life.blocked(OFFICER, at("2026-04-10"), object(id))).toBe("refused: nothing-to-act-on");
    const { life: other, id: there } = publicized();
    expect(other.blocked(OFFICER, at("2026-04-10"), { ...object(there), stage: "decide" })).toBe(
      "refused: nothing-to-act-on",
    );
  });
});
