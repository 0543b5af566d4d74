import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { withStage } from "../testing/changed-policy.ts";
import { at, MANAGER, newLife, OFFICER, RIVAL_MANAGER } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { consent, handIn, HOLIDAYS } from "../testing/odd-steps.ts";

const DAY = "2026-04-03";
const PARTNER = "procedures/entry/stages/partner";
const ending = (id: string) =>
  ({ kind: "end-consent", case: id, stage: "partner", words: "不再合作" }) as const;

/** An application with a partner, which is about to speak. */
function asked(policy: Policy = ODD_POLICY, beds = "600") {
  const life = newLife(policy, HOLIDAYS);
  const id = handIn(life, { joint: true, beds });
  const told = (kind: string, body: object, on = DAY) => ({
    root: { kind: "center", id: life.centerOf(id).id },
    kind,
    onDay: on,
    body: { case: id, stage: "partner", ...body },
    consulted: [PARTNER],
  });
  return { life, id, told };
}

describe("a consent", () => {
  it("is the party's own word, and lets the case go on", () => {
    const { life, id, told } = asked();
    const { events, holds } = life.must(RIVAL_MANAGER, at(DAY), consent(id));
    expect(events).toEqual([told("consented", { given: true, words: "同意合作" })]);
    expect(holds).toEqual({ notAfter: at("2026-04-04", "00:00:00") });
    expect(life.caseAt(id).stages["partner"]?.doneOn).toBe(DAY);
  });
  it("is nobody else's to record, and only where a consent is asked for", () => {
    const { life, id } = asked();
    expect(life.blocked(MANAGER, at(DAY), consent(id))).toBe("refused: not-your-case");
    expect(life.blocked(OFFICER, at(DAY), consent(id))).toBe("refused: not-your-role");
    expect(life.blocked(RIVAL_MANAGER, at(DAY), { ...consent(id), stage: "sponsor" })).toBe(
      "refused: nothing-to-act-on",
    );
    expect(life.blocked(RIVAL_MANAGER, at(DAY), { ...ending(id), stage: "sponsor" })).toBe(
      "refused: nothing-to-act-on",
    );
  });
  it("is given once", () => {
    const { life, id } = asked();
    life.must(RIVAL_MANAGER, at(DAY), consent(id));
    expect(life.blocked(RIVAL_MANAGER, at(DAY), consent(id))).toBe("refused: stage-done");
  });
  it("that asks for conditions is given only where these hold, and refused without them", () => {
    const strict = withStage(ODD_POLICY, "partner", { requires: ["beds"] });
    const few = asked(strict, "120");
    expect(few.life.blocked(RIVAL_MANAGER, at(DAY), consent(few.id))).toBe("refused: condition-false");
    few.life.must(RIVAL_MANAGER, at(DAY), consent(few.id, false));
    const enough = asked(strict);
    enough.life.must(RIVAL_MANAGER, at(DAY), consent(enough.id));
  });
  it("gives what its stage gives, and closes the case where it comes last", () => {
    const procedures = ODD_POLICY.procedures.map((one) => ({
      ...one,
      stages: one.stages.filter(
        ({ key }) => one.key !== "entry" || ["online", "paper", "partner"].includes(key),
      ),
    }));
    const last = withStage({ ...ODD_POLICY, procedures }, "partner", { gives: "cultivating" });
    const { life, id } = asked(last);
    const { events } = life.must(RIVAL_MANAGER, at(DAY), consent(id));
    expect(events.map(({ kind }) => kind)).toEqual(["consented", "standing-changed", "closed"]);
  });
});

describe("a consent that is refused", () => {
  it("ends the application", () => {
    const { life, id, told } = asked();
    const { events } = life.must(RIVAL_MANAGER, at(DAY), consent(id, false));
    const root = { kind: "center", id: life.centerOf(id).id };
    expect(events).toEqual([
      told("consented", { given: false, words: "同意合作" }),
      {
        root,
        kind: "standing-changed",
        onDay: DAY,
        body: { case: id, from: "applying", to: "declined", on: DAY, cause: PARTNER },
        consulted: [],
      },
      { root, kind: "closed", onDay: DAY, body: { case: id, why: "consent-refused" }, consulted: [] },
    ]);
  });
  it("ends nothing by itself where the policy reads the answer and says what follows", () => {
    const reads = { kind: "fact", fact: "stage.partner.verdict" } as const;
    const policy = withStage(ODD_POLICY, "look", {
      when: { kind: "compare", of: reads, is: "equal", than: true },
    });
    const { life, id, told } = asked(policy);
    const { events } = life.must(RIVAL_MANAGER, at(DAY), consent(id, false));
    expect(events).toEqual([told("consented", { given: false, words: "同意合作" })]);
    expect(life.caseAt(id).state).not.toBe("closed");
  });
  it("is not read by a policy that reads another stage's answer", () => {
    const reads = { kind: "fact", fact: "stage.sponsor.verdict" } as const;
    const policy = withStage(ODD_POLICY, "look", {
      when: { kind: "compare", of: reads, is: "equal", than: true },
    });
    const { life, id } = asked(policy);
    life.must(RIVAL_MANAGER, at(DAY), consent(id, false));
    expect(life.caseAt(id).state).toBe("closed");
  });
});

describe("the end of a consent", () => {
  const nothing = {
    kind: "refused",
    violations: [
      {
        code: "nothing-to-act-on",
        params: { what: { zh: "合作方同意", en: "partner" } },
        clauses: [],
      },
    ],
  };
  it("is told by the party, of a consent that stands, and once", () => {
    const { life, id, told } = asked();
    expect(life.asks(RIVAL_MANAGER, at(DAY), ending(id))).toEqual(nothing);
    life.must(RIVAL_MANAGER, at(DAY), consent(id));
    expect(life.blocked(MANAGER, at(DAY), ending(id))).toBe("refused: not-your-case");
    expect(life.must(RIVAL_MANAGER, at("2026-04-08"), ending(id)).events).toEqual([
      told("consent-ended", { words: "不再合作" }, "2026-04-08"),
    ]);
    expect(life.asks(RIVAL_MANAGER, at("2026-04-09"), ending(id))).toEqual(nothing);
  });
  it("is not told of a consent that was refused", () => {
    const { life, id } = asked();
    life.must(RIVAL_MANAGER, at(DAY), consent(id, false));
    expect(life.asks(RIVAL_MANAGER, at(DAY), ending(id))).toEqual(nothing);
  });
});
