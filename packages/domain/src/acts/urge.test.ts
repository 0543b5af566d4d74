import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import type { AbilityPlace } from "./act.ts";
import { factsFor } from "../testing/ledger.ts";
import { at, HOSPITAL, LEADER, MANAGER, newLife, OFFICER, type Life } from "../testing/life.ts";
import { decided, HOLIDAYS, withReport, withStage } from "../testing/odd-steps.ts";
import { refusing } from "../testing/refusing.ts";

const when = { kind: "yearly", from: "12-01", to: "12-31" } as const;
const LATE = "report:2026:ask:institution-manager";
const NEXT = "report:2027:ask:institution-manager";
const NOON = at("2027-01-05");
const URGE = { zh: "催办", en: "urge" };

const urging = (root: string, obligation = LATE) => ({ kind: "urge", root, obligation }) as const;
const refused = refusing([]);

/** A center that did not report for 2026, and will owe the report for 2027. */
function silent(): { life: Life; root: string } {
  const life = newLife(withReport({ when }), HOLIDAYS);
  const root = life.centerOf(decided(life)).id;
  return { life, root };
}
const offered = (life: Life, now: string, place: AbilityPlace) =>
  abilitiesFor(life.ledger().policies, factsFor(life.ledger(), OFFICER, "institution-1"), {
    env: life.env(OFFICER, now),
    place,
  }).filter(({ act }) => act === "urge");

describe("urging what is late", () => {
  it("says to whom, in the history of who owes it", () => {
    const { life, root } = silent();
    const { events } = life.must(OFFICER, NOON, urging(root));
    expect(events.at(-1)).toStrictEqual({
      root: { kind: "center", id: root },
      kind: "urged",
      body: { obligation: LATE, to: HOSPITAL },
      onDay: "2027-01-05",
      consulted: [],
    });
  });

  it("is of an institution too, whose history may begin with it", () => {
    const life = newLife(withReport({ when }, "institution"), HOLIDAYS);
    const host = { party: HOSPITAL, uscc: "125001024500000017", name: "甲医院", city: "甲市" };
    const { events } = life.must(OFFICER, NOON, urging("institution-1"));
    const root = { kind: "institution", id: "institution-1" };
    // who it is stands in the event that begins the history
    expect(events.map((one) => [one.kind, one.root, "host" in one.body ? one.body.host : "-"])).toStrictEqual(
      [
        ["missed", root, host],
        ["urged", root, "-"],
      ],
    );
  });

  it("is done once in 24 hours, and then says from when it may be done again", () => {
    const { life, root } = silent();
    life.must(OFFICER, NOON, urging(root));
    const next = at("2027-01-06");
    expect(life.asks(OFFICER, at("2027-01-06", "11:59:59"), urging(root))).toStrictEqual(
      refused({ code: "urge-too-soon", params: { next }, earliest: next }),
    );
    life.must(OFFICER, next, urging(root));
  });

  it("is not done for what is still in time, whatever else was urged", () => {
    const { life, root } = silent();
    const early = refused({
      code: "not-late",
      params: { what: { zh: "提出变更", en: "提出变更" }, due: "2027-12-31" },
    });
    expect(life.asks(OFFICER, NOON, urging(root, NEXT))).toStrictEqual(early);
    life.must(OFFICER, NOON, urging(root));
    expect(life.asks(OFFICER, NOON, urging(root, NEXT))).toStrictEqual(early);
  });

  it("is not done for what nobody owes, nor for what the authority owes itself", () => {
    const { life, root } = silent();
    const nothing = (what: string) =>
      refused({ code: "nothing-to-act-on", params: { what: { zh: what, en: what } } });
    const due = { kind: "between", to: "2026-04-30" };
    const busy = newLife(
      withStage("letter", { window: due }, withReport({ when: { kind: "anytime" } })),
      HOLIDAYS,
    );
    const center = busy.centerOf(decided(busy)).id;
    // the one has no day, the other is the officer's own
    for (const obligation of [LATE, "entry:2026:letter:officer"]) {
      expect(busy.asks(OFFICER, NOON, urging(center, obligation))).toStrictEqual(nothing(obligation));
    }
    for (const obligation of ["nobody's", "entry:2026:letter:officer"]) {
      expect(life.asks(OFFICER, NOON, urging(root, obligation))).toStrictEqual(nothing(obligation));
    }
    expect(life.asks(OFFICER, NOON, urging("tenant-root"))).toStrictEqual(
      refused({ code: "nothing-to-act-on", params: { what: URGE } }),
    );
  });

  it("is the officer's", () => {
    const { life, root } = silent();
    for (const hat of [LEADER, MANAGER]) {
      expect(life.asks(hat, NOON, urging(root))).toStrictEqual(
        refused({ code: "not-your-role", params: { act: URGE, roles: ["officer"] } }),
      );
    }
  });
});

describe("what a screen offers to urge", () => {
  it("is allowed as long as anything may be urged", () => {
    const { life, root } = silent();
    const place: AbilityPlace = { kind: "center", center: root };
    expect(offered(life, NOON, place)).toStrictEqual([{ act: "urge", verdict: { kind: "allowed" } }]);
    life.must(OFFICER, NOON, urging(root));
    const next = at("2027-01-06");
    expect(offered(life, NOON, place)).toStrictEqual([
      {
        act: "urge",
        verdict: refused({ code: "urge-too-soon", params: { next }, earliest: next }),
      },
    ]);
    // a year later the next report is late as well
    life.must(OFFICER, at("2028-01-05"), urging(root));
    expect(offered(life, at("2028-01-05"), place)).toStrictEqual([
      { act: "urge", verdict: { kind: "allowed" } },
    ]);
  });

  it("is refused where nothing is owed", () => {
    const { life } = silent();
    const place: AbilityPlace = { kind: "institution", institution: "institution-1" };
    expect(offered(life, NOON, place)).toStrictEqual([
      { act: "urge", verdict: refused({ code: "nothing-to-act-on", params: { what: URGE } }) },
    ]);
    expect(offered(life, NOON, { kind: "tenant" })).toStrictEqual([]);
  });
});
