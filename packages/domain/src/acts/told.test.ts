import type { Cap, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { Action } from "../contract/actions.ts";
import type { Hat } from "../contract/basics.ts";
import { at, LEADER, MANAGER, newLife, OFFICER, RIVAL_MANAGER, type Life } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import {
  BESIDE,
  decide,
  decided,
  HOLIDAYS,
  look,
  notice,
  offers,
  RULES,
  sponsor,
  withStage,
} from "../testing/odd-steps.ts";

/** So many centers may be built at once. */
const seats = (most: number): Cap => ({
  key: "seats",
  label: { zh: "只有一个", en: "one only" },
  because: ["all"],
  for: ["lab"],
  counts: "designations",
  where: {
    kind: "compare",
    of: { kind: "fact", fact: "it.standing" },
    is: "one-of",
    than: ["building", "established"],
  },
  per: [],
  most,
});
/** The policy in which the letter designates, so long as there is a seat. */
const capped = (most: number): Policy =>
  withStage("letter", { gives: "building" }, { ...ODD_POLICY, caps: [seats(most)] });

const letter = (id: string): Action => ({
  kind: "issue",
  stage: "letter",
  cases: [id],
  document: { kind: "certificate", number: `${id} 号`, title: "证书", on: "2026-04-16" },
});
const TAKEN = {
  code: "seats-taken",
  params: {
    cap: { zh: "只有一个", en: "one only" },
    most: "1",
    taken: 1,
    holders: ["转化实验室"],
  },
  clauses: RULES,
  force: "mandatory",
  path: "caps/seats",
};

/** A center is being built, and a second one has been opened. */
function second(policy: Policy): { life: Life; id: string } {
  const life = newLife(policy, HOLIDAYS);
  life.must(OFFICER, at("2026-04-16"), letter(decided(life)));
  const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...BESIDE });
  return { life, id };
}
/** The second one is handed in and checked, and publicized until 14 April. */
function publicized(policy: Policy): { life: Life; id: string } {
  const { life, id } = second(policy);
  const day = at("2026-03-21");
  const answers = { main: { name: "第二个", joint: false, beds: "600" } };
  life.must(MANAGER, day, { kind: "submit", case: id, stage: "online", answers });
  life.must(MANAGER, day, { kind: "submit", case: id, stage: "paper", answers: {} });
  life.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(id));
  life.must(OFFICER, at("2026-04-07"), look(id));
  life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
  return { life, id };
}
const told = ({ life, id }: { life: Life; id: string }, hat: Hat, day: string) =>
  offers(life, hat, { now: at(day), id }).flatMap(({ act, stage, told: words }) =>
    words === undefined ? [] : [[act, stage, words]],
  );

describe("what is told before the click", () => {
  it("is that there is no seat any more, already to who hands in", () => {
    expect(told(second(capped(1)), MANAGER, "2026-03-20")).toStrictEqual([["submit", "online", [TAKEN]]]);
  });

  it("is so to who proposes, decides and issues, until it stands in the way", () => {
    const { life, id } = publicized(capped(1));
    expect(told({ life, id }, OFFICER, "2026-04-15")).toStrictEqual([["propose", "decide", [TAKEN]]]);
    expect(told({ life, id }, LEADER, "2026-04-15")).toStrictEqual([["decide", "decide", [TAKEN]]]);
    // a decision that designates nobody yet is free
    life.must(LEADER, at("2026-04-15"), decide(id));
    expect(told({ life, id }, OFFICER, "2026-04-15")).toStrictEqual([["issue", "letter", [TAKEN]]]);
    expect(life.asks(OFFICER, at("2026-04-16"), letter(id))).toStrictEqual({
      kind: "refused",
      violations: [TAKEN],
    });
  });

  it("is nothing while there is a seat", () => {
    expect(told(second(capped(2)), MANAGER, "2026-03-20")).toStrictEqual([]);
    expect(told(publicized(capped(2)), LEADER, "2026-04-15")).toStrictEqual([]);
  });

  it("is nothing to acts that do not lead to a designation", () => {
    const { life, id } = second(capped(1));
    const center = life.centerOf(id).id;
    expect(told({ life, id }, OFFICER, "2026-03-20")).toStrictEqual([]);
    const change = life.open(MANAGER, at("2026-05-06"), { procedure: "amend", year: 2026, center });
    expect(told({ life, id: change }, MANAGER, "2026-05-06")).toStrictEqual([]);
  });

  it("counts the seat of the center itself once", () => {
    const life = newLife(capped(1), HOLIDAYS);
    const id = decided(life);
    expect(told({ life, id }, OFFICER, "2026-04-15")).toStrictEqual([]);
    life.must(OFFICER, at("2026-04-16"), letter(id));
  });

  it("is nothing where no stage gives a standing", () => {
    const silent = ["online", "decide", "trial", "letter"].reduce<Policy>(
      (policy, key) => withStage(key, { gives: undefined }, policy),
      { ...ODD_POLICY, caps: [{ ...seats(0), where: { kind: "all", of: [] } }] },
    );
    const life = newLife(silent, HOLIDAYS);
    const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...BESIDE });
    expect(told({ life, id }, MANAGER, "2026-03-20")).toStrictEqual([]);
  });
});
