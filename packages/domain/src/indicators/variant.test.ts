import type { Condition, Scalar, Sheet, SheetVariant } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { policyWith, said } from "../testing/owing.ts";
import { worldWith } from "../testing/world.ts";
import { variedSheet } from "./variant.ts";

const judged = { kind: "judged", by: { role: "experts" } } as const;
const open = { open: { asks: said("几分"), per: "policy" } } as const;
const inField = (than: Scalar | typeof open): Condition => ({
  kind: "compare",
  of: { kind: "fact", fact: "application.field" },
  is: "equal",
  than,
});
const SURGERY: SheetVariant = {
  key: "surgery",
  when: inField("surgery"),
  changes: [{ key: "less", at: "items/a/weight", set: 30 }],
};
const BIG: SheetVariant = {
  key: "big",
  when: { kind: "compare", of: { kind: "fact", fact: "host.beds" }, is: "at-least", than: 500 },
  changes: [{ key: "more", at: "items/b/weight", set: 70 }],
};
const sheetWith = (...variants: SheetVariant[]): Sheet => ({
  key: "s",
  for: ["lab"],
  total: 100,
  unit: "points",
  levels: [{ key: "one", owner: "authority", weights: "required" }],
  items: [
    { key: "a", weight: 60, points: judged },
    { key: "b", weight: 40, points: judged },
  ],
  variants,
});
const policy = policyWith({});
const varied = (
  sheet: Sheet,
  facts: { [ref: string]: Scalar } = {},
  settled: { [path: string]: unknown } = {},
) => variedSheet(sheet, worldWith(policy, facts, settled));
const weights = (...asked: Parameters<typeof varied>) => {
  const found = varied(...asked);
  return found.kind === "known" ? found.value.sheet.items.map(({ weight }) => weight) : found.kind;
};

describe("a sheet with variants", () => {
  it("is itself where none holds", () => {
    const sheet = sheetWith(SURGERY);
    const found = varied(sheet, { "application.field": "medicine" });
    expect(found.kind === "known" && found.value.sheet).toBe(sheet);
    const { variants: _, ...plain } = sheet;
    expect(weights(plain)).toEqual([60, 40]);
  });

  it("is changed by each that holds, one after the other, and made once", () => {
    const sheet = sheetWith(SURGERY, BIG);
    const facts = { "application.field": "surgery", "host.beds": 100 };
    expect(weights(sheet, facts)).toEqual([30, 40]);
    expect(weights(sheet, { ...facts, "host.beds": 500 })).toEqual([30, 70]);
    expect(weights(sheet, { ...facts, "application.field": "medicine", "host.beds": 500 })).toEqual([60, 70]);
    const [one, again] = [varied(sheet, facts), varied(sheet, facts)];
    expect(one.kind === "known" && again.kind === "known" && one.value.sheet === again.value.sheet).toBe(
      true,
    );
  });

  it("is not known while one of them is not decided: for a fact, an open value or a word that is awaited", () => {
    const facts = { "application.field": "surgery" };
    expect(varied(sheetWith(SURGERY, BIG), facts)).toStrictEqual({ kind: "missing", ref: "host.beds" });
    const path = "sheets/s/variants/surgery/when";
    expect(varied(sheetWith({ ...SURGERY, when: inField(open) }), facts)).toStrictEqual({
      kind: "open",
      open: { path: `${path}/than`, asks: said("几分"), per: "policy", by: "authority" },
    });
    const awaited: Condition = { kind: "judged", by: { role: "experts" }, asks: said("难吗") };
    expect(varied(sheetWith({ ...SURGERY, when: awaited }))).toStrictEqual({ kind: "missing", ref: path });
  });
});

describe("an open value that a variant brought in", () => {
  const facts = { "application.field": "surgery" };
  const settlementAt = (
    changes: SheetVariant["changes"],
    path: string,
    settled: { [path: string]: unknown },
  ) => {
    const found = varied(sheetWith({ ...SURGERY, changes }), facts, settled);
    return found.kind === "known" ? found.value.world.settlement(path)?.value : found.kind;
  };
  const changesAt = "sheets/s/variants/surgery/changes";

  it("is settled where it stands in the change", () => {
    const set: SheetVariant["changes"] = [{ key: "less", at: "items/a/weight", set: open }];
    const settled = { [`${changesAt}/less/set`]: 30, "sheets/s/items/b/weight": 40 };
    expect(settlementAt(set, "sheets/s/items/a/weight", settled)).toBe(30);
    expect(settlementAt(set, "sheets/s/items/b/weight", settled)).toBe(40);
    expect(settlementAt(set, "sheets/s/items/a/weights", { "sheets/s/items/a/weights": 5 })).toBe(5);
  });

  it("is found below what was added, by its key", () => {
    const added = { key: "c", weight: open, points: judged };
    const add = [{ key: "more", at: "items", add: added }] as SheetVariant["changes"];
    const settled = { [`${changesAt}/more/add/weight`]: 10 };
    expect(settlementAt(add, "sheets/s/items/c/weight", settled)).toBe(10);
    expect(settlementAt(add, "sheets/s/items/a/weight", settled)).toBeUndefined();
  });

  it("is the last one's where several changed the same place", () => {
    const twice: SheetVariant["changes"] = [
      { key: "first", at: "items/a/weight", set: 10 },
      { key: "second", at: "items/a/weight", set: open },
    ];
    const settled = { [`${changesAt}/first/set`]: 1, [`${changesAt}/second/set`]: 2 };
    expect(settlementAt(twice, "sheets/s/items/a/weight", settled)).toBe(2);
  });
});
