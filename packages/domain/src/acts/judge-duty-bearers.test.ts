import type { Duty, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { abilitiesFor } from "../access/abilities.ts";
import { factsFor } from "../testing/ledger.ts";
import { at, LEADER, MANAGER, newLife, OFFICER } from "../testing/life.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { checked, decided, HOLIDAYS, RULES } from "../testing/odd-steps.ts";
import type { AbilityPlace, ActionOf } from "./act.ts";
import { decide } from "./decide.ts";

const NOW = at("2026-05-06");
const duty = (key: string, bearer: Duty["bearer"], more: Partial<Duty> = {}): Duty => ({
  key,
  label: { zh: `职责${key}`, en: key },
  because: ["all"],
  bearer,
  must: { kind: "judged", by: { role: "authority" }, asks: { zh: "做了吗", en: "was it done?" } },
  when: { kind: "anytime" },
  every: "year",
  ...more,
});
const POLICY: Policy = {
  ...ODD_POLICY,
  duties: [
    duty("plan", "tenant"),
    duty("report", "tenant"),
    duty("counted", "tenant", { must: { kind: "all", of: [] } }),
    duty("room", "institution"),
    duty("staff", "host"),
    duty("share", "joint"),
    duty("open", "center"),
    duty("desks", "center", { for: ["desk"] }),
    duty("labs", "center", { for: ["lab"] }),
  ],
};
const judging = (key: string, more: Partial<ActionOf<"judge-duty">> = {}): ActionOf<"judge-duty"> => ({
  kind: "judge-duty",
  duty: key,
  year: 2026,
  met: true,
  opinion: "查过台账",
  ...more,
});
const HOST = { party: 11, uscc: "125001024500000017", name: "甲医院", city: "甲市" };
const begin = () => newLife(POLICY, HOLIDAYS);
const told = (root: object, key: string, more: object = {}) => ({
  root,
  kind: "duty-judged",
  body: { duty: key, year: 2026, met: true, opinion: "查过台账", ...more },
  onDay: "2026-05-06",
  consulted: [`duties/${key}`],
});

describe("a duty that was judged", () => {
  it("is kept with the tenant that bears it", () => {
    expect(begin().must(LEADER, NOW, judging("plan")).events).toEqual([
      told({ kind: "tenant", id: "tenant-root" }, "plan"),
    ]);
  });

  it("begins the history of an institution with who it is, and does so once", () => {
    const life = begin();
    const institution = "institution-1";
    const root = { kind: "institution", id: institution };
    expect(life.must(OFFICER, NOW, judging("room", { institution })).events).toEqual([
      told(root, "room", { host: HOST }),
    ]);
    expect(life.must(OFFICER, NOW, judging("staff", { institution })).events).toEqual([told(root, "staff")]);
    life.must(OFFICER, NOW, judging("share", { institution }));
  });

  it("begins it also where the institution has none to be loaded", () => {
    const life = begin();
    const { institution: _institution, ...facts } = factsFor(life.ledger(), MANAGER);
    const asked = (known: typeof facts) =>
      decide(life.ledger().policies, known, {
        action: judging("room", { institution: "institution-9" }),
        env: life.env(OFFICER, NOW),
      });
    expect(asked(facts)).toMatchObject({
      events: [told({ kind: "institution", id: "institution-9" }, "room", { host: HOST })],
    });
    const { host: _host, ...nobody } = facts;
    expect(asked(nobody)).toMatchObject({ kind: "refused", violations: [{ code: "nothing-to-act-on" }] });
  });

  it("is a center's of the types that it is for, while that center stands", () => {
    const life = begin();
    const applying = life.centerOf(checked(life)).id;
    const nothing = "refused: nothing-to-act-on";
    expect(life.blocked(OFFICER, NOW, judging("open", { center: applying }))).toBe(nothing);
    const standing = begin();
    const center = standing.centerOf(decided(standing)).id;
    const root = { kind: "center", id: center };
    expect(standing.must(OFFICER, NOW, judging("open", { center })).events.at(-1)).toEqual(
      told(root, "open"),
    );
    expect(standing.must(OFFICER, NOW, judging("labs", { center })).events.at(-1)).toEqual(
      told(root, "labs"),
    );
    expect(standing.blocked(OFFICER, NOW, judging("desks", { center }))).toBe(nothing);
    expect(standing.blocked(OFFICER, NOW, judging("plan", { center }))).toBe(nothing);
  });

  it("is said of its own bearer, and of one that somebody is to judge", () => {
    const life = begin();
    const nothing = "refused: nothing-to-act-on";
    expect(life.blocked(OFFICER, NOW, judging("counted"))).toBe(nothing);
    expect(life.blocked(OFFICER, NOW, judging("room"))).toBe(nothing);
    expect(life.blocked(OFFICER, NOW, judging("plan", { institution: "institution-1" }))).toBe(nothing);
    expect(life.asks(OFFICER, NOW, judging("room", { center: "institution-1" }))).toMatchObject({
      kind: "refused",
      violations: [{ code: "nothing-to-act-on", params: { what: { zh: expect.stringMatching(/./) } } }],
    });
    expect(life.blocked(MANAGER, NOW, judging("plan"))).toBe("refused: not-your-role");
  });

  it("is of a year that has begun", () => {
    expect(begin().asks(OFFICER, NOW, judging("plan", { year: 2027 }))).toEqual({
      kind: "refused",
      violations: [
        {
          code: "field-invalid",
          params: { field: { zh: "年度", en: "year" }, fault: "date" },
          clauses: RULES,
          field: "year",
        },
      ],
    });
  });

  it("is judged once in a year; another duty and another year are another matter", () => {
    const life = begin();
    life.must(OFFICER, NOW, judging("plan"));
    expect(life.asks(OFFICER, at("2026-05-07"), judging("plan", { met: false }))).toEqual({
      kind: "refused",
      violations: [
        {
          code: "already-done",
          params: { what: { zh: "职责plan", en: "plan" }, on: "2026-05-06" },
          clauses: RULES,
        },
      ],
    });
    life.must(OFFICER, NOW, judging("report"));
    life.must(OFFICER, NOW, judging("plan", { year: 2025 }));
    expect(life.ledger().tenant.duties?.map(({ duty: key, year }) => [key, year])).toEqual([
      ["plan", 2026],
      ["report", 2026],
      ["plan", 2025],
    ]);
  });
});

it("what can be judged is offered where its bearer is shown", () => {
  const life = begin();
  const entry = decided(life);
  const center = life.centerOf(entry).id;
  const offered = (place: AbilityPlace) =>
    abilitiesFor(life.ledger().policies, factsFor(life.ledger(), OFFICER, "institution-1"), {
      env: life.env(OFFICER, NOW),
      place,
    }).flatMap(({ act, path }) => (act === "judge-duty" ? [path] : []));
  expect(offered({ kind: "tenant" })).toEqual(["duties/plan", "duties/report"]);
  expect(offered({ kind: "center", center })).toEqual(["duties/open", "duties/labs"]);
  expect(offered({ kind: "institution", institution: "institution-1" })).toEqual([
    "duties/room",
    "duties/staff",
    "duties/share",
  ]);
  expect(offered({ kind: "case", case: entry })).toEqual([]);
});
