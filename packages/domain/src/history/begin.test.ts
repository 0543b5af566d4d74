import { describe, expect, it } from "vitest";
import { caseOf, eventOf, HOST } from "../testing/events.ts";
import { emptyInstitution, emptyTenant } from "./begin.ts";
import { BrokenHistoryError } from "./broken-history.ts";
import { evolve } from "./evolve.ts";

const { procedure, purpose, year, pin } = caseOf();
const opening = { case: "k1", procedure, purpose, year, pin };

describe("before its first event", () => {
  it("a tenant has settled, extended and issued nothing", () => {
    expect(emptyTenant("t1")).toStrictEqual({
      kind: "tenant",
      id: "t1",
      seq: 0,
      settlements: [],
      extensions: [],
      meetings: [],
      documents: [],
      entries: [],
    });
  });

  it("an institution is who the registry says, and nothing else is known of it", () => {
    expect(emptyInstitution("i1", HOST)).toStrictEqual({
      kind: "institution",
      id: "i1",
      seq: 0,
      host: HOST,
      values: {},
      cases: [],
      reports: [],
      duties: [],
      missed: [],
      urged: [],
      entries: [],
    });
  });
});

describe("the first event", () => {
  it("of a center says of which type it is, what it is called and whose it is", () => {
    const center = { type: "lab", name: "骨科实验室", host: HOST };
    const { cases, ...begun } = evolve(undefined, eventOf("opened", { ...opening, center }, { seq: 1 })) as {
      cases?: unknown[];
    };
    expect(cases).toHaveLength(1);
    expect(begun).toStrictEqual({
      kind: "center",
      id: "c1",
      seq: 1,
      ...center,
      values: {},
      spans: [],
      dates: { "center.opened-on": "2026-03-10" },
      goals: [],
      links: [],
      settlements: [],
      evaluations: [],
      reports: [],
      findings: [],
      consequences: [],
      supports: [],
      bars: [],
      money: { funded: [], withheld: [], reclaimed: [] },
      offices: [{ office: "lead-host", holder: "甲医院", on: "2026-03-10", case: "k1" }],
      finished: [],
      recommendations: [],
      changes: [],
      missed: [],
      urged: [],
      entries: [],
    });
  });

  it("of an institution says who it is, whatever happens first", () => {
    const body = { obligation: "report", to: 11, host: HOST };
    expect(evolve(undefined, eventOf("urged", body, { root: "institution", seq: 1 }))).toStrictEqual({
      ...emptyInstitution("i1", HOST),
      seq: 1,
      urged: [{ obligation: "report", to: 11, at: "2026-03-10T02:00:00.000Z" }],
    });
  });

  it("of a tenant may be any", () => {
    const body = { duty: "d", year: 2025, met: true, opinion: "好" };
    expect(evolve(undefined, eventOf("duty-judged", body, { root: "tenant", seq: 1 }))).toStrictEqual({
      ...emptyTenant("t1"),
      seq: 1,
      duties: [{ ...body, on: "2026-03-10" }],
    });
  });

  it.each([
    [eventOf("opened", opening), "the history cannot be folded: a center begins with opened"],
    [
      eventOf("finished", { obligation: "o", how: "办结" }),
      "the history cannot be folded: a center begins with finished",
    ],
    [
      eventOf("urged", { obligation: "report", to: 11 }, { root: "institution" }),
      "the history cannot be folded: an institution begins with urged and does not say who it is",
    ],
    [
      eventOf(
        "opened",
        { ...opening, center: { type: "lab", name: "x", host: HOST } },
        { root: "institution" },
      ),
      "the history cannot be folded: an institution begins with opened and does not say who it is",
    ],
  ])("that does not say what its root is breaks the history: %#", (event, reason) => {
    expect(() => evolve(undefined, event)).toThrow(reason);
  });

  it("with a body like a center's cannot begin a center, where it is none that opens", () => {
    const body = { obligation: "o", how: "办结", center: { type: "lab", name: "x", host: HOST } };
    expect(() => evolve(undefined, eventOf("finished", body))).toThrow("a center begins with finished");
  });

  it("that breaks the history is told by its name", () => {
    expect(new BrokenHistoryError("x")).toMatchObject({
      name: "BrokenHistoryError",
      message: "the history cannot be folded: x",
    });
  });
});
