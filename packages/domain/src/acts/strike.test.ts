import { describe, expect, it } from "vitest";
import { at, INSPECTOR, MANAGER, OFFICER, RIVAL_MANAGER } from "../testing/life.ts";
import { RULES } from "../testing/odd-steps.ts";
import { enter, ENTERED_ON, INSTITUTION, registering } from "../testing/register-steps.ts";

const striking = (entry: string, root = INSTITUTION) =>
  ({ kind: "strike", root, entry, reason: "重复" }) as const;
const DAY = at("2026-03-21");

describe("striking an entry", () => {
  it("is kept with the reason, by who entered it or by who verifies", () => {
    for (const hat of [MANAGER, OFFICER]) {
      const life = registering();
      const entry = enter(life);
      expect(life.asks(hat, DAY, striking(entry))).toStrictEqual({
        kind: "decided",
        events: [
          {
            root: { kind: "institution", id: INSTITUTION },
            kind: "struck",
            body: { entry, register: "awards", reason: "重复" },
            onDay: "2026-03-21",
            consulted: ["registers/awards"],
          },
        ],
        holds: { notAfter: at("2026-03-22", "00:00:00") },
      });
    }
  });

  it("is nobody else's; where nobody verifies, it is theirs who entered it", () => {
    const life = registering();
    const entry = enter(life);
    const act = { zh: "注销", en: "strike" };
    const roles = ["institution-manager", "contact", "officer"];
    expect(life.asks(INSPECTOR, ENTERED_ON, striking(entry))).toEqual({
      kind: "refused",
      violations: [{ code: "not-your-role", params: { act, roles }, clauses: [] }],
    });
    expect(life.blocked(RIVAL_MANAGER, ENTERED_ON, striking(entry))).toBe("refused: not-your-case");
    const root = "tenant-root";
    const answers = { title: "调研" };
    life.must(OFFICER, ENTERED_ON, { kind: "record", root, register: "visits", answers });
    expect(life.asks(MANAGER, ENTERED_ON, striking("id-2", root))).toEqual({
      kind: "refused",
      violations: [{ code: "not-your-role", params: { act, roles: ["officer"] }, clauses: [] }],
    });
  });

  it("leaves nothing more to do with the entry, and says when and why", () => {
    const life = registering();
    const entry = enter(life);
    life.must(OFFICER, DAY, { kind: "verify", root: INSTITUTION, entry, opinion: "属实" });
    life.must(MANAGER, DAY, striking(entry));
    const refused = {
      kind: "refused",
      violations: [
        {
          code: "entry-struck",
          params: { title: "科技奖", reason: "重复", on: "2026-03-21" },
          clauses: RULES,
        },
      ],
    };
    const later = at("2026-03-25");
    const answers = { title: "科技进步奖" };
    const verifying = { kind: "verify", root: INSTITUTION, entry, opinion: "属实" } as const;
    expect(life.asks(OFFICER, later, striking(entry))).toEqual(refused);
    expect(life.asks(OFFICER, later, verifying)).toEqual(refused);
    expect(life.asks(MANAGER, later, { kind: "amend", root: INSTITUTION, entry, answers })).toEqual(refused);
  });
});
