import { describe, expect, it } from "vitest";
import { at, INSPECTOR, MANAGER, OFFICER, RIVAL_MANAGER } from "../testing/life.ts";
import { RULES } from "../testing/odd-steps.ts";
import { registering } from "../testing/odd-registers.ts";
import { enter, DAY, OWN } from "../testing/registers.ts";

const striking = (entry: string, root = OWN) => ({ kind: "strike", root, entry, reason: "重复" }) as const;
const LATER = at("2022-10-21");

describe("striking an entry", () => {
  it("is kept with the reason, by who entered it or by who verifies", () => {
    for (const hat of [MANAGER, OFFICER]) {
      const life = registering();
      const entry = enter(life);
      expect(life.asks(hat, LATER, striking(entry))).toStrictEqual({
        kind: "decided",
        events: [
          {
            root: { kind: "institution", id: OWN },
            kind: "struck",
            body: { entry, register: "awards", reason: "重复" },
            onDay: "2022-10-21",
            consulted: ["registers/awards"],
          },
        ],
        holds: { notAfter: at("2022-10-22", "00:00:00") },
      });
    }
  });

  it("is nobody else's; where nobody verifies, it is theirs who entered it", () => {
    const life = registering();
    const entry = enter(life);
    const act = { zh: "注销", en: "strike" };
    const roles = ["institution-manager", "contact", "officer"];
    expect(life.asks(INSPECTOR, at(DAY), striking(entry))).toStrictEqual({
      kind: "refused",
      violations: [{ code: "not-your-role", params: { act, roles }, clauses: [] }],
    });
    expect(life.blocked(RIVAL_MANAGER, at(DAY), striking(entry))).toBe("refused: not-your-case");
    const root = "tenant-root";
    const answers = { title: "调研" };
    life.must(OFFICER, at(DAY), { kind: "record", root, register: "visits", answers });
    expect(life.asks(MANAGER, at(DAY), striking("id-2", root))).toStrictEqual({
      kind: "refused",
      violations: [{ code: "not-your-role", params: { act, roles: ["officer"] }, clauses: [] }],
    });
  });

  it("leaves nothing more to do with the entry, and says when and why", () => {
    const life = registering();
    const entry = enter(life);
    life.must(OFFICER, LATER, { kind: "verify", root: OWN, entry, opinion: "属实" });
    life.must(MANAGER, LATER, striking(entry));
    const refused = {
      kind: "refused",
      violations: [
        {
          code: "entry-struck",
          params: { title: "科技奖", reason: "重复", on: "2022-10-21" },
          clauses: RULES,
        },
      ],
    };
    const later = at("2022-10-25");
    const answers = { title: "科技进步奖" };
    const verifying = { kind: "verify", root: OWN, entry, opinion: "属实" } as const;
    expect(life.asks(OFFICER, later, striking(entry))).toStrictEqual(refused);
    expect(life.asks(OFFICER, later, verifying)).toStrictEqual(refused);
    expect(life.asks(MANAGER, later, { kind: "amend", root: OWN, entry, answers })).toStrictEqual(refused);
  });
});
