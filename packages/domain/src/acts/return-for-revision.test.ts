import { describe, expect, it } from "vitest";
import { at, MANAGER, OFFICER } from "../testing/life.ts";
import { begin, checked, decided, handIn, offers, plan } from "../testing/odd-steps.ts";

const DAY = at("2026-04-03");
const MARKS = [{ field: "main/beds", reason: "写明" }];
const returning = (id: string, more: { stage?: string; marks?: typeof MARKS; until?: string } = {}) =>
  ({ kind: "return", case: id, stage: "online", reason: "补充", marks: MARKS, ...more }) as const;
const refused = (...violations: object[]) => ({
  kind: "refused",
  violations: violations.map((one) => ({ clauses: [], ...one })),
});
const unknown = (field: string) => ({
  code: "field-invalid",
  params: { field: { zh: field, en: field }, fault: "unknown-field" },
  field,
});

describe("sending a dossier back", () => {
  it("keeps the reason, the marks and the day until which it may come in again, where there is one", () => {
    const events = [{ until: "2026-04-03" }, {}].map((given) => {
      const life = begin();
      const id = handIn(life);
      return life.must(OFFICER, DAY, returning(id, given)).events;
    });
    const returned = (given: object) => [
      {
        root: { kind: "center", id: "id-4" },
        kind: "returned",
        body: { case: "id-1", stage: "online", reason: "补充", marks: MARKS, ...given },
        onDay: "2026-04-03",
        consulted: ["procedures/entry/stages/online"],
      },
    ];
    expect(events).toStrictEqual([returned({ until: "2026-04-03" }), returned({})]);
  });

  it("marks what the form has: every wrong mark is named, and a day that is over", () => {
    const life = begin();
    const id = handIn(life);
    const marks = ["main", "main/beds", "nowhere", "main/nowhere", "nowhere/beds"].map((field) => ({
      field,
      reason: "写明",
    }));
    expect(life.asks(OFFICER, DAY, returning(id, { marks, until: "2026-04-02" }))).toStrictEqual(
      refused(unknown("nowhere"), unknown("main/nowhere"), unknown("nowhere/beds"), {
        code: "field-invalid",
        params: { field: { zh: "期限", en: "deadline" }, fault: "date" },
        field: "until",
      }),
    );
    expect(life.asks(OFFICER, DAY, returning(id, { stage: "paper" }))).toStrictEqual(
      refused(unknown("main/beds")),
    );
  });

  it("wants a dossier that lies with the authority and was handed in at that stage", () => {
    const life = begin();
    const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026 });
    const allowed = ["submitted", "in-review", "in-publicity", "decided"];
    // nothing comes before the first stage, so that there nobody waits for an applicant
    expect(life.asks(OFFICER, DAY, returning(id))).toStrictEqual(
      refused({ code: "nothing-to-act-on", params: { what: { zh: "网上申报", en: "online" } } }),
    );
    life.must(MANAGER, at("2026-03-21"), {
      kind: "submit",
      case: id,
      stage: "online",
      answers: plan(false),
    });
    expect(life.asks(OFFICER, DAY, returning(id, { stage: "paper", marks: [] }))).toStrictEqual(
      refused({ code: "nothing-to-act-on", params: { what: { zh: "报送纸质材料", en: "paper" } } }),
    );
    life.must(OFFICER, DAY, returning(id));
    expect(life.asks(OFFICER, DAY, returning(id))).toStrictEqual(
      refused({ code: "wrong-state", params: { state: "returned", allowed } }),
    );
  });

  it("is still possible after a formal check, and no more once anybody has come to a result", () => {
    const looked = begin();
    looked.must(OFFICER, at("2026-04-08"), returning(checked(looked)));
    const life = begin();
    expect(life.asks(OFFICER, at("2026-04-20"), returning(decided(life)))).toStrictEqual(
      refused({ code: "already-done", params: { what: { zh: "决定", en: "decide" }, on: "2026-04-15" } }),
    );
  });

  it("is the officer's, at stages at which something is handed in", () => {
    const life = begin();
    const id = handIn(life);
    const offered = offers(life, OFFICER, { now: DAY, id }).filter(({ act }) => act === "return");
    expect(offered.map(({ stage, verdict }) => [stage, verdict.kind])).toStrictEqual([
      ["online", "allowed"],
      ["paper", "allowed"],
    ]);
    const act = { zh: "退回修改", en: "return for revision" };
    expect(life.asks(MANAGER, DAY, returning(id))).toStrictEqual(
      refused({ code: "not-your-role", params: { act, roles: ["officer"] } }),
    );
  });
});
