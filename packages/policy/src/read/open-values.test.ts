import { expect, test } from "vitest";
import { procedureOf, smallPolicy, words } from "../testing/small-policy.ts";
import { openValues } from "./open-values.ts";
import { readings } from "./readings.ts";

const clause = (key: string) => ({ key, document: "main", section: "一", gist: words(key) });
const choices = [{ key: "a", label: words("a"), then: "refused" }];
const clauses = [clause("one"), clause("two")];

const policy = smallPolicy({
  clauses,
  lists: [
    {
      key: "grades",
      because: ["two", "nobody"],
      items: [{ key: "best", open: { asks: words("its word"), per: "call" } }],
    },
  ],
  procedures: [
    procedureOf(
      [
        {
          key: "collect",
          does: "submit",
          by: { role: "host" },
          because: [],
          late: { open: { asks: words("late or not"), per: "case", by: { role: "host" }, choices } },
          window: { read: { kind: "anytime" }, as: words("whenever") },
        },
      ],
      { because: ["one"] },
    ),
  ],
  caps: [
    {
      key: "seats",
      for: ["lab"],
      counts: "designations",
      per: [],
      because: ["one", "two"],
      most: { open: { asks: words("how many"), per: "policy", least: 1, most: 3 } },
    },
  ],
});

test("what is open is listed in the order of the document, with its terms and the clauses it rests on", () =>
  expect(openValues(policy)).toEqual([
    {
      path: "lists/grades/items/best",
      asks: words("its word"),
      per: "call",
      by: { role: "authority" },
      sort: "words",
      because: [clauses[1]],
    },
    {
      path: "caps/seats/most",
      asks: words("how many"),
      per: "policy",
      by: { role: "authority" },
      least: 1,
      most: 3,
      sort: "number",
      because: clauses,
    },
    {
      path: "procedures/entry/stages/collect/late",
      asks: words("late or not"),
      per: "case",
      by: { role: "host" },
      choices,
      sort: "lateness",
      because: [clauses[0]],
    },
  ]));

test("a field called open that has no terms is none", () =>
  expect(
    openValues({
      ...policy,
      caps: [],
      procedures: [],
      lists: [{ key: "l", items: [], open: { yes: 1 } } as never],
    }),
  ).toEqual([]));

test("what was read into the text is listed with its wording", () => {
  expect(readings(policy)).toEqual([
    {
      path: "procedures/entry/stages/collect/window",
      read: { kind: "anytime" },
      as: words("whenever"),
      because: [clauses[0]],
    },
  ]);
  const halves = [
    { key: "a", read: 1 },
    { key: "b", as: words("so") },
    { key: "c", read: 1, as: "so" },
  ];
  expect(readings(smallPolicy({ lists: [{ key: "l", items: halves }] }))).toEqual([]);
});

test("where no node says its source there are no clauses", () =>
  expect(
    openValues({
      ...policy,
      caps: [],
      lists: [],
      procedures: policy.procedures.map((one) => ({ ...one, because: "one" }) as never),
    }).map(({ because }) => because),
  ).toEqual([[]]));
