import { type Indicator, Policy, type Sheet } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { ActionBodies } from "../contract/actions.ts";
import { at, EXPERTS, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { application } from "../testing/points/points-life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";

type Items = ActionBodies["score"]["items"];

const [EXPERT = OFFICER, STRANGER = OFFICER] = EXPERTS;
const DAY = at("2024-03-10");
const RULE = POINTS_POLICY.clauses;
const STAGE = { zh: "材料评审", en: "paper" };
const PLAN = { zh: "方案", en: "plan" };
const TEAM = { zh: "团队", en: "team" };

/** The policy whose sheet of papers says more. */
const withSheet = (more: Partial<Sheet>): Policy =>
  Policy.parse({
    ...POINTS_POLICY,
    sheets: POINTS_POLICY.sheets.map((sheet) => (sheet.key === "paper" ? { ...sheet, ...more } : sheet)),
  });
const items = (change: (item: Indicator) => Partial<Indicator>): Partial<Sheet> => ({
  items: POINTS_POLICY.sheets[0]?.items.map((item) => ({ ...item, ...change(item) })) ?? [],
});

/** A panel of one sits over an application. */
function panel(policy: Policy = POINTS_POLICY) {
  const life = newLife(policy);
  const id = life.open(MANAGER, at("2024-03-01"), { procedure: "entry", year: 2024, name: "基地" });
  const answers = application("基地");
  life.must(MANAGER, at("2024-03-01"), { kind: "submit", case: id, stage: "collect", answers });
  const experts = [{ user: EXPERT.user, name: EXPERT.name, party: 99, unit: "外单位" }];
  life.must(OFFICER, DAY, { kind: "assign", case: id, stage: "paper", experts });
  const scoring = (given: Items) =>
    ({ kind: "score", case: id, stage: "paper", items: given, opinion: "好" }) as const;
  return { life, id, scoring, asking: (given: Items) => life.asks(EXPERT, DAY, scoring(given)) };
}
const invalid = (item: string, field: object, fault: string) => ({
  code: "field-invalid",
  params: { field, fault },
  clauses: RULE,
  field: item,
});
const missing = (item: string, field: object) => ({
  code: "field-missing",
  params: { section: STAGE, field },
  clauses: [],
  field: item,
});
const refused = (...violations: object[]) => ({ kind: "refused", violations });
const WHOLE: Items = [
  { item: "plan", points: "400.5" },
  { item: "team", points: "300" },
];

describe("a score sheet", () => {
  it("is signed with every term that was given, its comment and the total", () => {
    const { life, id, asking } = panel();
    const [plan = { item: "plan" }, ...rest] = WHOLE;
    expect(asking([{ ...plan, comment: "可行" }, ...rest])).toStrictEqual({
      kind: "decided",
      events: [
        {
          root: { kind: "center", id: life.centerOf(id).id },
          kind: "scored",
          body: {
            case: id,
            stage: "paper",
            sheet: "paper",
            terms: [
              {
                item: "plan",
                label: "方案",
                points: "400.5",
                how: "judged",
                weight: "500",
                raw: "400.5",
                comment: "可行",
              },
              { item: "team", label: "团队", points: "300", how: "judged", weight: "400", raw: "300" },
            ],
            total: "700.5",
            opinion: "好",
          },
          onDay: "2024-03-10",
          consulted: ["procedures/entry/stages/paper", "sheets/paper"],
        },
      ],
      holds: { notAfter: at("2024-03-11", "00:00:00") },
    });
  });

  it("takes points from nothing up to the weight, written as a number of at most four places", () => {
    const wrong = ["500.0001", "-1", "1e2", "1.00001", "1234567", ".5", "5.", ""];
    const { asking } = panel();
    for (const points of wrong) {
      expect(
        asking([
          { item: "team", points: "300" },
          { item: "plan", points },
        ]),
      ).toMatchObject({
        kind: "refused",
        violations: expect.arrayContaining([invalid("plan", PLAN, "number")]),
      });
    }
    for (const points of ["500", "0", "0.0001", "499.9999"]) {
      expect(
        panel().asking([
          { item: "team", points: "300" },
          { item: "plan", points },
        ]).kind,
      ).toBe("decided");
    }
  });

  it("names every line that is wrong, and every one that is lacking", () => {
    const { asking } = panel();
    expect(
      asking([
        { item: "plan", points: "500.1" },
        { item: "nowhere", points: "1" },
        { item: "team", points: "many" },
      ]),
    ).toStrictEqual(
      refused(
        invalid("plan", PLAN, "number"),
        invalid("nowhere", { zh: "nowhere", en: "nowhere" }, "unknown-field"),
        invalid("team", TEAM, "number"),
        missing("team", TEAM),
      ),
    );
    expect(asking([{ item: "team" }])).toStrictEqual(
      refused(invalid("team", TEAM, "unknown-field"), missing("plan", PLAN), missing("team", TEAM)),
    );
  });

  it("gives points to lines alone, not to the groups that are made up of them", () => {
    const lines = [{ key: "people", label: { zh: "人员", en: "people" }, weight: 400 }];
    const grouped = withSheet(items(({ key }) => (key === "team" ? { items: lines } : {})));
    const { asking } = panel(grouped);
    expect(asking(WHOLE)).toMatchObject(
      refused(invalid("team", TEAM, "unknown-field"), missing("team/people", { zh: "人员", en: "people" })),
    );
  });

  it("waits where the points of a line hang on something open, naming its own clauses", () => {
    const asks = { zh: "团队怎样计分", en: "how teams score" };
    const open: Partial<Indicator> = { points: { open: { asks, per: "policy" } } as never };
    const { asking } = panel(withSheet(items(({ key }) => (key === "team" ? open : {}))));
    const path = "sheets/paper/items/team/points";
    expect(asking([{ item: "plan", points: "400" }])).toStrictEqual({
      kind: "pending",
      violations: [
        {
          code: "open-value",
          params: { asks, by: "authority", per: "policy" },
          clauses: RULE,
          open: { path, asks, per: "policy", by: "authority" },
          path,
        },
      ],
    });
  });

  it("waits for the fact from which a line is counted, naming the line", () => {
    const counted: Partial<Indicator> = { points: { kind: "fact", fact: "host.beds" } };
    const { asking } = panel(withSheet(items(({ key }) => (key === "team" ? counted : {}))));
    expect(asking([{ item: "plan", points: "400" }])).toStrictEqual({
      kind: "pending",
      violations: [{ code: "condition-pending", params: { condition: TEAM }, clauses: RULE, field: "team" }],
    });
  });
});

describe("who scores", () => {
  it("is an expert of the panel, once, at a stage that scores", () => {
    const { life, scoring } = panel();
    expect(life.asks(STRANGER, DAY, scoring(WHOLE))).toStrictEqual(
      refused({ code: "not-assigned", params: { stage: STAGE }, clauses: [] }),
    );
    expect(life.blocked(LEADER, DAY, scoring(WHOLE))).toBe("refused: not-your-role");
    for (const stage of ["collect", "choose", "nowhere"]) {
      expect(life.blocked(EXPERT, DAY, { ...scoring(WHOLE), stage })).toBe("refused: nothing-to-act-on");
    }
    life.must(EXPERT, DAY, scoring(WHOLE));
    expect(life.asks(EXPERT, DAY, scoring(WHOLE))).toStrictEqual(
      refused({ code: "already-done", params: { what: STAGE }, clauses: [] }),
    );
  });

  it("is nobody where the policy leaves open which sheet it is", () => {
    const asks = { zh: "用哪张表", en: "which sheet" };
    const policy: Policy = {
      ...POINTS_POLICY,
      sheets: [],
      procedures: POINTS_POLICY.procedures.map((procedure) => ({
        ...procedure,
        stages: procedure.stages.map((stage) =>
          stage.key === "paper"
            ? { ...stage, yields: [{ kind: "score", sheet: { open: { asks, per: "policy" } } }] }
            : stage,
        ),
      })),
    };
    expect(panel(policy).asking(WHOLE)).toStrictEqual(
      refused({ code: "nothing-to-act-on", params: { what: STAGE }, clauses: [] }),
    );
  });
});
