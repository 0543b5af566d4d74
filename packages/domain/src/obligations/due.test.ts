import { describe, expect, it } from "vitest";
import { at } from "../testing/life.ts";
import { asking, caseWith, lab, policyWith, procedureWith, stageThat } from "../testing/owing.ts";
import { institution } from "../testing/board.ts";
import type { Due } from "./due.ts";
import { laterOf, obligationKey, rowOf, standingCases } from "./due.ts";

const DUE: Due = {
  key: "p:2026:s:officer",
  to: { space: 1, role: "officer" },
  act: "check",
  year: 2026,
  matter: "环节",
  opens: at("2026-03-01"),
};
const policy = policyWith({});
const row = (due: Partial<Due>, root: Parameters<typeof lab>[0] = {}, today = "2026-06-01") =>
  rowOf(asking(policy, lab(root), { today }), { ...DUE, ...due });
const stage = stageThat({ does: "check", by: { role: "authority" } });

describe("the row of what is due", () => {
  it("says nothing of what there is not", () => {
    const plain = {
      root_id: "center-x",
      obligation_key: "p:2026:s:officer",
      party_id: 11,
      to_space: 1,
      to_role: "officer",
      to_user: null,
      act: "check",
      procedure_key: null,
      stage_key: null,
      duty_key: null,
      case_id: null,
      year: 2026,
      title: "实验室",
      matter: "环节",
      opens_at: at("2026-03-01"),
      due_on: null,
      state: "open",
      done_on: null,
      done_by: null,
      days_late: null,
      urged_at: null,
    };
    expect(row({})).toStrictEqual(plain);
    expect(rowOf(asking(policy, institution({})), DUE)).toStrictEqual({
      ...plain,
      root_id: "institution-1",
      title: "甲医院",
    });
  });

  it("says where it comes from, for whom it is and how it ended", () => {
    const due = {
      to: { space: 0, role: "expert", user: "user-1" },
      procedure: "p",
      stage: "s",
      duty: "d",
      case: "case-1",
      due: "2026-03-31",
      done: { on: "2026-04-02", by: "user-1" },
    } as const;
    expect(row(due)).toMatchObject({
      to_space: 0,
      to_role: "expert",
      to_user: "user-1",
      procedure_key: "p",
      stage_key: "s",
      duty_key: "d",
      case_id: "case-1",
      due_on: "2026-03-31",
      state: "done",
      done_on: "2026-04-02",
      done_by: "user-1",
      days_late: 2,
    });
  });

  it("counts no days too early, and none where no day was set or the day of doing is not known", () => {
    const late = (due: Partial<Due>) => row(due).days_late;
    expect(late({ due: "2026-03-31", done: { on: "2026-03-31" } })).toBe(0);
    expect(late({ due: "2026-03-31", done: { on: "2026-03-01" } })).toBe(0);
    expect(late({ done: { on: "2026-03-31" } })).toBeNull();
    expect(late({ due: "2026-03-31", done: {} })).toBeNull();
    expect(late({ due: "2026-03-31" })).toBeNull();
  });

  it("is missed from the day after it was due, or once the history says so", () => {
    const missed = { missed: [{ obligation: "p:2026:s:officer", due: "2026-03-31" }] };
    const other = { missed: [{ obligation: "p:2025:s:officer", due: "2025-03-31" }] };
    expect(row({ due: "2026-03-31" }, {}, "2026-03-31").state).toBe("open");
    expect(row({ due: "2026-03-31" }, {}, "2026-04-01").state).toBe("missed");
    expect(row({}, missed).state).toBe("missed");
    expect(row({}, other).state).toBe("open");
    const { today: _, ...history } = asking(policy, lab());
    expect(rowOf(history, { ...DUE, due: "2026-03-31" }).state).toBe("open");
  });

  it("is never missed where it is a right, was done or has become void", () => {
    const late = { due: "2026-03-31" };
    expect(row({ ...late, right: true }).state).toBe("open");
    expect(row({ ...late, right: false }).state).toBe("missed");
    expect(row({ ...late, done: { on: "2026-05-01" } }).state).toBe("done");
    expect(row({ ...late, void: true }).state).toBe("void");
    expect(row({ ...late, void: false }).state).toBe("missed");
    expect(row({ ...late, void: true, done: {} }).state).toBe("done");
  });

  it("says when it was last urged", () => {
    const urged = (obligation: string, day: string) => ({ obligation, to: 1, at: at(day) });
    const times = [
      urged(DUE.key, "2026-04-01"),
      urged(DUE.key, "2026-04-02"),
      urged("p:2025:s:officer", "2026-04-03"),
    ];
    expect(row({}, { urged: times }).urged_at).toBe(at("2026-04-02"));
  });
});

describe("the key of what is due", () => {
  const key = (every: "year" | "request", of: { case?: string; user?: string }) => {
    const { starts, ...rest } = procedureWith([stage]);
    const procedure = { ...rest, starts: { ...starts, every } };
    return obligationKey(procedure, stage, { year: 2026, role: "expert", ...of });
  };

  it("is procedure, year, stage and role", () => {
    expect(key("year", {})).toBe("p:2026:s:expert");
    expect(key("request", {})).toBe("p:2026:s:expert");
  });
  it("names the case only where there can be several in a year", () => {
    expect(key("year", { case: "case-1" })).toBe("p:2026:s:expert");
    expect(key("request", { case: "case-1" })).toBe("p:2026:s:expert:case-1");
  });
  it("names the person where it is one", () => {
    expect(key("year", { user: "user-1" })).toBe("p:2026:s:expert:user-1");
    expect(key("request", { case: "case-1", user: "user-1" })).toBe("p:2026:s:expert:case-1:user-1");
  });
});

describe("the later of two instants", () => {
  it("is the first where there is no other", () => {
    const [early, late] = [at("2026-03-01"), at("2026-03-02")];
    expect([laterOf(early, late), laterOf(late, early), laterOf(early, undefined)]).toEqual([
      late,
      late,
      early,
    ]);
  });
});

describe("cases that count", () => {
  const withdrawn = caseWith({ id: "withdrawn", state: "withdrawn" });
  const ids = (...cases: ReturnType<typeof caseWith>[]) => standingCases(cases).map(({ id }) => id);

  it("are all that were not withdrawn, and of the others those that nobody opened again", () => {
    expect(ids(withdrawn)).toEqual(["withdrawn"]);
    expect(ids(withdrawn, caseWith({ id: "again" }))).toEqual(["again"]);
    expect(ids(caseWith({ id: "a" }), caseWith({ id: "b" }))).toEqual(["a", "b"]);
  });
  it("are not replaced by a case of another year or another procedure", () => {
    expect(ids(withdrawn, caseWith({ id: "later", year: 2027 }))).toEqual(["withdrawn", "later"]);
    expect(ids(withdrawn, caseWith({ id: "other", procedure: "q" }))).toEqual(["withdrawn", "other"]);
  });
});
