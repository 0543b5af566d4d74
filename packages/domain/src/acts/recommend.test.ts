import type { Actor, Condition, Promotion } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import type { Action } from "../contract/actions.ts";
import type { Facts } from "../contract/facts.ts";
import { factsFor } from "../testing/ledger.ts";
import { at, INSPECTOR, LEADER, MANAGER, newLife, OFFICER, type Life } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { decided, handIn, HOLIDAYS, RULES, sweep } from "../testing/odd-steps.ts";
import { refusing } from "../testing/refusing.ts";
import { decide } from "./decide.ts";

const DAY = "2026-11-01";
const NOON = at(DAY);
const ALWAYS: Condition = { kind: "all", of: [] };
const RECOMMEND = { zh: "推荐", en: "recommend" };

const way = (key: string, more: Partial<Promotion> = {}): Promotion => ({
  key,
  label: { zh: `推荐到${key}`, en: key },
  because: ["all"],
  from: ["lab"],
  to: {
    tier: "provincial",
    type: { zh: "省级实验室", en: "provincial" },
    authority: { zh: "省厅", en: "p" },
  },
  by: { role: "authority" },
  when: ALWAYS,
  ...more,
});

/** A center that is established since October, under a policy with these ways upward. */
function established(...promotions: Promotion[]): { life: Life; center: string } {
  const life = newLife({ ...ODD_POLICY, promotions }, HOLIDAYS);
  const entry = decided(life);
  sweep(life, entry, DAY);
  return { life, center: life.centerOf(entry).id };
}
const recommending = (center: string, more: { promotion?: string; addressee?: number } = {}): Action => ({
  kind: "recommend",
  center,
  promotion: "up",
  opinion: "推荐",
  ...more,
});
/** What is decided where the platform knows more than the tenant's ledger. */
const deciding = (life: Life, action: Action, more: Partial<Facts>) =>
  decide(
    life.ledger().policies,
    { ...factsFor(life.ledger(), LEADER), ...more },
    { action, env: life.env(LEADER, NOON) },
  );
const refused = refusing(RULES);
const done = (key: string) =>
  refused({ code: "already-done", params: { what: { zh: `推荐到${key}`, en: key }, on: DAY } });

describe("recommending a center upward", () => {
  it("says to what it is recommended, in words alone where the authority above has no space", () => {
    const { life, center } = established(
      way("up"),
      way("on", { to: { tier: "n", type: { zh: "基地", en: "b" } } }),
    );
    expect(life.asks(LEADER, NOON, recommending(center))).toStrictEqual({
      kind: "decided",
      events: [
        {
          root: { kind: "center", id: center },
          kind: "recommended",
          body: { promotion: "up", to: "省厅 省级实验室", opinion: "推荐" },
          onDay: DAY,
          consulted: ["promotions/up"],
        },
      ],
      holds: { notAfter: at("2026-11-02", "00:00:00") },
    });
    const { events } = life.must(OFFICER, NOON, recommending(center, { promotion: "on" }));
    expect(events[0]?.body).toMatchObject({ promotion: "on", to: "基地" });
  });

  it("hands the center to the authority above, where it is known; to nobody else and not to the tenant itself", () => {
    const { life, center } = established(way("up"));
    const parties: NonNullable<Facts["parties"]> = [
      { space: 1, name: "主管部门", kind: "authority" },
      { space: 50, name: "省厅", kind: "authority" },
      { space: 51, name: "乙医院", kind: "institution" },
    ];
    const to = (addressee: number) => deciding(life, recommending(center, { addressee }), { parties });
    expect(to(50)).toMatchObject({
      kind: "decided",
      events: [{ body: { addressee: { space: 50, name: "省厅" }, handed: { center, name: "转化实验室" } } }],
    });
    const field = { zh: "推荐给谁", en: "authority above" };
    const wrong = refused({
      code: "field-invalid",
      params: { field, fault: "choice" },
      clauses: [],
      field: "addressee",
    });
    expect([1, 51, 52].map(to)).toStrictEqual([wrong, wrong, wrong]);
    const { parties: _parties, ...facts } = factsFor(life.ledger(), LEADER);
    const action = recommending(center, { addressee: 50 });
    const asked = { action, env: life.env(LEADER, NOON) };
    expect(decide(life.ledger().policies, facts, asked)).toStrictEqual(wrong);
  });

  it("is done once on each way, unless it came back", () => {
    const { life, center } = established(way("up"), way("on"));
    life.must(LEADER, NOON, recommending(center));
    expect(life.asks(LEADER, NOON, recommending(center))).toStrictEqual(done("up"));
    const dispatch = { tenant: 1, root: center, key: "recommendation:up:1" };
    const returned = { dispatch, outcome: "returned", words: "补充材料", on: DAY } as const;
    const again = (answer: object) =>
      deciding(life, recommending(center), { answered: [{ ...returned, ...answer }] }).kind;
    expect(again({})).toBe("decided");
    expect(again({ outcome: "acknowledged" })).toBe("refused");
    for (const other of [{ tenant: 2 }, { root: "another" }, { key: "recommendation:on:1" }]) {
      expect(again({ dispatch: { ...dispatch, ...other } })).toBe("refused");
    }
    life.must(LEADER, NOON, recommending(center, { promotion: "on" }));
    expect(life.asks(LEADER, NOON, recommending(center, { promotion: "on" }))).toStrictEqual(done("on"));
  });

  it("wants a center that stands", () => {
    const life = newLife({ ...ODD_POLICY, promotions: [way("up")] }, HOLIDAYS);
    const allowed = [
      { zh: "建设中", en: "building" },
      { zh: "已认定", en: "established" },
    ];
    const draft = life.open(MANAGER, at("2026-03-20"), { procedure: "entry", year: 2026 });
    expect(life.asks(LEADER, at("2026-03-20"), recommending(life.centerOf(draft).id))).toStrictEqual(
      refused({ code: "standing-wrong", params: { allowed } }),
    );
    const center = life.centerOf(decided(life)).id;
    expect(life.asks(LEADER, at("2026-05-01"), recommending(center))).toStrictEqual(
      refused({
        code: "standing-wrong",
        params: { standing: "cultivating", word: { zh: "培育中", en: "cultivating" }, allowed },
      }),
    );
  });

  it("keeps to the condition of the way, and waits where that is open", () => {
    const beds: Condition = {
      kind: "compare",
      of: { kind: "fact", fact: "host.beds" },
      is: "at-least",
      than: 5000,
    };
    const asks = { zh: "推荐的条件", en: "conditions" };
    const open: Condition = { kind: "unstated", open: { asks, per: "policy" } };
    const { life, center } = established(way("up", { when: beds }), way("on", { when: open }), way("free"));
    expect(life.asks(LEADER, NOON, recommending(center))).toMatchObject(
      refused({
        code: "condition-false",
        params: { condition: { zh: "推荐到up", en: "up" }, said: { zh: expect.any(String) } },
        ruling: { truth: "false" },
        path: "promotions/up/when",
      }),
    );
    const path = "promotions/on/when";
    expect(life.asks(LEADER, NOON, recommending(center, { promotion: "on" }))).toStrictEqual(
      refused(
        {
          code: "open-value",
          params: { asks, by: "authority", per: "policy" },
          open: { path, asks, per: "policy", by: "authority" },
          path,
        },
        "pending",
      ),
    );
    life.must(LEADER, NOON, recommending(center, { promotion: "free" }));
  });

  it("is left to the authority where a fact of the condition is not known", () => {
    const when: Condition = {
      kind: "compare",
      of: { kind: "fact", fact: "host.grade" },
      is: "equal",
      than: "3A",
    };
    const { life, center } = established(way("up", { when }));
    expect(life.asks(LEADER, NOON, recommending(center)).kind).toBe("decided");
  });

  it("knows the ways of its type only", () => {
    const { life, center } = established(way("up"), way("desks", { from: ["desk"] }));
    for (const promotion of ["desks", "nowhere"]) {
      expect(life.asks(LEADER, NOON, recommending(center, { promotion }))).toStrictEqual(
        refused({
          code: "nothing-to-act-on",
          params: { what: { zh: promotion, en: promotion } },
          clauses: [],
        }),
      );
    }
    const none = refused({ code: "nothing-to-act-on", params: { what: RECOMMEND }, clauses: [] });
    for (const root of ["nowhere", "tenant-root"]) {
      expect(life.asks(LEADER, NOON, recommending(root))).toStrictEqual(none);
    }
    const without = established(way("desks", { from: ["desk"] }));
    expect(without.life.asks(LEADER, NOON, recommending(without.center))).toStrictEqual(none);
  });
});

describe("who recommends", () => {
  it("are those whom any way of the type names", () => {
    const inspector: Actor = { role: "inspector" };
    const { life, center } = established(way("up"), way("on", { by: inspector }), way("also"));
    expect(life.asks(MANAGER, NOON, recommending(center))).toStrictEqual(
      refused({
        code: "not-your-role",
        params: { act: RECOMMEND, roles: ["leader", "officer", "inspector"] },
        clauses: [],
      }),
    );
    life.must(INSPECTOR, NOON, recommending(center));
  });

  it("are offered it at a center with a way, as long as one of them is free", () => {
    const { life, center } = established(way("up"), way("on"));
    const offered = (place: Parameters<typeof abilitiesFor>[2]["place"]) =>
      abilitiesFor(life.ledger().policies, factsFor(life.ledger(), LEADER), {
        env: life.env(LEADER, NOON),
        place,
      }).filter(({ act }) => act === "recommend");
    const here = { kind: "center", center } as const;
    life.must(LEADER, NOON, recommending(center));
    expect(offered(here)).toStrictEqual([{ act: "recommend", verdict: { kind: "allowed" } }]);
    life.must(LEADER, NOON, recommending(center, { promotion: "on" }));
    expect(offered(here)).toStrictEqual([{ act: "recommend", verdict: done("up") }]);
    expect(offered({ kind: "tenant" })).toStrictEqual([]);
    const without = newLife(ODD_POLICY, HOLIDAYS);
    const none = abilitiesFor(without.ledger().policies, factsFor(without.ledger(), LEADER), {
      env: without.env(LEADER, NOON),
      place: { kind: "center", center: without.centerOf(handIn(without)).id },
    });
    expect(none.map(({ act }) => act)).not.toContain("recommend");
  });
});
