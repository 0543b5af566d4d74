import { assert, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import type { Action } from "../contract/actions.ts";
import type { Env } from "../contract/decision.ts";
import type { RootFacts } from "../contract/facts.ts";
import { evolve, replay } from "../history/evolve.ts";
import { changedRows } from "../projection/changed-rows.ts";
import { project } from "../projection/project.ts";
import { plusDays } from "../time/days.ts";
import type { Ledger } from "./ledger.ts";
import { at, EXPERTS, LEADER, MANAGER, newLife, OFFICER, RIVAL_MANAGER } from "./life.ts";
import type { Life } from "./life.ts";
import { accept, apply, assess, assessOneself, assignAll, decideOn, designate } from "./steps.ts";
import { ODD_POLICY } from "./odd-policy.ts";
import { abilitiesAt, attemptOf, dayAfter, placeOfAction, tries } from "./random-acts.ts";
import type { Try } from "./random-acts.ts";

const policy = Policy.parse(pack);
const RUNS = { numRuns: 40 };

/** What is open in the pack and would stop every life early. */
function settled(): Life {
  const life = newLife(policy);
  const now = at("2022-10-19");
  const reviews = policy.procedures.flatMap((procedure) =>
    procedure.stages
      .filter((stage) => stage.does === "review" && stage.panel !== undefined)
      .map((stage) => `procedures/${procedure.key}/stages/${stage.key}/panel/size`),
  );
  for (const path of reviews) {
    for (const year of [2022, 2023, 2024, 2025, 2026]) {
      life.must(LEADER, now, { kind: "settle", path, value: EXPERTS.length, as: "", on: "2022-10-19", year });
    }
  }
  return life;
}

/** Where a random life begins: with nothing, or in the middle of something. Days count from 2022-10-19. */
const BEGINNINGS: readonly ((life: Life) => number)[] = [
  () => 0,
  (life) => {
    apply(life, "骨科中心");
    apply(life, "口腔中心");
    return 5;
  },
  (life) => {
    assignAll(life, apply(life, "骨科中心"), "2022-10-25");
    return 7;
  },
  (life) => {
    const id = apply(life, "骨科中心");
    life.must(OFFICER, at("2022-10-27"), { kind: "conclude", case: id, stage: assess(life, id) });
    return 14;
  },
  (life) => {
    designate(life, ["骨科中心", "口腔中心"]);
    return 30;
  },
  (life) => {
    const [entry = ""] = designate(life, ["骨科中心"]);
    assignAll(life, assessOneself(life, entry), "2025-11-12");
    return 1120;
  },
  (life) => {
    const [entry = ""] = designate(life, ["骨科中心"]);
    const id = accept(life, entry, 60);
    decideOn(life, id, { day: "2025-11-13" });
    return 1125;
  },
];

function begin(n: number): { life: Life; days: number } {
  const life = settled();
  return { life, days: BEGINNINGS[n]?.(life) ?? 0 };
}

/** Every root that has begun. */
const roots = ({ tenant, centers, institutions }: Ledger): RootFacts[] =>
  [tenant, ...centers, ...institutions].filter((one) => one.seq > 0);

/** The verdict that a screen shows for an action, `absent` where it shows nothing. */
function shown(life: Life, env: Env, action: Action): string | undefined {
  const place = placeOfAction(action);
  if (place === undefined) return undefined;
  const about = "institution" in action ? action.institution : "case" in action ? action.case : undefined;
  const same = abilitiesAt(life, env, { place, about }).filter(
    (ability) =>
      ability.act === action.kind &&
      (!("path" in action) || ability.path === undefined || ability.path === action.path) &&
      (!("stage" in action) || ability.stage === undefined || ability.stage === action.stage) &&
      (!("procedure" in action) || ability.procedure === undefined || ability.procedure === action.procedure),
  );
  return same[0]?.verdict.kind ?? "absent";
}

/** Tries one thing after the other; `first` is the day from which days are counted. */
function tryAll(life: Life, attempts: readonly Try[], from: { days: number; first?: string }): Set<string> {
  const decided = new Set<string>();
  let { days } = from;
  for (const one of attempts) {
    days += one.days;
    const now = dayAfter(days, from.first);
    const before = life.ledger();
    const { hat, action } = attemptOf(life, one, now);
    const env = life.env(hat, now);
    const button = shown(life, env, action);
    const decision = life.asks(env.hat, env.now, action);
    const done = decision.kind === "decided";
    if (done) decided.add(action.kind);
    expect([action.kind, done, button]).not.toEqual([action.kind, true, "refused"]);
    expect([action.kind, done, button]).not.toEqual([action.kind, true, "pending"]);
    expect([action.kind, done, button]).not.toEqual([action.kind, true, "absent"]);
    expect(life.ledger() === before).toBe(!done);
    expect(done || decision.violations.length > 0).toBe(true);
  }
  return decided;
}

/** Every root is what its events say, and so are its rows. */
function expectHistory(life: Life): void {
  const { events, policies } = life.ledger();
  for (const root of roots(life.ledger())) {
    const own = events.filter((event) => event.root.id === root.id);
    expect(own.map((event) => event.seq)).toEqual(own.map((_event, index) => index + 1));
    const again = replay(own);
    expect(again).toEqual(root);
    // kept as JSON, and read back the same
    expect(JSON.parse(JSON.stringify(root))).toStrictEqual(root);
    expect(JSON.parse(JSON.stringify(project(policies, root)))).toStrictEqual(project(policies, root));
    const rows = project(policies, root);
    expect(again === undefined ? undefined : project(policies, again)).toEqual(rows);
    const before = replay(own.slice(0, -1));
    const last = own.at(-1);
    const { put } = changedRows(before === undefined ? undefined : project(policies, before), rows);
    expect(last === undefined ? undefined : evolve(before, last)).toEqual(root);
    expect(changedRows(rows, rows)).toEqual({ put: {}, take: {} });
    const stored = new Set<object>(Object.values(rows).flat());
    expect(
      Object.values(put)
        .flat()
        .every((row) => stored.has(row)),
    ).toBe(true);
  }
}

/** What stands on a day, read from the kept stretches, is what the events up to that day come to. */
function expectEveryDay(life: Life): number {
  const { events, policies, centers } = life.ledger();
  let asked = 0;
  for (const center of centers.filter(({ seq }) => seq > 0)) {
    const own = events.filter((event) => event.root.id === center.id);
    const spans = project(policies, center).center_span;
    const days = new Set(own.flatMap(({ onDay }) => [-1, 0, 1].map((more) => plusDays(onDay, more))));
    for (const day of days) {
      const then = replay(own.filter(({ onDay }) => onDay <= day));
      const held = spans.filter(
        (span) => span.from_day <= day && (span.to_day === null || day < span.to_day),
      );
      const standing = then?.kind === "center" ? then.standing : undefined;
      expect([day, held.map((span) => span.standing)]).toEqual([
        day,
        standing === undefined ? [] : [standing],
      ]);
      asked += 1;
    }
  }
  return asked;
}

describe("whatever people try", () => {
  it("never throws, leaves no trace of what is refused, and shows on the button what is decided", () => {
    const decided = new Set<string>();
    assert(
      property(tries, nat(BEGINNINGS.length - 1), (attempts, beginning) => {
        const { life, days } = begin(beginning);
        for (const kind of tryAll(life, attempts, { days })) decided.add(kind);
      }),
      RUNS,
    );
    // the tries reach far into lives, so that what is said above is said of many acts
    expect(decided.size).toBeGreaterThan(15);
  }, 60_000);

  it("is read as of any day: the stretches of a standing say what the events up to the day come to", () => {
    let asked = 0;
    assert(
      property(tries, nat(BEGINNINGS.length - 1), (attempts, beginning) => {
        const { life, days: first } = begin(beginning);
        let days = first;
        for (const one of attempts) {
          days += one.days;
          const { hat, action } = attemptOf(life, one, dayAfter(days));
          life.asks(hat, dayAfter(days), action);
        }
        asked += expectEveryDay(life);
      }),
      RUNS,
    );
    expect(asked).toBeGreaterThan(500);
  }, 60_000);

  it("is its history: a replay finds the facts and the rows, and changes lead from rows to rows", () => {
    assert(
      property(tries, nat(BEGINNINGS.length - 1), (attempts, beginning) => {
        const { life, days: first } = begin(beginning);
        let days = first;
        for (const one of attempts) {
          days += one.days;
          const { hat, action } = attemptOf(life, one, dayAfter(days));
          life.asks(hat, dayAfter(days), action);
        }
        expectHistory(life);
      }),
      RUNS,
    );
  }, 60_000);

  it("holds as well under a policy with every kind of stage", () => {
    const decided = new Set<string>();
    assert(
      property(tries, nat(2), (attempts, beginning) => {
        const life = newLife(ODD_POLICY, { 2026: { off: [], work: [] } });
        const days = beginOdd(life, beginning);
        for (const kind of tryAll(life, attempts, { days, first: "2026-03-23" })) decided.add(kind);
        expectHistory(life);
      }),
      RUNS,
    );
    expect([...decided]).toEqual(expect.arrayContaining(["recommend-case", "object", "open-case", "waive"]));
  }, 60_000);
});

/** The first of two applications is handed in, before the public, or decided. */
function beginOdd(life: Life, beginning: number): number {
  const id = handInBoth(life);
  if (beginning === 0) return 0;
  const now = at("2026-03-23");
  const opinion = "同意";
  life.must(RIVAL_MANAGER, now, {
    kind: "recommend-case",
    case: id,
    stage: "sponsor",
    recommends: true,
    opinion,
  });
  life.must(OFFICER, now, { kind: "check", case: id, stage: "look", opinion });
  life.must(OFFICER, now, { kind: "publicize", case: id, stage: "notice", from: "2026-03-23", where: "" });
  if (beginning === 1) return 1;
  life.must(LEADER, at("2026-04-01"), {
    kind: "decide",
    case: id,
    stage: "decide",
    outcome: "approve",
    opinion,
  });
  return 9;
}

/** One application alone, one with a partner and too few beds. */
function handInBoth(life: Life): string {
  const ids: string[] = [];
  const now = at("2026-03-20");
  for (const [joint, beds] of [
    [false, "600"],
    [true, "120"],
  ] as const) {
    const id = life.open(MANAGER, now, { procedure: "entry", year: 2026, channel: 12 });
    ids.push(id);
    const handing = { kind: "submit", case: id, answers: { main: { name: "实验室", joint, beds } } } as const;
    life.must(MANAGER, now, { ...handing, stage: "online" });
    life.must(MANAGER, now, { ...handing, stage: "paper" });
  }
  return ids[0] ?? "";
}
