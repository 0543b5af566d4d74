// What each kind of expectation of a worked example looks at, on a policy of its own.
import type { Condition, Policy, Procedure, Scenario, ScenarioExpectation } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { runScenario } from "./run-scenario.ts";

type Given = Partial<Scenario["given"]>;

const got = (expected: ScenarioExpectation, given: Given = {}, policy: Policy = ODD_POLICY) =>
  runScenario(policy, {
    key: "example",
    label: { zh: "例", en: "example" },
    given: { now: "2026-03-10", ...given },
    expect: expected,
  }).got;
const text = (zh: string) => ({ zh, en: zh });
const open = { open: { asks: text("几天"), per: "policy", by: { role: "authority" } } } as const;

/** The policy with another entry. */
function entering(more: Partial<Procedure>): Policy {
  const [entry, ...others] = ODD_POLICY.procedures;
  return { ...ODD_POLICY, procedures: [{ ...entry, ...more } as Procedure, ...others] };
}
const starting = (starts: Partial<Procedure["starts"]>): Policy =>
  entering({ starts: { by: { role: "host" }, when: { kind: "anytime" }, every: "year", ...starts } });

describe("an example says", () => {
  it("whether what came out is what was expected", () => {
    const scenario = (truth: "true" | "false") =>
      runScenario(ODD_POLICY, {
        key: "beds",
        label: text("床位"),
        given: { now: "2026-03-10", facts: { "host.beds": 600 } },
        expect: { kind: "condition", at: "conditions/beds/test", truth },
      } as unknown as Scenario);
    expect(scenario("true")).toEqual({ met: true, got: "true", expected: "true" });
    expect(scenario("false")).toEqual({ met: false, got: "true", expected: "false" });
  });
});

describe("a place", () => {
  it("may be a named condition, which stands for what it says", () => {
    const truth = (at: string) =>
      got({ kind: "condition", at, truth: "true" }, { facts: { "host.beds": 600 } });
    expect([truth("conditions/beds"), truth("conditions/beds/test")]).toEqual(["true", "true"]);
  });
});

describe("a window", () => {
  const at = "procedures/entry/stages/online/window";
  const state = (now: string, policy = ODD_POLICY, facts = {}) =>
    got({ kind: "window", at, state: "open" }, { now, facts }, policy);
  const windowed = (window: unknown): Policy =>
    entering({
      stages: (ODD_POLICY.procedures[0]?.stages ?? []).map((stage) =>
        stage.key === "online" ? ({ ...stage, window } as typeof stage) : stage,
      ),
    });

  it("is open from the first instant of its first day to the last instant of its last", () => {
    expect(state("2026-02-28T23:59:59")).toBe("before");
    expect(state("2026-03-01")).toBe("open");
    expect(state("2026-03-31T23:59:59")).toBe("open");
    expect(state("2026-04-01")).toBe("closed");
  });

  it("has no beginning or no end where the text names none", () => {
    const to = windowed({ kind: "between", to: "2026-03-31" });
    expect([state("2000-01-01", to), state("2026-04-01", to)]).toEqual(["open", "closed"]);
    const from = windowed({ kind: "between", from: "2026-03-01" });
    expect([state("2026-02-28", from), state("2999-01-01", from)]).toEqual(["before", "open"]);
  });

  it("counts working days by the holidays that are given, and is undecided in a year without them", () => {
    const to = { from: "stage.online.closes", plus: { n: 3, unit: "working-day" } };
    const soon = windowed({ kind: "between", to });
    const facts = { "stage.online.closes": "2026-03-31" };
    const on = (now: string, table?: { off: string[]; work: string[] }) =>
      got(
        { kind: "window", at, state: "open" },
        { now, facts, ...(table === undefined ? {} : { holidays: { 2026: table } }) },
        soon,
      );
    expect(on("2026-04-03")).toBe("undecided");
    const none = { off: [], work: [] };
    expect([on("2026-04-03", none), on("2026-04-04", none)]).toEqual(["open", "closed"]);
    const festival = { off: ["2026-04-02", "2026-04-03"], work: ["2026-04-05"] };
    expect([on("2026-04-06", festival), on("2026-04-07", festival)]).toEqual(["open", "closed"]);
  });

  it("is undecided while it is left open", () =>
    expect(state("2026-03-10", windowed(open))).toBe("undecided"));

  it("is that of the year of the case, and of the day where there is no case", () => {
    const yearly = windowed({ kind: "yearly", from: "03-01", to: "03-31" });
    expect(state("2026-03-10", yearly)).toBe("open");
    expect(state("2026-03-10", yearly, { "case.year": 2027 })).toBe("before");
    expect(state("2026-03-10", yearly, { "case.year": 2025 })).toBe("closed");
  });
});

describe("a figure, or a day", () => {
  const measured = {
    ...ODD_POLICY,
    measures: [
      {
        key: "beds",
        label: text("床位"),
        because: ["all"],
        of: "host",
        unit: "张",
        is: { kind: "fact", fact: "host.beds" },
      },
    ],
  } as Policy;

  it("is told as a decimal text, and is none while it is not known", () => {
    const beds = (facts: Given["facts"] & object) =>
      got({ kind: "measure", at: "measures/beds/is", value: null }, { facts }, measured);
    expect([beds({ "host.beds": 500 }), beds({})]).toEqual(["500", null]);
    expect(
      got({ kind: "measure", at: "measures/beds", value: null }, { facts: { "host.beds": 5 } }, measured),
    ).toBe("5");
  });

  it("of a moment is a day, and while it is not known why it is not", () => {
    const at = "procedures/appeal/starts/when/to";
    const day = (facts: Given["facts"] & object) => got({ kind: "moment", at, on: "" }, { facts });
    expect(day({ "appealed.decided-on": "2026-04-10" })).toBe("2026-04-20");
    expect(day({})).toBe("missing");
  });
});

describe("consequences", () => {
  const APPEAL: [on: "appealed" | "decided", procedure: string] = ["appealed", "appeal"];
  const fired = (facts: Given["facts"] & object, policy = ODD_POLICY, [on, procedure] = APPEAL) =>
    got({ kind: "consequences", on, in: procedure, fires: [] }, { facts }, policy);
  const always = (more: object): Policy => {
    const { when: _when, ...one } = { when: undefined, ...ODD_POLICY.consequences[0] };
    return { ...ODD_POLICY, consequences: [{ ...one, ...more }] } as unknown as Policy;
  };

  it("fire where their condition holds, and may while it is not known", () => {
    expect(fired({ "appealed.upheld": true })).toEqual([["reopened"], []]);
    expect(fired({ "appealed.upheld": false })).toEqual([[], []]);
    expect(fired({})).toEqual([[], ["reopened"]]);
  });

  it("are those of the event and the procedure", () => {
    const upheld = { "appealed.upheld": true };
    expect(fired(upheld, ODD_POLICY, ["decided", "appeal"])).toEqual([[], []]);
    expect(fired(upheld, ODD_POLICY, ["appealed", "entry"])).toEqual([[], []]);
    const { in: _in, ...anywhere } = { in: undefined, ...ODD_POLICY.consequences[0] };
    const policy = { ...ODD_POLICY, consequences: [anywhere] } as unknown as Policy;
    expect(fired(upheld, policy, ["appealed", "entry"])).toEqual([["reopened"], []]);
  });

  it("fire always where they have no condition", () =>
    expect(fired({}, always({}))).toEqual([["reopened"], []]));

  it("may be expected as what fires and what only may", () => {
    const expected = (may?: string[]) =>
      runScenario(ODD_POLICY, {
        key: "x",
        label: text("例"),
        given: { now: "2026-03-10" },
        expect: {
          kind: "consequences",
          on: "appealed",
          in: "appeal",
          fires: [],
          ...(may === undefined ? {} : { may }),
        },
      } as unknown as Scenario);
    expect(expected()).toEqual({ met: false, got: [[], ["reopened"]], expected: [[], []] });
    expect(expected(["reopened"])).toEqual({
      met: true,
      got: [[], ["reopened"]],
      expected: [[], ["reopened"]],
    });
  });
});

describe("a stage", () => {
  const reached = (stage: string, done: string[]) =>
    got({ kind: "stage", at: `procedures/entry/stages/${stage}`, done, reached: true });

  it("is reached once everything before it is done, and until it is done itself", () => {
    expect(reached("look", ["online", "paper", "sponsor", "partner"])).toBe(true);
    expect(reached("look", ["online", "sponsor"])).toBe(false);
    expect(reached("look", ["sponsor", "partner", "look"])).toBe(false);
    expect(reached("online", [])).toBe(true);
  });
});

describe("a dossier", () => {
  const field = (key: string, kind: string, required = true) => ({ key, kind, label: text(key), required });
  const formed = {
    ...ODD_POLICY,
    forms: [
      {
        key: "plan",
        label: text("plan"),
        because: ["all"],
        sections: [
          {
            key: "main",
            label: text("正文"),
            fields: [
              field("signed", "signature"),
              field("seal", "signature", false),
              field("name", "text"),
              field("beds", "number"),
              field("note", "text", false),
            ],
          },
        ],
      },
    ],
  } as unknown as Policy;
  const lacks = (main: { [field: string]: string | number }) =>
    got({ kind: "form", at: "forms/plan", answers: { main }, gaps: [] }, {}, formed);

  it("lacks its empty fields and its signatures, in the order of the form", () => {
    expect(lacks({})).toEqual(["main/signed", "main/name", "main/beds"]);
    expect(lacks({ name: "甲", beds: 3 })).toEqual(["main/signed"]);
  });

  it("does not lack a field that is filled wrongly", () =>
    expect(lacks({ name: "甲", beds: "many" })).toEqual(["main/signed"]));
});

describe("a procedure", () => {
  const may = (policy: Policy, facts: Given["facts"] & object = {}) =>
    got({ kind: "starts", at: "procedures/entry", may: "yes" }, { facts }, policy);
  const beds: Condition = {
    kind: "compare",
    of: { kind: "fact", fact: "host.beds" },
    is: "at-least",
    than: 500,
  };

  it("may begin for its cohort only, and nobody knows while nobody knows who that is", () => {
    expect(may(starting({}))).toBe("yes");
    const who = starting({ who: beds });
    expect([may(who, { "host.beds": 500 }), may(who, { "host.beds": 1 }), may(who)]).toEqual([
      "yes",
      "no",
      "undecided",
    ]);
  });

  it("may not begin before its window", () => {
    const between = (from: string) => starting({ who: beds, when: { kind: "between", from } });
    expect(may(between("2026-03-10"), { "host.beds": 500 })).toBe("yes");
    expect(may(between("2026-03-11"), { "host.beds": 500 })).toBe("no");
    expect(may(between("2026-03-11"))).toBe("no");
  });

  it("is undecided while its window is open or not known", () => {
    expect(may(starting({ when: open }))).toBe("undecided");
    const after = starting({ when: { kind: "between", from: { from: "center.term-ended-on" } } });
    expect(may(after)).toBe("undecided");
    expect(may(after, { "center.term-ended-on": "2026-03-01" })).toBe("yes");
  });
});
