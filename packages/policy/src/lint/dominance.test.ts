import { describe, expect, test } from "vitest";
import type { Indicator, Sheet } from "../schema/sheets.ts";
import type { CompareCondition, Condition, Measure } from "../schema/sorts.ts";
import { compare, sheetOf, smallPolicy, told, words } from "../testing/small-policy.ts";
import { dominance } from "./dominance.ts";

const said = (items: Indicator[], rest: Partial<Sheet> = {}) =>
  told(dominance(smallPolicy({ sheets: [sheetOf(items, { minor: { kinds: ["paper"] }, ...rest })] })));
const tooHeavy = (names: string, sum: number, heaviest: number) =>
  `minor: “${names}” weigh ${sum} together, the heaviest other item ${heaviest}`;
const weighs = (...args: Parameters<typeof tooHeavy>) => [`sheets/sheet/${tooHeavy(...args)}`];
const papers = (weight: number): Indicator => ({ key: "papers", weight, about: ["paper"] });
const open = { open: { asks: words("how much"), per: "policy" } } as const;

describe("what may not weigh most weighs less than the heaviest other item", () => {
  test.each<[number, string[]]>([
    [29.9, []],
    [30, weighs("papers", 30, 30)],
    [40, weighs("papers", 40, 30)],
  ])("papers of %d beside care of 30", (weight, problems) =>
    expect(said([papers(weight), { key: "care", weight: 30 }, { key: "beds", weight: 10 }])).toEqual(
      problems,
    ),
  );
  test("several of the kind weigh together, each by its label", () => {
    const books: Indicator = { key: "books", weight: 15.1, label: words("Books"), about: ["book", "paper"] };
    const policy = smallPolicy({
      sheets: [sheetOf([papers(15), books, { key: "care", weight: 30 }], { minor: { kinds: ["paper"] } })],
    });
    expect(dominance(policy).map((problem) => problem.said)).toEqual([
      {
        zh: "“papers、Books（中）”合计 30.1，其他指标最高只有 30",
        en: "“papers, Books” weigh 30.1 together, the heaviest other item 30",
      },
    ]);
  });
  test("items are those at the ends of the tree; a group is none", () => {
    const group: Indicator = { key: "group", weight: 50, items: [papers(20), { key: "care", weight: 30 }] };
    expect(said([group, { key: "empty", weight: 21, items: [] }])).toEqual([]);
    expect(said([{ ...group, items: [papers(31), { key: "care", weight: 19 }] }])).toEqual(
      weighs("papers", 31, 19),
    );
  });
  test("a bonus neither counts nor is counted against", () => {
    expect(said([papers(10), { key: "care", weight: 30, bonus: true }, { key: "beds", weight: 5 }])).toEqual(
      weighs("papers", 10, 5),
    );
    expect(
      said([
        { ...papers(10), bonus: true },
        { key: "beds", weight: 5 },
      ]),
    ).toEqual([]);
  });
  test("alone it weighs most of all", () => expect(said([papers(10)])).toEqual(weighs("papers", 10, 0)));
  test("where a weight is not known nothing is said, unless what is known is enough", () => {
    expect(
      said([
        { key: "papers", weight: open, about: ["paper"] },
        { key: "beds", weight: 5 },
      ]),
    ).toEqual([]);
    expect(said([papers(10), { key: "care", weight: open }, { key: "beds", weight: 5 }])).toEqual([]);
    expect(said([papers(10), { key: "more", about: ["paper"] }, { key: "beds", weight: 5 }])).toEqual(
      weighs("papers, more", 10, 5),
    );
  });
  test("a sheet that names no such kind is free, and so is another kind", () => {
    const all = [papers(90), { key: "care", weight: 10 }];
    expect(told(dominance(smallPolicy({ sheets: [sheetOf(all)] })))).toEqual([]);
    expect(said(all, { minor: { kinds: ["patent"] } })).toEqual([]);
  });
});

describe("an item is also about what its points count", () => {
  const care: Indicator = { key: "care", weight: 10 };
  const counting = (where: Condition): Measure => ({ kind: "tally", of: "achievements", by: "count", where });
  const kind = (is: CompareCondition["is"], than?: CompareCondition["than"]) =>
    said([{ key: "papers", weight: 90, points: counting(compare("it.kind", is, than)) }, care]);
  const found = weighs("papers", 90, 10);

  test("records of the kind, alone or among others", () => {
    expect(kind("equal", "paper")).toEqual(found);
    expect(kind("one-of", ["book", "paper"])).toEqual(found);
    const deep: Condition = {
      kind: "all",
      of: [compare("it.on", "known"), compare("it.kind", "equal", "paper")],
    };
    expect(said([{ key: "papers", weight: 90, points: counting(deep) }, care])).toEqual(found);
  });
  test("but not all but these, nor records of another kind, nor the kind of something else", () => {
    expect(kind("not-equal", "paper")).toEqual([]);
    expect(kind("none-of", ["paper"])).toEqual([]);
    expect(kind("known")).toEqual([]);
    expect(kind("equal", "book")).toEqual([]);
    const role = counting(compare("it.role", "equal", "paper"));
    expect(said([{ key: "papers", weight: 90, points: role }, care])).toEqual([]);
    expect(said([{ key: "papers", weight: 90, points: counting({ kind: "any", of: [] }) }, care])).toEqual(
      [],
    );
  });
});

describe("each variant of a sheet is looked at as it is", () => {
  const varied = (at: string, set: number) =>
    said([papers(10), { key: "care", weight: 30 }], {
      variants: [
        {
          key: "surgery",
          when: compare("center.field", "equal", "surgery"),
          changes: [{ key: "c", at, set }],
        },
      ],
    });

  test("and told in its own place", () => {
    expect(varied("items/papers/weight", 20)).toEqual([]);
    expect(varied("items/papers/weight", 40)).toEqual([
      `sheets/sheet/variants/surgery/${tooHeavy("papers", 40, 30)}`,
    ]);
  });
  test("one that cannot be is the matter of another rule", () =>
    expect(varied("items/nobody/weight", 40)).toEqual([]));
});
