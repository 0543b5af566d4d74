import { describe, expect, it } from "vitest";
import { at, INSPECTOR, MANAGER, OFFICER } from "../testing/life.ts";
import { registering } from "../testing/odd-registers.ts";
import { enter, DAY, OWN } from "../testing/registers.ts";

const verifying = (entry: string, root = OWN) => ({ kind: "verify", root, entry, opinion: "属实" }) as const;

describe("confirming an entry", () => {
  it("is kept with the opinion, in the history of whose entry it is", () => {
    const life = registering();
    const entry = enter(life);
    expect(life.asks(OFFICER, at("2022-10-21"), verifying(entry))).toStrictEqual({
      kind: "decided",
      events: [
        {
          root: { kind: "institution", id: OWN },
          kind: "verified",
          body: { entry, register: "awards", opinion: "属实" },
          onDay: "2022-10-21",
          consulted: ["registers/awards"],
        },
      ],
      holds: { notAfter: at("2022-10-22", "00:00:00") },
    });
  });

  it("is done once, and again after a correction", () => {
    const life = registering();
    const entry = enter(life);
    life.must(OFFICER, at("2022-10-21"), verifying(entry));
    expect(life.asks(OFFICER, at("2022-10-22"), verifying(entry))).toStrictEqual({
      kind: "refused",
      violations: [
        {
          code: "already-done",
          params: { what: { zh: "科技奖", en: "科技奖" }, on: "2022-10-21" },
          clauses: [],
        },
      ],
    });
    const answers = { title: "科技进步奖", number: "A-1" };
    life.must(MANAGER, at("2022-10-22"), { kind: "amend", root: OWN, entry, answers });
    life.must(OFFICER, at("2022-10-22"), verifying(entry));
  });

  it("is the verifier's alone, and nobody's where the register names none", () => {
    const life = registering();
    const entry = enter(life);
    const act = { zh: "核实", en: "verify" };
    for (const hat of [MANAGER, INSPECTOR]) {
      expect(life.asks(hat, at(DAY), verifying(entry))).toStrictEqual({
        kind: "refused",
        violations: [{ code: "not-your-role", params: { act, roles: ["officer"] }, clauses: [] }],
      });
    }
    const root = "tenant-root";
    const answers = { title: "调研" };
    life.must(OFFICER, at(DAY), { kind: "record", root, register: "visits", answers });
    expect(life.asks(OFFICER, at(DAY), verifying("id-2", root))).toStrictEqual({
      kind: "refused",
      violations: [{ code: "not-your-role", params: { act, roles: [] }, clauses: [] }],
    });
  });
});
