import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import { at } from "../testing/life.ts";
import { handedUp, recommendationKey } from "./handed-up.ts";
import {
  applied,
  caseOf,
  HOST,
  lab,
  OTHER_HOST,
  policiesOf,
  SMALL_POLICY,
  submission,
} from "../testing/small-network.ts";

const handed = (center: CenterFacts, of?: CaseFacts) => handedUp(policiesOf(SMALL_POLICY), center, of);
const KNOWN = {
  center: "a",
  name: "实验室 a",
  type: "lab",
  typeLabel: "实验室",
  tier: "municipal",
  host: HOST.name,
  uscc: HOST.uscc,
  standing: "established",
  standingWord: "已认定",
};
const answered = (name: string) => ({ main: { name, joint: false } });
const DOSSIER = { policyHash: "hash-1", form: "plan", answers: answered("甲"), on: "2026-03-10" };

describe("a center that is handed up", () => {
  it("is told in its tenant's words, with who leads it", () => {
    expect(handed(lab("a"))).toStrictEqual(KNOWN);
    const lead = { key: "l", role: "lead", name: "乙医院", host: OTHER_HOST, from: "2026-01-01" } as const;
    expect(handed(lab("a", { links: [lead] }))).toStrictEqual({
      ...KNOWN,
      host: OTHER_HOST.name,
      uscc: OTHER_HOST.uscc,
    });
    const { standing: _standing, ...begun } = lab("a");
    const { standing: _own, standingWord: _word, ...without } = KNOWN;
    expect(handed(begun)).toStrictEqual(without);
  });

  it("is numbered by how often it was recommended on a way", () =>
    expect(recommendationKey("up", 2)).toBe("recommendation:up:2"));
});

describe("the dossier that goes with a center", () => {
  const taken = (given: Partial<CaseFacts> = {}) =>
    applied({ submissions: [submission({ answers: answered("甲") })], ...given });
  const dossier = (...cases: CaseFacts[]) => handed(lab("a", { cases })).dossier;

  it.each(["in-review", "in-publicity", "decided", "closed"] as const)(
    "is that of a case that is %s",
    (state) => expect(dossier(taken({ state }))).toStrictEqual(DOSSIER),
  );

  it.each(["draft", "submitted", "returned", "withdrawn"] as const)("is none of a case that is %s", (state) =>
    expect(dossier(taken({ state }))).toBeUndefined(),
  );

  it("is the latest whole one of all cases", () => {
    const later = submission({ at: at("2026-04-01"), answers: answered("乙") });
    const unsigned = submission({ at: at("2026-05-01"), answers: answered("丙"), done: false });
    const second = { ...DOSSIER, answers: answered("乙"), on: "2026-04-01" };
    expect(dossier(taken(), applied({ id: "two", submissions: [later, unsigned] }))).toStrictEqual(second);
    expect(dossier(applied({ id: "two", submissions: [later] }), taken())).toStrictEqual(second);
    expect(dossier(applied({ submissions: [unsigned] }))).toBeUndefined();
  });

  it("is that of the one case with which the center is handed on", () => {
    const later = applied({ id: "two", submissions: [submission({ at: at("2026-04-01") })] });
    const one = taken();
    expect(handed(lab("a", { cases: [one, later] }), one).dossier).toStrictEqual(DOSSIER);
    expect(handed(lab("a", { cases: [one, later] }), caseOf()).dossier).toBeUndefined();
  });

  it("is none where its form is not known", () => {
    const lost = submission({ form: "lost" });
    expect(dossier(applied({ submissions: [lost] }))).toBeUndefined();
    expect(handed(lab("a", { cases: [applied({ submissions: [lost] })] }))).toStrictEqual(KNOWN);
  });
});
