import { describe, expect, it } from "vitest";
import type { Action } from "../contract/actions.ts";
import { at, hatOf, HOSPITAL, MANAGER, OFFICER, RIVAL_MANAGER } from "../testing/life.ts";
import { handIn, RULES } from "../testing/odd-steps.ts";
import { registering } from "../testing/odd-registers.ts";
import { enter, DAY, OWN, recording } from "../testing/registers.ts";

const AWARD = {
  title: "科技奖",
  answers: { title: "科技奖", number: "A-1", kind: "award" },
  personal: { phone: "13800000000" },
  attributes: { kind: "award" },
  fingerprint: "achievements|a1",
};
const visiting: Action = {
  kind: "record",
  root: "tenant-root",
  register: "visits",
  answers: { title: "调研" },
};
const enteredAlready = (on: string) => ({
  code: "entered-already",
  params: { register: { zh: "奖项台账", en: "awards" }, title: "科技奖", on },
  clauses: RULES,
});

describe("entering something into a register", () => {
  it("begins the history of an institution with its first entry, and says who it is only then", () => {
    const life = registering();
    const first = life.must(MANAGER, at(DAY), recording({ phone: "13800000000" })).events;
    const root = { kind: "institution", id: OWN };
    expect(first).toStrictEqual([
      {
        root,
        kind: "recorded",
        body: {
          entry: "id-1",
          register: "awards",
          of: "achievements",
          ...AWARD,
          awaits: true,
          open: false,
          host: { party: HOSPITAL, uscc: "125001024500000017", name: "甲医院", city: "甲市" },
        },
        onDay: "2022-10-20",
        consulted: ["registers/awards"],
      },
    ]);
    const second = life.must(
      hatOf("contact", HOSPITAL),
      at(DAY),
      recording({ number: "A-2", phone: "13800000000" }),
    ).events;
    expect(second).toStrictEqual([
      {
        root,
        kind: "recorded",
        body: {
          entry: "id-2",
          register: "awards",
          of: "achievements",
          ...AWARD,
          answers: { ...AWARD.answers, number: "A-2" },
          fingerprint: "achievements|a2",
          awaits: true,
          open: false,
        },
        onDay: "2022-10-20",
        consulted: ["registers/awards"],
      },
    ]);
  });

  it("counts at once where nobody verifies it, and is open to everybody where the register is", () => {
    const life = registering();
    expect(life.must(OFFICER, at(DAY), visiting).events).toStrictEqual([
      {
        root: { kind: "tenant", id: "tenant-root" },
        kind: "recorded",
        body: {
          entry: "id-1",
          register: "visits",
          of: "activities",
          title: "调研",
          answers: { title: "调研" },
          personal: {},
          attributes: {},
          awaits: false,
          open: true,
        },
        onDay: "2022-10-20",
        consulted: ["registers/visits"],
      },
    ]);
  });

  it("names every field that is still empty, and the entry that is the same thing", () => {
    const life = registering();
    enter(life);
    expect(life.asks(MANAGER, at("2022-10-21"), recording({ title: "" }))).toStrictEqual({
      kind: "refused",
      violations: [
        {
          code: "field-missing",
          params: { section: { zh: "奖项台账", en: "awards" }, field: { zh: "名", en: "name" } },
          clauses: RULES,
          path: "registers/awards/fields/title",
          field: "awards/title",
        },
        enteredAlready("2022-10-20"),
      ],
    });
  });

  it("asks for what the root that bears the register is asked for", () => {
    const life = registering();
    const root = life.centerOf(handIn(life)).id;
    const answers = { title: "质谱仪" };
    expect(
      life.asks(MANAGER, at("2026-04-03"), { kind: "record", root, register: "devices", answers }),
    ).toStrictEqual({
      kind: "refused",
      violations: [
        {
          code: "field-missing",
          params: { section: { zh: "设备台账", en: "devices" }, field: { zh: "price", en: "price" } },
          clauses: RULES,
          path: "registers/devices/fields/price",
          field: "devices/price",
        },
      ],
    });
  });

  it("is done once for one thing, unless what was entered before has been struck", () => {
    const life = registering();
    const entry = enter(life);
    const again = recording({ title: "另一个名称" });
    expect(life.asks(MANAGER, at(DAY), again)).toStrictEqual({
      kind: "refused",
      violations: [enteredAlready("2022-10-20")],
    });
    life.must(MANAGER, at(DAY), recording({ number: "B-1" }));
    // where nothing says what the thing is, it may be there twice
    life.must(MANAGER, at(DAY), recording({ number: "" }));
    life.must(MANAGER, at(DAY), recording({ number: "" }));
    life.must(MANAGER, at(DAY), { kind: "strike", root: OWN, entry, reason: "重复" });
    life.must(MANAGER, at(DAY), again);
  });

  it("is whose the register says, on the side of whom it is kept for", () => {
    const life = registering();
    const act = { zh: "登记", en: "record" };
    expect(life.asks(OFFICER, at(DAY), recording({}))).toStrictEqual({
      kind: "refused",
      violations: [
        {
          code: "not-your-role",
          params: { act, roles: ["institution-manager", "contact"] },
          clauses: [],
        },
      ],
    });
    expect(life.asks(RIVAL_MANAGER, at(DAY), recording({}))).toStrictEqual({
      kind: "refused",
      violations: [{ code: "not-your-case", params: { what: act }, clauses: [] }],
    });
    expect(life.asks(MANAGER, at(DAY), visiting)).toStrictEqual({
      kind: "refused",
      violations: [{ code: "not-your-role", params: { act, roles: ["officer"] }, clauses: [] }],
    });
  });
});
