import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import { factsFor } from "../testing/ledger.ts";
import { at, HOSPITAL, INSPECTOR, LEADER, newLife, OFFICER, RIVAL_MANAGER } from "../testing/life.ts";
import {
  begin,
  checked,
  decide,
  decided,
  handIn,
  HOLIDAYS,
  look,
  notice,
  sponsor,
  sweep,
  withReport,
} from "../testing/odd-steps.ts";

const PATH = "procedures/entry/stages";
const when = { kind: "yearly", from: "12-01", to: "12-31" } as const;

describe("what time causes", () => {
  it("bears the days on which it fell due, in their order, with what follows from it", () => {
    const life = begin();
    const id = decided(life);
    const root = { kind: "center", id: life.centerOf(id).id };
    const on = (kind: string, body: object, consulted: string[]) => ({
      root,
      kind,
      body: { case: id, ...body },
      onDay: "2026-10-15",
      consulted,
      byTime: true,
    });
    expect(sweep(life, id, "2026-11-01").events).toStrictEqual([
      on("run-ended", { stage: "trial" }, [`${PATH}/trial`]),
      on("designated", { stage: "trial", on: "2026-10-15" }, [`${PATH}/trial`]),
      on(
        "standing-changed",
        { from: "cultivating", to: "established", on: "2026-10-15", cause: `${PATH}/trial` },
        [`${PATH}/trial/gives`],
      ),
      on("term-started", { stage: "term", on: "2026-10-15", endsOn: "2028-10-15" }, [
        `${PATH}/trial`,
        `${PATH}/term/lasts`,
      ]),
    ]);
    expect(sweep(life, id, "2026-11-01").events).toStrictEqual([]);
  });

  it("is noted before every other act, and all of it however long nobody looked", () => {
    const life = begin();
    const id = decided(life);
    const root = life.centerOf(id).id;
    const { events } = life.must(OFFICER, at("2030-01-01"), {
      kind: "open-case",
      procedure: "regroup",
      year: 2030,
      center: root,
    });
    expect(events.map(({ kind, onDay }) => `${kind} ${onDay}`)).toStrictEqual([
      "run-ended 2026-10-15",
      "designated 2026-10-15",
      "standing-changed 2026-10-15",
      "term-started 2026-10-15",
      "term-ended 2028-10-15",
      "opened 2030-01-01",
    ]);
  });

  it("is the end of a waiver, on the day after its last one", () => {
    const life = begin();
    const id = handIn(life, { beds: "120" });
    const path = "conditions/beds";
    life.must(LEADER, at("2026-04-07"), { kind: "waive", case: id, path, reason: "专科特色突出" });
    expect(sweep(life, id, "2026-07-07").events).toStrictEqual([]);
    expect(sweep(life, id, "2026-07-08").events).toStrictEqual([
      {
        root: { kind: "center", id: life.centerOf(id).id },
        kind: "waiver-ended",
        body: { case: id, path },
        onDay: "2026-07-07",
        consulted: [],
        byTime: true,
      },
    ]);
    const endless = newLife(
      {
        ...life.policy,
        conditions: life.policy.conditions.map((one) => ({ ...one, waiver: { by: { role: "authority" } } })),
      },
      HOLIDAYS,
    );
    const other = handIn(endless, { beds: "120" });
    endless.must(LEADER, at("2026-04-07"), { kind: "waive", case: other, path, reason: "专科特色突出" });
    expect(sweep(endless, other, "2029-01-01").events).toStrictEqual([]);
  });

  it("comes in the order of the days, whatever it is", () => {
    const life = begin();
    const id = handIn(life, { beds: "120" });
    const path = "conditions/beds";
    life.must(LEADER, at("2026-04-02"), { kind: "waive", case: id, path, reason: "专科特色突出" });
    life.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(id));
    life.must(OFFICER, at("2026-04-07"), look(id));
    life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
    life.must(LEADER, at("2026-04-15"), decide(id));
    const { events } = sweep(life, id, "2026-11-01");
    expect(events.slice(0, 2).map(({ kind, onDay }) => [kind, onDay])).toStrictEqual([
      ["waiver-ended", "2026-07-02"],
      ["run-ended", "2026-10-15"],
    ]);
  });

  it("is what was missed, on the day after it was due, and once", () => {
    const life = newLife(withReport({ when }), HOLIDAYS);
    const id = decided(life);
    sweep(life, id, "2026-12-01");
    expect(sweep(life, id, "2026-12-31").events).toStrictEqual([]);
    expect(sweep(life, id, "2027-01-01").events).toStrictEqual([
      {
        root: { kind: "center", id: life.centerOf(id).id },
        kind: "missed",
        body: { obligation: "report:2026:ask:institution-manager", due: "2026-12-31", procedure: "report" },
        onDay: "2026-12-31",
        consulted: [],
        byTime: true,
      },
    ]);
    expect(sweep(life, id, "2027-01-02").events).toStrictEqual([]);
  });

  it("begins the history of an institution that missed something first, and says who it is", () => {
    const life = newLife(withReport({ when }, "institution"), HOLIDAYS);
    const host = { party: HOSPITAL, uscc: "125001024500000017", name: "甲医院", city: "甲市" };
    const missed = (year: number) => ({
      obligation: `report:${year}:ask:institution-manager`,
      due: `${year}-12-31`,
      procedure: "report",
    });
    const root = "institution-1";
    const first = life.must(OFFICER, at("2027-01-01"), { kind: "sweep", root });
    expect(first.events.map(({ body }) => body)).toStrictEqual([{ ...missed(2026), host }]);
    const second = life.must(OFFICER, at("2028-01-01"), { kind: "sweep", root });
    expect(second.events.map(({ body }) => body)).toStrictEqual([missed(2027)]);
  });
});

describe("a stage that lasts", () => {
  it("begins with the act that it waits for, and nobody waits for the next act", () => {
    const life = begin();
    const id = checked(life);
    life.must(OFFICER, at("2026-04-07"), notice(id, "2026-04-07"));
    const { events } = life.must(LEADER, at("2026-04-15"), decide(id));
    expect(events.at(-1)).toStrictEqual({
      root: { kind: "center", id: life.centerOf(id).id },
      kind: "run-started",
      body: { case: id, stage: "trial", endsOn: "2026-10-15" },
      onDay: "2026-04-15",
      consulted: [`${PATH}/trial`],
      byTime: true,
    });
  });
});

describe("the sweep itself", () => {
  it("brings about nothing of its own, whoever asks for it, also for the tenant", () => {
    const life = begin();
    const id = handIn(life);
    life.must(RIVAL_MANAGER, at("2026-04-03"), sponsor(id));
    for (const hat of [OFFICER, INSPECTOR]) {
      const root = "tenant-root";
      expect(life.must(hat, at("2040-01-01"), { kind: "sweep", root }).events).toStrictEqual([]);
    }
    expect(life.asks(OFFICER, at("2026-04-04"), { kind: "sweep", root: "nowhere" })).toStrictEqual({
      kind: "refused",
      violations: [{ code: "nothing-to-act-on", params: { what: { zh: "催办", en: "urge" } }, clauses: [] }],
    });
  });

  it("is offered to nobody", () => {
    const life = begin();
    const center = life.centerOf(decided(life)).id;
    const offered = abilitiesFor(life.ledger().policies, factsFor(life.ledger(), OFFICER), {
      env: life.env(OFFICER, at("2026-11-01")),
      place: { kind: "center", center },
    });
    expect(offered.map(({ act }) => act)).not.toContain("sweep");
  });
});
