import type { Cap, Condition, Name, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { Facts } from "../contract/facts.ts";
import { factsFor } from "../testing/ledger.ts";
import { at, LEADER, MANAGER, newLife, OFFICER, type Life } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { BESIDE, checked, decide, HOLIDAYS, notice, plan, withStage } from "../testing/odd-steps.ts";
import { claim, lifeWithRegisters, verified } from "../testing/registers.ts";
import { decide as decideAct } from "./decide.ts";

const because = ["all"];
const cap = (key: string, per: string[]): Cap => ({
  key,
  because,
  for: ["lab"],
  counts: "designations",
  per,
  most: 1,
});
const ESTABLISHED: Condition = {
  kind: "compare",
  of: { kind: "fact", fact: "it.standing" },
  is: "equal",
  than: "established",
};
const ALONE: Name = {
  key: "alone",
  because,
  for: ["lab"],
  parts: [{ key: "own", fact: "application.name" }],
  unique: ["center.name"],
};
const DAY = at("2026-04-15");

/** A case that is about to be decided under a policy. */
function undecided(policy: Policy): { life: Life; id: string } {
  const life = newLife(policy, HOLIDAYS);
  const id = checked(life);
  life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
  return { life, id };
}
const deciding = ({ life, id }: { life: Life; id: string }, more: Partial<Facts> = {}) =>
  decideAct(
    life.ledger().policies,
    { ...factsFor(life.ledger(), LEADER), ...more },
    { action: decide(id), env: life.env(LEADER, DAY) },
  );

describe("what there is only so much of", () => {
  it("is taken with the version that was seen, each scope once and in order, so that a second one counts anew", () => {
    const designating = withStage("decide", { gives: "building" });
    const found = undecided({ ...designating, caps: [cap("b", ["it.host"]), cap("a", [])] });
    const scopes = ["designations:a:", "designations:b:125001024500000017"];
    const seats = (seen: number) => scopes.map((scope) => ({ scope, seen }));
    expect(deciding(found)).toMatchObject({ kind: "decided", holds: { seats: seats(0) } });
    const seen = Object.fromEntries(scopes.map((scope) => [scope, 7]));
    expect(deciding(found, { seats: seen })).toMatchObject({ holds: { seats: seats(7) } });
  });

  it("is nothing where the policy limits nothing", () => {
    const decision = deciding(undecided(ODD_POLICY));
    expect(decision).toMatchObject({ kind: "decided" });
    expect(decision).not.toHaveProperty("holds.seats");
  });

  it("are names too: who takes one must have seen all that take the same", () => {
    const life = newLife({ ...ODD_POLICY, names: [ALONE] }, HOLIDAYS);
    const opening = { procedure: "entry", year: 2026, ...BESIDE };
    const id = life.open(MANAGER, at("2026-03-20"), opening);
    const submit = { kind: "submit", case: id, stage: "online", answers: plan(false) } as const;
    const { holds } = life.must(MANAGER, at("2026-03-21"), submit);
    expect(holds.seats?.map(({ seen }) => seen)).toStrictEqual([0]);
  });

  it("are entries that a dossier claims, each by what makes it the same as another", () => {
    const life = lifeWithRegisters();
    const action = claim(life, verified(life), 1);
    const { holds } = life.must(MANAGER, at("2022-10-21"), action);
    expect(holds.seats).toStrictEqual([{ scope: "claims:achievements|a1", seen: 0 }]);
  });

  it("are also seats that time has taken on the way", () => {
    const life = newLife({ ...ODD_POLICY, caps: [{ ...cap("a", []), where: ESTABLISHED }] }, HOLIDAYS);
    const id = checked(life);
    life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
    life.must(LEADER, DAY, decide(id));
    // the trial ended in October, and with its end the center was established
    const root = life.centerOf(id).id;
    const { holds } = life.must(OFFICER, at("2026-11-01"), { kind: "sweep", root });
    expect(holds.seats).toStrictEqual([{ scope: "designations:a:", seen: 0 }]);
  });
});
