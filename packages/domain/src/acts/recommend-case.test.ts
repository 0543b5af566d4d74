import { describe, expect, it } from "vitest";
import { at, MANAGER, newLife, RIVAL_MANAGER } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { begin, handIn, HOLIDAYS, offers, plan, RULES, sponsor, withStage } from "../testing/odd-steps.ts";

const DAY = at("2026-04-03");
const PATH = "procedures/entry/stages/sponsor";

describe("the word of whoever recommends a case", () => {
  it("is kept with its opinion, holds until midnight, and leaves the case to the stages that follow", () => {
    const life = begin();
    const id = handIn(life);
    const root = { kind: "center", id: life.centerOf(id).id };
    expect(life.asks(RIVAL_MANAGER, DAY, sponsor(id))).toStrictEqual({
      kind: "decided",
      events: [
        {
          root,
          kind: "case-recommended",
          body: { case: id, stage: "sponsor", recommends: true, opinion: "意见" },
          onDay: "2026-04-03",
          consulted: [PATH],
        },
      ],
      holds: { notAfter: at("2026-04-04", "00:00:00") },
    });
  });

  it("ends an application where it is a no, which declines the center and is kept as the reason", () => {
    const life = begin();
    const id = handIn(life);
    const root = { kind: "center", id: life.centerOf(id).id };
    const { events } = life.must(RIVAL_MANAGER, DAY, sponsor(id, false));
    expect(events).toStrictEqual([
      {
        root,
        kind: "case-recommended",
        body: { case: id, stage: "sponsor", recommends: false, opinion: "意见" },
        onDay: "2026-04-03",
        consulted: [PATH],
      },
      {
        root,
        kind: "standing-changed",
        body: { case: id, from: "applying", to: "declined", on: "2026-04-03", cause: PATH },
        onDay: "2026-04-03",
        consulted: [],
      },
      {
        root,
        kind: "closed",
        body: { case: id, why: "not-recommended" },
        onDay: "2026-04-03",
        consulted: [],
      },
    ]);
  });

  it("waits for the stages before it, naming them", () => {
    const life = begin();
    const beside = { channel: 12 };
    const id = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026, ...beside });
    const early = { state: "draft", allowed: ["submitted", "in-review", "in-publicity", "decided"] };
    expect(life.asks(RIVAL_MANAGER, DAY, sponsor(id))).toStrictEqual({
      kind: "refused",
      violations: [{ code: "wrong-state", params: early, clauses: [] }],
    });
    const answers = plan(false);
    life.must(MANAGER, at("2026-03-21"), { kind: "submit", case: id, stage: "online", answers });
    expect(life.asks(RIVAL_MANAGER, DAY, sponsor(id))).toStrictEqual({
      kind: "refused",
      violations: [
        {
          code: "stage-not-reached",
          params: {
            stage: { zh: "推荐", en: "sponsor" },
            awaits: [{ zh: "报送纸质材料", en: "paper" }],
          },
          clauses: RULES,
          path: PATH,
        },
      ],
    });
  });

  it("is a yes only where what the stage requires holds; a no needs no grounds", () => {
    const life = newLife(withStage("sponsor", { requires: ["beds"] }), HOLIDAYS);
    const id = handIn(life, { beds: "120" });
    expect(life.blocked(RIVAL_MANAGER, DAY, sponsor(id))).toBe("refused: condition-false");
    life.must(RIVAL_MANAGER, DAY, sponsor(id, false));
  });

  it("gives the standing that the stage gives, and only where it is a yes", () => {
    const standings = [true, false].map((recommends) => {
      const life = newLife(withStage("sponsor", { gives: "deferred" }), HOLIDAYS);
      const id = handIn(life);
      life.must(RIVAL_MANAGER, DAY, sponsor(id, recommends));
      return life.centerOf(id).standing;
    });
    expect(standings).toStrictEqual(["deferred", "declined"]);
  });

  it("is asked for at stages that recommend, and at no other", () => {
    const life = begin();
    const id = handIn(life);
    const asked = offers(life, RIVAL_MANAGER, { now: DAY, id }).filter(({ act }) => act === "recommend-case");
    expect(asked).toStrictEqual([
      { act: "recommend-case", case: id, stage: "sponsor", verdict: { kind: "allowed" } },
    ]);
  });

  it("closes the case where its stage is the last one", () => {
    const only = {
      ...ODD_POLICY,
      procedures: ODD_POLICY.procedures.map((one) =>
        one.key === "entry" ? { ...one, stages: one.stages.slice(0, 3) } : one,
      ),
    };
    const life = newLife(only, HOLIDAYS);
    const id = handIn(life);
    const { events } = life.must(RIVAL_MANAGER, DAY, sponsor(id));
    expect(events.map(({ kind }) => kind)).toStrictEqual(["case-recommended", "closed"]);
    expect(events[1]?.body).toStrictEqual({ case: id, why: "done" });
  });
});
