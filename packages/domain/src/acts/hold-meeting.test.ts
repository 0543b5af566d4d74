import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { at, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { apply } from "../testing/steps.ts";
import { withStage } from "../testing/changed-policy.ts";

const policy = Policy.parse(pack);
const NOW = at("2022-10-24");
const SEMINAR = "procedures/entry/stages/seminar";
const STAGE = "seminar";
const MINUTES = {
  meeting: { on: "2022-10-24", participants: [{ name: "甲医院" }] },
  topics: { record: [{ topic: "goals", minutes: "定了目标" }] },
};

/** Two applications of the year lie with the authority. */
function handedIn(under = policy) {
  const life = newLife(under);
  const cases = [apply(life, "骨科中心"), apply(life, "口腔中心")];
  const meeting = { kind: "hold-meeting", procedure: "entry", stage: "seminar", year: 2022, cases } as const;
  return { life, cases, meeting: { ...meeting, answers: minutesOf(life) } };
}
const minutesOf = (life: ReturnType<typeof newLife>) => ({
  ...life.answers("seminar"),
  meeting: MINUTES.meeting,
});

describe("a meeting over several cases", () => {
  it("is kept once with the tenant, and each case says that it was met", () => {
    const { life, cases, meeting } = handedIn();
    const { events, holds } = life.must(OFFICER, NOW, meeting);
    const id = life.ledger().tenant.meetings[0]?.meeting;
    const met = (kase: string) => ({
      root: { kind: "center", id: life.centerOf(kase).id },
      kind: "met",
      body: { case: kase, stage: "seminar", meeting: id, done: true },
      onDay: "2022-10-24",
      consulted: [SEMINAR],
    });
    expect(events).toEqual([
      {
        root: { kind: "tenant", id: "tenant-root" },
        kind: "meeting-held",
        body: {
          meeting: id,
          procedure: "entry",
          stage: "seminar",
          year: 2022,
          form: "seminar",
          answers: meeting.answers,
          cases,
        },
        onDay: "2022-10-24",
        consulted: [SEMINAR],
      },
      ...cases.map(met),
    ]);
    expect(holds).toEqual({ notAfter: at("2022-10-25", "00:00:00") });
  });

  it("has minutes that are as the form asks", () => {
    const { life, meeting } = handedIn();
    const { on: _on, ...dayless } = MINUTES.meeting;
    const answers = { ...meeting.answers, meeting: dayless };
    expect(life.asks(OFFICER, NOW, { ...meeting, answers })).toMatchObject({
      kind: "refused",
      violations: [{ code: "field-missing", field: "meeting/on" }],
    });
  });

  it("needs no minutes where the stage has no form", () => {
    const { life, meeting } = handedIn(withStage(policy, STAGE, { form: undefined }));
    const [minutes] = life.must(OFFICER, NOW, { ...meeting, answers: {} }).events;
    expect(minutes?.body).toMatchObject({ form: "", answers: {} });
  });

  it("gives the standing that its stage gives", () => {
    const { life, cases, meeting } = handedIn(withStage(policy, STAGE, { gives: "cultivating" }));
    life.must(OFFICER, NOW, meeting);
    expect(cases.map((id) => life.centerOf(id).standing)).toEqual(["cultivating", "cultivating"]);
  });

  it("is held by the officer, once", () => {
    const { life, meeting } = handedIn();
    expect(life.blocked(MANAGER, NOW, meeting)).toBe("refused: not-your-role, not-your-role");
    expect(life.blocked(LEADER, NOW, meeting)).toBe("refused: not-your-role, not-your-role");
    life.must(OFFICER, NOW, meeting);
    expect(life.blocked(OFFICER, NOW, meeting)).toBe("refused: stage-done, stage-done");
  });

  it("is about cases, at a stage that is a meeting", () => {
    const { life, meeting } = handedIn();
    const [first = ""] = meeting.cases;
    expect(life.blocked(OFFICER, NOW, { ...meeting, cases: [] })).toBe("refused: nothing-to-act-on");
    expect(life.blocked(OFFICER, NOW, { ...meeting, cases: [first, "nowhere"] })).toBe(
      "refused: nothing-to-act-on",
    );
    expect(life.blocked(OFFICER, NOW, { ...meeting, cases: [first], stage: "decide" })).toBe(
      "refused: nothing-to-act-on",
    );
  });

  it("asks the conditions that its stage requires, once it is its turn", () => {
    const { life, cases, meeting } = handedIn(withStage(policy, STAGE, { requires: ["ready"] }));
    expect(life.blocked(OFFICER, NOW, meeting)).toBe("pending: condition-pending, condition-pending");
    const draft = life.open(MANAGER, NOW, { procedure: "entry", year: 2022, name: "眼科中心" });
    expect(life.blocked(OFFICER, NOW, { ...meeting, cases: [draft] })).toBe("refused: wrong-state");
    expect(cases).toHaveLength(2);
  });
});
