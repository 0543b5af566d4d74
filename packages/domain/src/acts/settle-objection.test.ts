import { describe, expect, it } from "vitest";
import { at, MANAGER, newLife, OFFICER, type Life } from "../testing/life.ts";
import { begin, checked, HOLIDAYS, notice, object, offers, withStage } from "../testing/odd-steps.ts";

const DAY = at("2026-04-11");
const NOTHING = {
  kind: "refused",
  violations: [{ code: "nothing-to-act-on", params: { what: { zh: "公示", en: "notice" } }, clauses: [] }],
};
const settling = (id: string, objection: string) =>
  ({
    kind: "settle-objection",
    case: id,
    stage: "notice",
    objection,
    upheld: true,
    reason: "查证属实",
  }) as const;

/** A publicity to which two have objected. */
function objected(): { life: Life; id: string; objections: string[] } {
  const life = begin();
  const id = checked(life);
  life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
  for (const by of ["王某", "李某"]) life.must(OFFICER, at("2026-04-10"), object(id, by));
  return { life, id, objections: life.caseAt(id).objections.map((one) => one.id) };
}

describe("settling an objection", () => {
  it("says whether it was right, and why", () => {
    const { life, id, objections } = objected();
    const [first = "", second = ""] = objections;
    expect(life.asks(OFFICER, DAY, settling(id, first))).toStrictEqual({
      kind: "decided",
      events: [
        {
          root: { kind: "center", id: life.centerOf(id).id },
          kind: "objection-settled",
          body: { case: id, stage: "notice", objection: first, upheld: true, reason: "查证属实" },
          onDay: "2026-04-11",
          consulted: ["procedures/entry/stages/notice"],
        },
      ],
      holds: { notAfter: at("2026-04-12", "00:00:00") },
    });
    expect(life.asks(OFFICER, DAY, settling(id, first))).toStrictEqual(NOTHING);
    life.must(OFFICER, DAY, settling(id, second));
    expect(life.asks(OFFICER, DAY, settling(id, second))).toStrictEqual(NOTHING);
  });

  it("wants an objection to this publicity", () => {
    const life = begin();
    const id = checked(life);
    expect(life.asks(OFFICER, at("2026-04-07"), settling(id, "none"))).toStrictEqual(NOTHING);
    const open = objected();
    expect(open.life.asks(OFFICER, DAY, settling(open.id, "none"))).toStrictEqual(NOTHING);
  });

  it("is the authority's, where a publicity takes objections", () => {
    const { life, id, objections } = objected();
    const of = (hat: typeof OFFICER) =>
      offers(life, hat, { now: DAY, id }).filter(({ act }) => act === "settle-objection");
    expect(of(OFFICER)).toStrictEqual([
      { act: "settle-objection", case: id, stage: "notice", verdict: { kind: "allowed" } },
    ]);
    expect(of(MANAGER)).toStrictEqual([]);
    expect(life.blocked(MANAGER, DAY, settling(id, objections[0] ?? ""))).toBe("refused: not-your-role");
    const other = newLife(withStage("notice", { objections: undefined }), HOLIDAYS);
    const none = offers(other, OFFICER, { now: at("2026-04-08"), id: checked(other) });
    expect(none.map(({ act }) => act)).not.toContain("settle-objection");
  });
});
