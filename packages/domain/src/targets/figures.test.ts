import type { Measure, NamedMeasure } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { boardWith, entry, institution } from "../testing/board.ts";
import { lab, policyWith, said } from "../testing/owing.ts";
import { figuresOf } from "./figures.ts";

const BEDS: Measure = { kind: "fact", fact: "host.beds" };
const MONEY: Measure = { kind: "tally", of: "funds", by: "sum", each: { kind: "fact", fact: "it.amount" } };
const measure = (is: Measure, more: Partial<NamedMeasure> = {}): NamedMeasure => ({
  key: "m",
  label: said("数字"),
  because: ["all"],
  of: "host",
  unit: "张",
  is,
  ...more,
});

function figures(one: NamedMeasure, today = "2026-06-01") {
  const funds = [
    entry("funds", { amount: 5, on: "2025-05-01" }, 1),
    entry("funds", { amount: 7, on: "2026-05-01" }, 2),
  ];
  const institutions = [institution({ "host.beds": 500 }), { ...institution({}, 2), entries: funds }];
  const centers = [
    lab({ id: "a", standing: "building", values: { "host.beds": 300 } }),
    lab({ id: "b", standing: "applying" }),
  ];
  return figuresOf(boardWith(policyWith({ measures: [one] }), today, { institutions, centers }));
}
const readings = (one: NamedMeasure) => figures(one)[0]?.readings;

describe("a named figure", () => {
  it("is read of each institution, with what it counts or why it is not known", () =>
    expect(figures(measure(BEDS))).toStrictEqual([
      {
        measure: "m",
        label: said("数字"),
        unit: "张",
        of: "host",
        clauses: [
          { key: "all", document: "rules", section: "一", gist: { zh: "全部规定", en: "all of it" } },
        ],
        readings: [
          { id: "institution-1", name: "甲医院", value: "500", records: [] },
          { id: "institution-2", name: "医院 2", missing: "host.beds", records: [] },
        ],
      },
    ]));

  it("is read of each center that is there, or of the tenant alone", () => {
    expect(readings(measure(BEDS, { of: "center" }))?.map(({ id, name }) => [id, name])).toEqual([
      ["a", "实验室"],
    ]);
    expect(readings(measure(BEDS, { of: "tenant" }))).toStrictEqual([
      { name: "", missing: "host.beds", records: [] },
    ]);
  });

  it("names the open value that it waits for", () => {
    const open = { asks: said("多少"), per: "policy" } as const;
    expect(readings(measure({ open }, { of: "tenant" }))).toStrictEqual([
      {
        name: "",
        open: { path: "measures/m/is", asks: said("多少"), per: "policy", by: "authority" },
        records: [],
      },
    ]);
  });

  it("counts the records of the year where it is asked each year, and else all", () => {
    const sums = (more: Partial<NamedMeasure>) => readings(measure(MONEY, { of: "tenant", ...more }));
    const record = (n: number, amount: number, on: string) => ({
      name: `条目 ${n}`,
      unit: "医院 2",
      amount,
      on,
    });
    expect(sums({})).toStrictEqual([
      { name: "", value: "12", records: [record(1, 5, "2025-05-01"), record(2, 7, "2026-05-01")] },
    ]);
    expect(sums({ every: "year" })).toStrictEqual([
      { name: "", value: "7", records: [record(2, 7, "2026-05-01")] },
    ]);
  });
});
