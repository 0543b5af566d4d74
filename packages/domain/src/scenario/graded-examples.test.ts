// Examples about grades and scores, and about what was settled: what came out and what was expected, both said.
import type { Condition, Policy, Scenario, ScenarioExpectation } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { runScenario } from "./run-scenario.ts";

const text = (zh: string) => ({ zh, en: zh });
const run = (policy: Policy, expected: ScenarioExpectation, given: Partial<Scenario["given"]> = {}) =>
  runScenario(policy, {
    key: "example",
    label: text("例"),
    given: { now: "2026-03-10", ...given },
    expect: expected,
  });
const open = { open: { asks: text("多少"), per: "policy", by: { role: "authority" } } } as const;
const beds = (than: number | typeof open): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact: "host.beds" },
  is: "at-least",
  than,
});

describe("an example of a grade", () => {
  const GRADED = {
    ...ODD_POLICY,
    lists: [
      {
        key: "grades",
        label: text("等次"),
        items: ["pass", "good"].map((key) => ({ key, label: text(key) })),
      },
    ],
    gradings: [
      {
        key: "year",
        label: text("年度"),
        because: ["all"],
        list: "grades",
        grade: { cases: [{ key: "good", when: beds(open), then: "good" }], otherwise: "pass" },
      },
    ],
  } as Policy;
  const at = "gradings/year";
  const facts = { "host.beds": 500 };
  const settled = [{ path: "gradings/year/grade/cases/good/when/than", value: 400 }];

  it("says the grade", () =>
    expect(run(GRADED, { kind: "grade", at, grade: "pass" }, { facts, settled })).toStrictEqual({
      met: false,
      got: "good",
      expected: "pass",
    }));

  it("says which are possible while something is open, in whatever order they are told", () =>
    expect(run(GRADED, { kind: "grade", at, could: ["pass", "good"] }, { facts })).toStrictEqual({
      met: true,
      got: ["good", "pass"],
      expected: ["good", "pass"],
    }));
});

describe("an example of a score", () => {
  const judged = { kind: "judged", by: { role: "experts" } } as const;
  const evidence = { kinds: ["paper"], lacking: "zero" } as const;
  const item = (key: string, weight: number, more: object) => ({ key, label: text(key), weight, ...more });
  const scored = (more: object = {}) =>
    ({
      ...ODD_POLICY,
      sheets: [
        {
          key: "points",
          label: text("评分表"),
          because: ["all"],
          for: ["lab"],
          total: 100,
          unit: "points",
          levels: [{ key: "one", owner: "authority", weights: "required" }],
          items: [
            item("output", 50, { points: judged, evidence }),
            item("team", 30, { points: judged, absent: "zero" }),
            item("beds", 20, { points: { kind: "fact", fact: "host.beds" }, evidence }),
          ],
          ...more,
        },
      ],
    }) as Policy;
  const score = (
    points: { [path: string]: number | null },
    proof: { [path: string]: string[] } = {},
    policy = scored(),
  ) =>
    run(
      policy,
      { kind: "score", at: "sheets/points", points, evidence: proof, total: "0" },
      { facts: { "host.beds": 15 } },
    );
  const PAPERS = { output: ["paper"], beds: ["paper"] };

  it("adds up what was given and what follows from facts, as far as it is proven", () => {
    expect(score({ output: 40, team: 25 }, PAPERS)).toStrictEqual({ met: false, got: "80", expected: "0" });
    expect(score({ output: 40, team: 25 }, { beds: ["paper"] }).got).toBe("40");
    expect(score({ output: 40, team: 25 }).got).toBe("25");
  });

  it("takes what does not apply for that, and has no total while a line is not scored", () => {
    expect(score({ output: 40, team: null }, PAPERS).got).toBe("55");
    expect(score({ output: 40 }, PAPERS)).toStrictEqual({ met: false, got: null, expected: "0" });
  });

  it("has no total while nobody knows which form of the sheet holds", () => {
    const changes = [{ op: "remove", path: "items/beds" }];
    const variants = [{ key: "small", label: text("小"), when: beds(open), changes }];
    expect(score({ output: 40, team: 25 }, PAPERS, scored({ variants }))).toStrictEqual({
      met: false,
      got: null,
      expected: "0",
    });
  });
});

describe("what was settled holds at its place", () => {
  const facts = { "host.beds": 500 };

  it("in the condition of a consequence", () => {
    const [one] = ODD_POLICY.consequences;
    const policy = { ...ODD_POLICY, consequences: [{ ...one, when: beds(open) }] } as Policy;
    const settled = [{ path: "consequences/reopened/when/than", value: 400 }];
    expect(
      run(policy, { kind: "consequences", on: "appealed", in: "appeal", fires: [] }, { facts, settled }).got,
    ).toEqual([["reopened"], []]);
  });

  it("in the cohort of a procedure", () => {
    const procedures = ODD_POLICY.procedures.map((one) => ({
      ...one,
      starts: { ...one.starts, who: beds(open) },
    }));
    const settled = [{ path: "procedures/entry/starts/who/than", value: 400 }];
    expect(
      run(
        { ...ODD_POLICY, procedures },
        { kind: "starts", at: "procedures/entry", may: "no" },
        { facts, settled },
      ).got,
    ).toBe("yes");
  });
});
