import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { withCase } from "../testing/changed-facts.ts";
import { withStage } from "../testing/changed-policy.ts";
import { at, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import type { Life } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { checked, decide, decided, HOLIDAYS, notice } from "../testing/odd-steps.ts";
import { applied, bases, pointsLife, rankAll, round } from "../testing/points/points-life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";
import { decideCase } from "./decide-case.ts";

const DAY = "2026-04-15";
const DECIDE = "procedures/entry/stages/decide";

/** An application whose publicity is over, so that the leader is to decide. */
function publicized(policy: Policy = ODD_POLICY) {
  const life = newLife(policy, HOLIDAYS);
  const id = checked(life);
  life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
  return { life, id };
}

const ofAct = (life: Life, action: Parameters<Life["must"]>[2], day = DAY) => {
  const { events, holds } = life.must(LEADER, at(day), action);
  return { holds, events: events.filter(({ byTime }) => byTime !== true) };
};

describe("a yes", () => {
  it("is told with what it gives and rests on, and holds for its day", () => {
    const { life, id } = publicized(withStage(ODD_POLICY, "decide", { requires: ["beds"] }));
    const root = { kind: "center", id: life.centerOf(id).id };
    const { events, holds } = ofAct(life, decide(id));
    expect(events).toEqual([
      {
        root,
        kind: "decided",
        onDay: DAY,
        body: { case: id, stage: "decide", outcome: "approved", opinion: "同意" },
        consulted: [DECIDE, "conditions/beds"],
      },
      {
        root,
        kind: "standing-changed",
        onDay: DAY,
        body: { case: id, from: "applying", to: "cultivating", on: DAY, cause: DECIDE },
        consulted: [`${DECIDE}/gives`],
      },
    ]);
    expect(events[0]?.body).not.toHaveProperty("answers");
    expect(holds).toEqual({ notAfter: at("2026-04-16", "00:00:00") });
  });
  it("is the leader's, at a stage that decides, in its turn", () => {
    const { life, id } = publicized();
    expect(life.blocked(OFFICER, at(DAY), decide(id))).toBe("refused: not-your-role");
    expect(life.blocked(LEADER, at(DAY), { ...decide(id), stage: "look" })).toBe(
      "refused: nothing-to-act-on",
    );
    expect(life.blocked(LEADER, at("2026-04-14"), decide(id))).toBe("refused: stage-not-reached");
  });
  it("waits for the length of a term that is left open, which a no does not", () => {
    const open = { asks: { zh: "多久", en: "how long" }, per: "policy", by: { role: "authority" } } as const;
    const types = ODD_POLICY.types.map((type) => (type.key === "lab" ? { ...type, term: { open } } : type));
    const stages = withStage({ ...ODD_POLICY, types }, "decide", { gives: "building" });
    const procedures = stages.procedures.map((one) => ({
      ...one,
      stages: one.stages.filter(({ does }) => does !== "run"),
    }));
    const { life, id } = publicized({ ...stages, procedures });
    expect(life.blocked(LEADER, at(DAY), decide(id))).toBe("pending: open-value");
    life.must(LEADER, at(DAY), decide(id, "decline"));
  });
  it("may say more where its stage has a form, and must in a change", () => {
    const said = { main: { name: "新名", director: { name: "李主任" } } };
    const withForm = withStage(ODD_POLICY, "decide", { form: "amendment" });
    const silent = publicized(withForm);
    expect(ofAct(silent.life, decide(silent.id)).events[0]?.body).not.toHaveProperty("answers");
    const wrong = publicized(withForm);
    expect(wrong.life.blocked(LEADER, at(DAY), { ...decide(wrong.id), answers: { main: {} } })).toBe(
      "refused: field-missing, field-missing",
    );
    const { events } = ofAct(wrong.life, { ...decide(wrong.id), answers: said });
    expect(events[0]?.body).toMatchObject({ outcome: "approved", answers: said });
    const life = newLife(withStage(ODD_POLICY, "answer", { form: "amendment" }), HOLIDAYS);
    const center = life.centerOf(decided(life)).id;
    const id = life.open(MANAGER, at("2026-05-06"), { procedure: "amend", year: 2026, center });
    life.must(MANAGER, at("2026-05-06"), { kind: "submit", case: id, stage: "ask", answers: said });
    expect(life.blocked(LEADER, at("2026-05-07"), decide(id, "approve", "answer"))).toBe(
      "refused: field-missing, field-missing",
    );
  });
  it("at a stage without a form looks at no answers", () => {
    const { life, id } = publicized();
    const answers = { nowhere: { nothing: 1 } };
    expect(life.asks(LEADER, at(DAY), { ...decide(id), answers }).kind).toBe("decided");
  });
});

describe("a no", () => {
  it("ends the application, and asks for nothing that a yes requires", () => {
    const { life, id } = publicized(withStage(ODD_POLICY, "decide", { form: "amendment" }));
    const root = { kind: "center", id: life.centerOf(id).id };
    const { events, holds } = ofAct(life, decide(id, "decline"));
    expect(events).toEqual([
      {
        root,
        kind: "decided",
        onDay: DAY,
        body: { case: id, stage: "decide", outcome: "declined", opinion: "同意" },
        consulted: [DECIDE],
      },
      {
        root,
        kind: "standing-changed",
        onDay: DAY,
        body: { case: id, from: "applying", to: "declined", on: DAY, cause: DECIDE },
        consulted: [],
      },
      { root, kind: "closed", onDay: DAY, body: { case: id, why: "declined" }, consulted: [] },
    ]);
    expect(holds).toEqual({ notAfter: at("2026-04-16", "00:00:00") });
  });
});

describe("a choice among ranked applications", () => {
  it("is told behind the score that it computes, with the item into which it puts the case", () => {
    const life = pointsLife();
    const id = applied(life, "甲", { paper: 800, hearing: 700 });
    rankAll(life);
    const choosing = { ...decide(id, "approve", "choose"), item: "first" };
    const { events } = ofAct(life, choosing, "2024-04-02");
    expect(events.map(({ kind }) => kind)).toEqual(["concluded", "decided", "placed"]);
    expect(events[0]?.body).toEqual({ case: id, stage: "choose", score: "760", of: 0 });
    expect(events[2]?.body).toEqual({
      case: id,
      stage: "choose",
      of: "class",
      list: "classes",
      item: "first",
    });
  });
  it("names an item of the list", () => {
    const life = pointsLife();
    const id = applied(life, "甲", { paper: 800, hearing: 700 });
    rankAll(life);
    const choosing = decide(id, "approve", "choose");
    expect(life.blocked(LEADER, at("2024-04-02"), choosing)).toBe("refused: field-missing");
    expect(life.blocked(LEADER, at("2024-04-02"), { ...choosing, item: "third" })).toBe(
      "refused: field-invalid",
    );
  });
});

/** The sample policy without quotas, in which each is graded by itself. */
const alone = (more: Parameters<typeof withStage>[2] = {}, silent = false): Policy => {
  const gradings = POINTS_POLICY.gradings.map(({ quotas: _quotas, ...one }) =>
    silent ? one : { ...one, quotas: [] },
  );
  return withStage({ ...POINTS_POLICY, gradings }, "grade", more);
};

/** Two bases of which the first takes part in the round of 2027 and the second does not. */
function evaluated(policy: Policy, total = 710) {
  const life = newLife(policy);
  bases(life, [800, 700]);
  const [present = "", absent = ""] = round(life, 2027, [total, undefined]);
  return { life, present, absent };
}
const EVALUATED = "2027-06-20";
const GRADE = "procedures/round/stages/grade";

describe("a grade", () => {
  const grading = (id: string) => decide(id, "approve", "grade");
  it("is told with the decision, and closes the case that it comes last in", () => {
    const { life, present } = evaluated(alone());
    const root = { kind: "center", id: life.centerOf(present).id };
    const { events, holds } = ofAct(life, grading(present), EVALUATED);
    expect(events.slice(0, 3)).toEqual([
      {
        root,
        kind: "decided",
        onDay: EVALUATED,
        body: { case: present, stage: "grade", outcome: "concluded", opinion: "同意" },
        consulted: [GRADE],
      },
      {
        root,
        kind: "graded",
        onDay: EVALUATED,
        body: {
          case: present,
          stage: "grade",
          grading: "final",
          score: "710",
          grade: "b",
          means: "good",
          fired: "gradings/final/grade/cases/b",
        },
        consulted: [GRADE, "gradings/final/grade/cases/b"],
      },
      expect.objectContaining({ kind: "applied-consequence" }),
    ]);
    expect(events.at(-1)).toMatchObject({ kind: "closed", body: { case: present, why: "done" } });
    expect(holds).toEqual({
      notBefore: at("2027-04-10", "00:00:00"),
      notAfter: at("2027-06-21", "00:00:00"),
    });
  });
  it("that others have a share in is given to all of them together", () => {
    const { life, present } = evaluated(POINTS_POLICY);
    expect(life.asks(LEADER, at(EVALUATED), grading(present))).toEqual({
      kind: "refused",
      violations: [
        {
          code: "in-cohort",
          params: { stage: { zh: "定等", en: "grading" } },
          clauses: POINTS_POLICY.clauses,
          path: "gradings/final/quotas",
        },
      ],
    });
  });
  it("is given alone where the grading speaks of no quotas", () => {
    const { life, present } = evaluated(alone({}, true));
    life.must(LEADER, at(EVALUATED), grading(present));
    expect(life.caseAt(present).result?.grade).toBe("b");
  });
  it("waits while it cannot be said", () => {
    const unknown = {
      kind: "compare",
      of: { kind: "fact", fact: "host.beds" },
      is: "at-least",
      than: 1,
    } as const;
    const grade = { cases: [{ key: "beds", when: unknown, then: "a" }], otherwise: "b" };
    const gradings = alone().gradings.map((one) => ({ ...one, grade }));
    const { life, present } = evaluated({ ...alone(), gradings });
    expect(life.blocked(LEADER, at(EVALUATED), grading(present))).toBe("pending: condition-pending");
  });
  it("keeps to what its stage requires, and to its list", () => {
    const strict = evaluated(alone({ requires: ["chosen"] }));
    expect(strict.life.blocked(LEADER, at(EVALUATED), grading(strict.present))).toBe(
      "pending: condition-pending",
    );
    const yields = [
      { kind: "grade", grading: "final" },
      { kind: "place", of: "class", list: "classes" },
    ] as const;
    const { life, present } = evaluated(alone({ yields: [...yields] }));
    expect(life.blocked(LEADER, at(EVALUATED), grading(present))).toBe("refused: field-missing");
    const { events } = ofAct(life, { ...grading(present), item: "second" }, EVALUATED);
    expect(events.map(({ kind }) => kind).slice(0, 3)).toEqual(["decided", "graded", "applied-consequence"]);
    expect(events.filter(({ kind }) => kind === "placed")).toHaveLength(1);
  });
  it("gives the standing that its stage gives", () => {
    const { life, present } = evaluated(alone({ gives: "deferred" }));
    const { events } = ofAct(life, grading(present), EVALUATED);
    expect(events.some((event) => event.kind === "standing-changed" && event.body.to === "deferred")).toBe(
      true,
    );
  });
});

describe("who did not take part", () => {
  const grading = (id: string) => decide(id, "approve", "grade");
  it("is graded where it stands, without a score, whatever the stage requires", () => {
    const { life, absent } = evaluated(alone({ requires: ["chosen"] }));
    const { events } = ofAct(life, grading(absent), EVALUATED);
    expect(events.slice(0, 2).map(({ body }) => body)).toEqual([
      { case: absent, stage: "grade", outcome: "concluded", opinion: "同意" },
      {
        case: absent,
        stage: "grade",
        grading: "final",
        grade: "e",
        means: "fail",
        fired: "gradings/final/grade/cases/absent",
      },
    ]);
  });
  it("is graded once, and not where the case is over", () => {
    const { life, absent } = evaluated(alone());
    const GRADING = { zh: "定等", en: "grading" };
    const scene = life.scene(LEADER, at(EVALUATED));
    const check = (more: object) =>
      decideCase.check(
        withCase(scene, absent, (kase) => ({ ...kase, ...more })),
        { case: absent, stage: "grade" },
      );
    expect(check({})).toEqual([]);
    for (const state of ["closed", "withdrawn"])
      expect(check({ state })).toEqual([
        { pending: false, violation: { code: "stage-done", params: { stage: GRADING }, clauses: [] } },
      ]);
    expect(check({ stages: { grade: { doneOn: "2027-06-19" } } })).toEqual([
      {
        pending: false,
        violation: { code: "stage-done", params: { stage: GRADING, on: "2027-06-19" }, clauses: [] },
      },
    ]);
  });
  it("waits for its turn like everybody before that is known, and where no grade is given", () => {
    const { life, absent } = evaluated(alone());
    expect(life.blocked(LEADER, at("2027-05-20"), grading(absent))).toBe("refused: wrong-state");
    const bare = evaluated(alone({ yields: [{ kind: "verdict" }] }));
    expect(bare.life.blocked(LEADER, at(EVALUATED), grading(bare.absent))).toBe("refused: wrong-state");
  });
});
