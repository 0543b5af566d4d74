import { assert, boolean, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { abilitiesFor } from "../access/abilities.ts";
import type { Action } from "../contract/actions.ts";
import type { Env } from "../contract/decision.ts";
import type { RootFacts } from "../contract/facts.ts";
import { evolve, replay } from "../history/evolve.ts";
import { changedRows } from "../projection/changed-rows.ts";
import { project } from "../projection/project.ts";
import { factsFor } from "./ledger.ts";
import type { Ledger } from "./ledger.ts";
import { at, EXPERTS, LEADER, newLife } from "./life.ts";
import type { Life } from "./life.ts";
import { designate } from "./steps.ts";
import { actionOf, dayAfter, hatOfTry, placeOfAction, tries } from "./random-acts.ts";

const policy = Policy.parse(pack);
const RUNS = { numRuns: 60 };

/** What is open in the pack and would stop every life early; with `begun` there are centers already. */
function settled(begun: boolean): Life {
  const life = newLife(policy);
  const now = at("2022-10-19");
  for (const procedure of ["entry", "acceptance", "recheck"]) {
    const stage = procedure === "entry" ? "assess" : "review";
    for (const year of [2022, 2023, 2024, 2025, 2026]) {
      const path = `procedures/${procedure}/stages/${stage}/panel/size`;
      life.must(LEADER, now, { kind: "settle", path, value: EXPERTS.length, as: "", on: "2022-10-19", year });
    }
  }
  if (begun) designate(life, ["骨科中心", "口腔中心"]);
  return life;
}

const FIRST = (begun: boolean): number => (begun ? 30 : 0);

const roots = ({ tenant, centers, institutions }: Ledger): RootFacts[] => [
  tenant,
  ...centers,
  ...institutions.filter((one) => one.seq > 0),
];

/** The verdict that a screen shows for an action, `absent` where it shows nothing. */
function shown(life: Life, env: Env, action: Action): string | undefined {
  const place = placeOfAction(action);
  if (place === undefined) return undefined;
  const about = "institution" in action ? action.institution : "case" in action ? action.case : undefined;
  const ledger = life.ledger();
  const abilities = abilitiesFor(ledger.policies, factsFor(ledger, env.hat, about), { env, place });
  const same = abilities.filter(
    (ability) =>
      ability.act === action.kind &&
      (!("stage" in action) || ability.stage === undefined || ability.stage === action.stage) &&
      (!("procedure" in action) || ability.procedure === undefined || ability.procedure === action.procedure),
  );
  return same[0]?.verdict.kind ?? "absent";
}

describe("whatever people try", () => {
  it("never throws, leaves no trace of what is refused, and shows on the button what is decided", () => {
    let decided = 0;
    assert(
      property(tries, boolean(), (attempts, begun) => {
        const life = settled(begun);
        let days = FIRST(begun);
        for (const one of attempts) {
          days += one.days;
          const before = life.ledger();
          const action = actionOf(life, one);
          const env = life.env(hatOfTry(one, action), dayAfter(days));
          const button = shown(life, env, action);
          const decision = life.asks(env.hat, env.now, action);
          const done = decision.kind === "decided";
          decided += done ? 1 : 0;
          expect([action.kind, done, button]).not.toEqual([action.kind, true, "refused"]);
          expect([action.kind, done, button]).not.toEqual([action.kind, true, "pending"]);
          expect([action.kind, done, button]).not.toEqual([action.kind, true, "absent"]);
          expect(life.ledger() === before).toBe(!done);
          expect(done || decision.violations.length > 0).toBe(true);
        }
      }),
      RUNS,
    );
    expect(decided).toBeGreaterThan(100);
  });

  it("is its history: a replay finds the facts and the rows, and changes lead from rows to rows", () => {
    assert(
      property(tries, boolean(), (attempts, begun) => {
        const life = settled(begun);
        let days = FIRST(begun);
        for (const one of attempts) {
          const action = actionOf(life, one);
          life.asks(hatOfTry(one, action), dayAfter((days += one.days)), action);
        }
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
      }),
      RUNS,
    );
  });
});
