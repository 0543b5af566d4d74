import { Policy } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import type { Hat } from "../contract/basics.ts";
import { withProcedure } from "../testing/changed-policy.ts";
import { factsFor } from "../testing/ledger.ts";
import type { Life } from "../testing/life.ts";
import { at, INSPECTOR, MANAGER, newLife, OFFICER, RIVAL_MANAGER } from "../testing/life.ts";
import { begin, checked, decided } from "../testing/odd-steps.ts";
import { designate } from "../testing/steps.ts";
import type { AbilityPlace, ActionOf } from "./act.ts";
import { decide } from "./decide.ts";

// Cases over what is there already: a center, an institution, a decided case.

const policy = Policy.parse(pack);
const HOST = { party: 11, uscc: "125001024500000017", name: "甲医院", city: "甲市" };
const NOTHING = "refused: nothing-to-act-on";

function designated(under = policy) {
  const life = newLife(under);
  const [entry = ""] = designate(life, ["骨科中心"]);
  return { life, entry, center: life.centerOf(entry).id };
}
const opening = (
  procedure: string,
  year: number,
  more: Partial<ActionOf<"open-case">> = {},
): ActionOf<"open-case"> => ({ kind: "open-case", procedure, year, ...more });

/** What may be begun at a place, with the verdict on it. */
function offers(life: Life, hat: Hat, { now, place }: { now: string; place: AbilityPlace }) {
  const facts = factsFor(life.ledger(), hat);
  return abilitiesFor(life.ledger().policies, facts, { env: life.env(hat, now), place })
    .filter(({ act }) => act === "open-case")
    .map(({ procedure, case: kase, verdict }) => [
      procedure,
      verdict.kind,
      ...(kase === undefined ? [] : [kase]),
    ]);
}

describe("what may be begun", () => {
  it("at a center is what is over a center, and no visit", () => {
    const { life, center } = designated();
    const place = { kind: "center", center } as const;
    const now = at("2022-12-05");
    expect(offers(life, MANAGER, { now, place })).toEqual([["yearly-report", "allowed"]]);
    expect(offers(life, OFFICER, { now, place })).toEqual([
      ["acceptance", "refused"],
      ["recheck", "refused"],
    ]);
    expect(offers(life, INSPECTOR, { now, place })).toEqual([]);
    expect(offers(life, MANAGER, { now, place: { kind: "tenant" } })).toEqual([]);
    expect(offers(life, MANAGER, { now, place: { kind: "center", center: "nowhere" } })).toEqual([]);
  });

  it("at an institution is what an institution applies for or reports", () => {
    const { life } = designated();
    const place = { kind: "institution", institution: "institution-1" } as const;
    expect(offers(life, MANAGER, { now: at("2022-12-05"), place })).toEqual([
      ["entry", "allowed"],
      ["duty-check", "allowed"],
    ]);
  });

  it("is for the types of the procedure alone", () => {
    const others = withProcedure(policy, "yearly-report", (one) => ({ ...one, for: ["institute"] }));
    const { life, center } = designated(others);
    const place = { kind: "center", center } as const;
    expect(offers(life, MANAGER, { now: at("2022-12-05"), place })).toEqual([]);
    expect(life.blocked(MANAGER, at("2022-12-05"), opening("yearly-report", 2022, { center }))).toBe(NOTHING);
  });

  it("is no inspection, nothing over the tenant, and nothing that the policy does not have", () => {
    const { life, center } = designated(
      withProcedure(policy, "recheck", (one) => ({ ...one, over: "tenant" })),
    );
    const now = at("2022-12-05");
    expect(life.blocked(INSPECTOR, now, opening("inspection", 2022, { center }))).toBe(NOTHING);
    expect(life.blocked(OFFICER, now, opening("recheck", 2022, { center }))).toBe(NOTHING);
    expect(life.blocked(OFFICER, now, opening("nothing", 2022, { center }))).toBe(NOTHING);
    expect(life.blocked(MANAGER, now, opening("yearly-report", 2022, { institution: "institution-1" }))).toBe(
      NOTHING,
    );
  });
});

describe("a case over a center", () => {
  it("is opened in the center's own stream", () => {
    const { life, center } = designated();
    const { events, holds } = life.must(
      MANAGER,
      at("2022-12-05"),
      opening("yearly-report", 2022, { center }),
    );
    const opened = events.find(({ kind }) => kind === "opened");
    expect(opened).toEqual({
      root: { kind: "center", id: center },
      kind: "opened",
      body: {
        case: life.ledger().centers[0]?.cases.at(-1)?.id,
        procedure: "yearly-report",
        purpose: "report",
        year: 2022,
        pin: life.ledger().policies.current.pin,
      },
      onDay: "2022-12-05",
      consulted: ["procedures/yearly-report/starts"],
    });
    expect(holds).toEqual({ notAfter: at("2022-12-06", "00:00:00") });
    expect(life.blocked(RIVAL_MANAGER, at("2022-12-05"), opening("yearly-report", 2022, { center }))).toBe(
      "refused: not-your-case",
    );
  });

  it("that is yearly is opened once a year, and again where it was taken back", () => {
    const { life, center } = designated();
    const yearly = opening("yearly-report", 2022, { center });
    const { kind: _kind, ...body } = yearly;
    const id = life.open(MANAGER, at("2022-12-05"), body);
    const label = policy.procedures.find(({ key }) => key === "yearly-report")?.label;
    expect(life.asks(MANAGER, at("2022-12-06"), yearly)).toMatchObject({
      kind: "refused",
      violations: [
        {
          code: "someone-opened-it",
          params: { what: label, by: MANAGER.name, on: "2022-12-05" },
          clauses: [{ key: "s5-report" }],
        },
      ],
    });
    const answers = life.answers("december");
    life.must(MANAGER, at("2022-12-06"), { kind: "submit", case: id, stage: "report", answers });
    life.must(MANAGER, at("2022-12-07"), { kind: "withdraw", case: id, stage: "report" });
    life.must(MANAGER, at("2022-12-08"), yearly);
    life.must(MANAGER, at("2023-12-05"), opening("yearly-report", 2023, { center }));
  });

  it("that comes once in all comes in no other year either", () => {
    const { life, center } = designated();
    life.must(OFFICER, at("2025-11-11"), opening("acceptance", 2025, { center }));
    expect(life.blocked(OFFICER, at("2026-01-05"), opening("acceptance", 2026, { center }))).toBe(
      "refused: someone-opened-it",
    );
  });

  it("that is opened on request is opened as often as it is asked for", () => {
    const life = begin();
    const center = life.centerOf(decided(life)).id;
    const amend = opening("amend", 2026, { center });
    life.must(MANAGER, at("2026-05-06"), amend);
    expect(life.must(MANAGER, at("2026-05-06"), amend).events.map(({ kind }) => kind)).toEqual(["opened"]);
  });

  it("without a year is allowed where one of an earlier year is still owed", () => {
    const { life, center } = designated();
    const place = { kind: "center", center } as const;
    const verdict = (day: string) => offers(life, MANAGER, { now: at(day), place });
    const report = (year: number, day: string) => {
      life.must(MANAGER, at(day), opening("yearly-report", year, { center }));
    };
    expect(verdict("2022-11-20")).toEqual([["yearly-report", "refused"]]);
    expect(verdict("2023-02-01")).toEqual([["yearly-report", "allowed"]]);
    report(2022, "2023-02-01");
    expect(verdict("2023-02-02")).toEqual([["yearly-report", "refused"]]);
    expect(verdict("2024-02-01")).toEqual([["yearly-report", "allowed"]]);
    report(2023, "2024-02-01");
    expect(verdict("2024-02-02")).toEqual([["yearly-report", "refused"]]);
    expect(verdict("2024-12-01")).toEqual([["yearly-report", "allowed"]]);
  });
});

describe("a case over an institution", () => {
  const check = opening("duty-check", 2022);
  const day = at("2022-12-05");
  it("begins its history in the tenant with who it is, and once alone", () => {
    const { life } = designated();
    const opened = (year: number) =>
      life.must(MANAGER, day, opening("duty-check", year, { institution: "institution-1" })).events.at(-1);
    const about = {
      root: { kind: "institution", id: "institution-1" },
      kind: "opened",
      onDay: "2022-12-05",
      consulted: ["procedures/duty-check/starts"],
    };
    const pin = life.ledger().policies.current.pin;
    const body = { procedure: "duty-check", purpose: "report", year: 2022, pin };
    const first = opened(2022);
    const [kase] = life.ledger().institutions[0]?.cases ?? [];
    expect(first).toEqual({ ...about, body: { ...body, case: kase?.id, host: HOST } });
    const before = life.must(MANAGER, at("2023-12-05"), opening("duty-check", 2023)).events.at(-1);
    expect(before?.body).not.toHaveProperty("host");
  });

  it("is its own, once a year", () => {
    const { life } = designated();
    life.must(MANAGER, day, check);
    expect(life.blocked(MANAGER, day, check)).toBe("refused: someone-opened-it");
    expect(life.blocked(MANAGER, day, { ...check, institution: "institution-2" })).toBe(
      "refused: not-your-case",
    );
    life.must(RIVAL_MANAGER, day, check);
  });

  it("begins also where the institution has no history to be loaded", () => {
    const { life } = designated();
    const { institution: _institution, host, ...facts } = factsFor(life.ledger(), MANAGER);
    const env = life.env(MANAGER, day);
    const asked = (known: object, action = check) =>
      decide(life.ledger().policies, { ...facts, ...known }, { action, env });
    const named = { ...check, institution: "institution-9" };
    const events = [{ root: { kind: "institution", id: "institution-9" }, body: { host: HOST } }];
    expect(asked({ host }, named)).toMatchObject({ kind: "decided", events });
    const nothing = { kind: "refused", violations: [{ code: "nothing-to-act-on" }] };
    expect(asked({ host })).toMatchObject(nothing);
    expect(asked({}, named)).toMatchObject(nothing);
  });
});

describe("an appeal", () => {
  it("is offered at a decided case, is about it, and is offered at no appeal", () => {
    const life = begin();
    const waiting = checked(life);
    const entry = decided(life, "decline");
    const center = life.centerOf(entry).id;
    const now = at("2026-04-20");
    const offeredAt = (id: string) => offers(life, MANAGER, { now, place: { kind: "case", case: id } });
    expect(offeredAt(waiting)).toEqual([]);
    expect(offeredAt("nowhere")).toEqual([]);
    expect(offeredAt(entry)).toEqual([["appeal", "allowed", entry]]);
    expect(offers(life, MANAGER, { now, place: { kind: "center", center } })).toEqual([["amend", "allowed"]]);
    const { events } = life.must(MANAGER, now, opening("appeal", 2026, { center, against: entry }));
    expect(events[0]?.body).toMatchObject({ procedure: "appeal", against: entry });
    const appeal = life.centerOf(entry).cases.at(-1)?.id ?? "";
    expect(offeredAt(appeal)).toEqual([]);
    expect(life.asks(MANAGER, now, opening("appeal", 2026, { center, against: entry }))).toMatchObject({
      violations: [{ code: "someone-opened-it" }],
    });
  });

  it("is made in time", () => {
    const life = begin();
    const entry = decided(life, "decline");
    const center = life.centerOf(entry).id;
    expect(life.blocked(MANAGER, at("2026-04-26"), opening("appeal", 2026, { center, against: entry }))).toBe(
      "refused: window-closed",
    );
  });
});
