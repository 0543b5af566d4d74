import type { Measure, Policy, RankYield, Stage } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import { factsFor } from "../testing/ledger.ts";
import { at, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { application, applied, bases, pointsLife, round } from "../testing/points/points-life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";
import { refusing } from "../testing/refusing.ts";

const CHOOSE = "procedures/entry/stages/choose";
const DAY = at("2024-04-01");
const RULE = POINTS_POLICY.clauses;
const GRADE = { zh: "评定等次", en: "grade" };
const OPEN = { open: { asks: { zh: "再按什么排", en: "then by what" }, per: "policy" } } as const;
const ranking = (stage = "choose", prefer?: string[]) =>
  ({
    kind: "rank",
    procedure: "entry",
    stage,
    year: 2024,
    ...(prefer === undefined ? {} : { prefer }),
  }) as const;
const refused = refusing(RULE);

const changing = (key: string, change: (stage: Stage) => object): Policy => ({
  ...POINTS_POLICY,
  procedures: POINTS_POLICY.procedures.map((procedure) => ({
    ...procedure,
    stages: procedure.stages.map((stage) => (stage.key === key ? { ...stage, ...change(stage) } : stage)),
  })),
});
/** The policy whose ranking says more. */
const rankedBy = (more: Partial<RankYield>): Policy =>
  changing("choose", ({ yields = [] }) => ({
    yields: yields.map((one) => (one.kind === "rank" ? { ...one, ...more } : one)),
  }));
/** The policy in which a panel that scores also ranks. */
const rankedByPanel = (key: string): Policy =>
  changing(key, ({ yields = [] }) => ({
    yields: [...yields, { kind: "rank", of: { kind: "fact", fact: `stage.${key}.score` }, within: [] }],
  }));

describe("ranking the cases of a year", () => {
  it("gives each its place in its own history, and chooses by the cut", () => {
    const life = pointsLife(1);
    const ids = [
      applied(life, "甲", { paper: 800, hearing: 700 }),
      applied(life, "乙", { paper: 450, rival: true }),
    ];
    const placed = (n: number, body: object) => ({
      root: { kind: "center", id: life.centerOf(ids[n] ?? "").id },
      kind: "ranked",
      body: { case: ids[n], stage: "choose", tied: 1, of: 2, within: {}, cut: 1, done: false, ...body },
      onDay: "2024-04-01",
      consulted: [CHOOSE, `${CHOOSE}/yields/rank`],
    });
    expect(life.asks(OFFICER, DAY, ranking())).toStrictEqual({
      kind: "decided",
      events: [
        placed(0, { place: 1, value: "760", chosen: true }),
        placed(1, { place: 2, value: "450", chosen: false }),
      ],
      holds: { notAfter: at("2024-04-02", "00:00:00") },
    });
  });

  it("leaves equals at the cut undecided, and says whom the authority preferred", () => {
    const life = pointsLife(1);
    const [first = "", second = ""] = ["甲", "乙"].map((name) => applied(life, name, { paper: 450 }));
    const choices = (prefer?: string[]) =>
      life
        .must(OFFICER, DAY, ranking("choose", prefer))
        .events.map(({ body }) => ["chosen" in body && body.chosen, "preferred" in body && body.preferred]);
    expect(choices()).toStrictEqual([
      [false, false],
      [false, false],
    ]);
    expect(life.caseAt(first).results["choose"]).not.toHaveProperty("chosen");
    expect(choices([second])).toStrictEqual([
      [false, false],
      [true, true],
    ]);
  });

  it("is within each group where the policy ranks within one", () => {
    const life = newLife(rankedBy({ within: ["host.name"], cut: 1 }));
    applied(life, "甲", { paper: 450 });
    applied(life, "乙", { paper: 400, rival: true });
    applied(life, "丙", { paper: 300 });
    const { events } = life.must(OFFICER, DAY, ranking());
    expect(events.map(({ body }) => body)).toMatchObject([
      { place: 1, of: 2, value: "450", within: { "host.name": "甲医院" }, chosen: true },
      { place: 2, of: 2, value: "300", within: { "host.name": "甲医院" }, chosen: false },
      { place: 1, of: 1, value: "400", within: { "host.name": "乙医院" }, chosen: true },
    ]);
  });

  it("chooses nobody while the cut is open, or where there is none", () => {
    const asks = { zh: "取几个", en: "how many" };
    const open = newLife(rankedBy({ cut: { open: { asks, per: "policy" } } }));
    const { cut: _cut, ...uncut } = {
      kind: "rank",
      of: { kind: "fact", fact: "result.score" },
      within: [],
      cut: 1,
    };
    const never = newLife(
      changing("choose", ({ yields = [] }) => ({
        yields: yields.map((one) => (one.kind === "rank" ? uncut : one)),
      })),
    );
    for (const life of [open, never]) {
      const id = applied(life, "甲", { paper: 450 });
      const { events } = life.must(OFFICER, DAY, ranking());
      expect(events.map(({ body }) => body)).toStrictEqual([
        { case: id, stage: "choose", place: 1, tied: 1, of: 1, value: "450", within: {}, done: false },
      ]);
    }
  });

  it("waits for everyone's score: for a case without one by its name and what it lacks, for an open value by what it asks", () => {
    const early = newLife(changing("choose", () => ({ after: ["collect"] })));
    const id = early.open(MANAGER, at("2024-03-01"), { procedure: "entry", year: 2024, name: "甲" });
    const answers = application("甲");
    early.must(MANAGER, at("2024-03-01"), { kind: "submit", case: id, stage: "collect", answers });
    const condition = { zh: "甲：得分", en: "甲: the score" };
    expect(early.asks(OFFICER, DAY, ranking())).toStrictEqual(
      refused({ code: "condition-pending", params: { condition }, path: CHOOSE }, "pending"),
    );
    const asks = { zh: "按什么排", en: "ranked by what" };
    const open = newLife(rankedBy({ of: { open: { asks, per: "policy" } } }));
    applied(open, "甲", { paper: 450 });
    const path = `${CHOOSE}/yields/rank/of`;
    expect(open.asks(OFFICER, DAY, ranking())).toMatchObject(
      refused({ code: "open-value", params: { asks, by: "authority", per: "policy" }, path }, "pending"),
    );
  });

  it("is of all or of none: a case that was not handed in, or whose turn has not come, holds the others back", () => {
    const life = pointsLife();
    applied(life, "甲", { paper: 450 });
    const draft = life.open(MANAGER, at("2024-03-01"), { procedure: "entry", year: 2024, name: "乙" });
    const allowed = ["submitted", "in-review", "in-publicity", "decided"];
    expect(life.asks(OFFICER, DAY, ranking())).toStrictEqual(
      refused({ code: "wrong-state", params: { state: "draft", allowed }, clauses: [] }),
    );
    const answers = application("乙");
    life.must(MANAGER, at("2024-03-01"), { kind: "submit", case: draft, stage: "collect", answers });
    expect(life.asks(OFFICER, DAY, ranking())).toMatchObject(
      refused({
        code: "stage-not-reached",
        params: {
          stage: { zh: "遴选", en: "choice" },
          awaits: [
            { zh: "材料评审", en: "paper" },
            { zh: "答辩", en: "hearing" },
          ],
        },
      }),
    );
    life.must(MANAGER, at("2024-03-02"), { kind: "withdraw", case: draft, stage: "collect" });
    life.must(OFFICER, DAY, ranking());
  });

  it("keeps to the window of the stage", () => {
    const window = { kind: "between", from: "2024-04-02" };
    const life = newLife(changing("choose", () => ({ window })));
    applied(life, "甲", { paper: 450 });
    expect(life.blocked(OFFICER, DAY, ranking())).toBe("refused: window-not-open");
    const opens = at("2024-04-02", "00:00:00");
    expect(life.must(OFFICER, opens, ranking()).holds).toStrictEqual({
      notBefore: opens,
      notAfter: at("2024-04-03", "00:00:00"),
    });
  });
});

describe("equals", () => {
  const hearing = { key: "hearing", of: { kind: "fact", fact: "stage.hearing.score" } } as const;
  const paper = { key: "paper", of: { kind: "fact", fact: "stage.paper.score" } } as const;
  const never = { key: "never", of: OPEN };
  /** Three who have 700 in all, and one who never came to the hearing. */
  const ranked = (then: NonNullable<RankYield["then"]>) => {
    const life = newLife(rankedBy({ then, cut: 2 }));
    applied(life, "甲", { paper: 700, hearing: 700 });
    applied(life, "乙", { paper: 600, hearing: 850, rival: true });
    applied(life, "丙", { paper: 800, hearing: 550 });
    applied(life, "丁", { paper: 450, rival: true });
    const { events } = life.must(OFFICER, DAY, ranking());
    return events.map(({ root, body }) => [
      life.ledger().centers.find(({ id }) => id === root.id)?.name,
      ...("place" in body ? [body.place, body.tied, body.of, body.value, body.chosen] : []),
    ]);
  };

  it.each([
    ["by the hearing", [hearing], ["乙", "甲", "丙"]],
    ["by the paper", [paper], ["丙", "甲", "乙"]],
    ["by the first that tells them apart", [{ key: "all", of: 1 }, hearing, paper], ["乙", "甲", "丙"]],
    ["without a word of what comes after it", [paper, never], ["丙", "甲", "乙"]],
  ])("are ranked %s, and who shares a place with nobody is asked for nothing", (_by, then, order) => {
    expect(ranked(then)).toStrictEqual([
      [order[0], 1, 1, 4, "700", true],
      [order[1], 2, 1, 4, "700", true],
      [order[2], 3, 1, 4, "700", false],
      ["丁", 4, 1, 4, "450", false],
    ]);
  });

  it("in everything are left to the authority", () => {
    const life = newLife(rankedBy({ then: [paper], cut: 1 }));
    const [, second = ""] = ["甲", "乙"].map((name) => applied(life, name, { paper: 450 }));
    const chosen = (prefer: string[]) =>
      life
        .must(OFFICER, DAY, ranking("choose", prefer))
        .events.map(({ body }) => "place" in body && [body.place, body.tied, body.chosen]);
    expect(chosen([])).toStrictEqual([
      [1, 2, undefined],
      [1, 2, undefined],
    ]);
    expect(chosen([second])).toStrictEqual([
      [1, 2, false],
      [1, 2, true],
    ]);
  });

  it("wait for what would tell them apart: for a figure by what it is, for an open one by what it asks", () => {
    const asked = (of: Measure) => {
      const life = newLife(rankedBy({ then: [{ key: "more", of }, never] }));
      for (const name of ["甲", "乙"]) applied(life, name, { paper: 450 });
      applied(life, "丙", { paper: 400 });
      return life.asks(OFFICER, DAY, ranking());
    };
    const lacks = (name: string) => ({
      code: "condition-pending",
      params: { condition: { zh: `${name}：“答辩”得分`, en: `${name}: the score of “hearing”` } },
      clauses: RULE,
      path: CHOOSE,
    });
    expect(asked(hearing.of)).toStrictEqual({ kind: "pending", violations: [lacks("甲"), lacks("乙")] });
    const path = `${CHOOSE}/yields/rank/then/more/of`;
    const open = { code: "open-value", params: { ...OPEN.open, by: "authority" }, path };
    expect(asked(OPEN)).toMatchObject({ kind: "pending", violations: [open, open] });
  });
});

describe("ranking by a panel", () => {
  it("follows its conclusion, and needs no decision any more", () => {
    const life = newLife(rankedByPanel("paper"));
    applied(life, "甲", { paper: 450 });
    const { events } = life.must(OFFICER, DAY, ranking("paper"));
    expect(events[0]?.body).toMatchObject({ stage: "paper", place: 1, value: "450", done: true });
    const late = life.open(MANAGER, at("2024-03-02"), { procedure: "entry", year: 2024, name: "乙" });
    const answers = application("乙");
    life.must(MANAGER, at("2024-03-02"), { kind: "submit", case: late, stage: "collect", answers });
    const stage = { zh: "材料评审", en: "paper" };
    expect(life.asks(OFFICER, DAY, ranking("paper"))).toStrictEqual(
      refused({ code: "stage-not-reached", params: { stage, awaits: [stage] }, clauses: [] }),
    );
  });

  it("leaves out who did not take part", () => {
    const life = newLife(rankedByPanel("panel"));
    bases(life, [800, 700]);
    const [id] = round(life, 2027, [850, undefined]);
    const { events } = life.must(OFFICER, at("2027-06-20"), {
      kind: "rank",
      procedure: "round",
      stage: "panel",
      year: 2027,
    });
    const places = events.filter(({ kind }) => kind === "ranked");
    expect(places.map(({ body }) => body)).toMatchObject([{ case: id, place: 1, of: 1, value: "850" }]);
  });
});

describe("who ranks, and where", () => {
  it("is the officer, at stages that rank, in a year that has cases", () => {
    const life = pointsLife();
    applied(life, "甲", { paper: 450 });
    expect(life.asks(LEADER, DAY, ranking())).toStrictEqual(
      refused({ code: "not-your-role", params: { act: GRADE, roles: ["officer"] }, clauses: [] }),
    );
    const nothing = refused({ code: "nothing-to-act-on", params: { what: GRADE }, clauses: [] });
    for (const more of [{ stage: "paper" }, { stage: "nowhere" }, { year: 2025 }, { procedure: "round" }]) {
      expect(life.asks(OFFICER, DAY, { ...ranking(), ...more })).toStrictEqual(nothing);
    }
  });

  it("is offered at a case of the year", () => {
    const life = pointsLife();
    const id = applied(life, "甲", { paper: 450 });
    const offered = (place: Parameters<typeof abilitiesFor>[2]["place"]) =>
      abilitiesFor(life.ledger().policies, factsFor(life.ledger(), OFFICER, id), {
        env: life.env(OFFICER, DAY),
        place,
      }).filter(({ act }) => act === "rank");
    expect(offered({ kind: "case", case: id })).toStrictEqual([
      { act: "rank", case: id, stage: "choose", verdict: { kind: "allowed" } },
    ]);
    expect(offered({ kind: "tenant" })).toStrictEqual([]);
  });
});
