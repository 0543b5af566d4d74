import { describe, expect, test } from "vitest";
import type { Actor } from "../schema/actor.ts";
import type { FormField } from "../schema/forms.ts";
import type { Indicator } from "../schema/sheets.ts";
import type { Condition, Value } from "../schema/sorts.ts";
import type { Stage } from "../schema/stages.ts";
import type { Key } from "../schema/text.ts";
import { compare, procedureOf, sheetOf, smallPolicy, told, words } from "../testing/small-policy.ts";
import { actors } from "./actors.ts";

const experts: Actor = { role: "experts" };
const inspector: Actor = { role: "inspector" };
const judged = (by: Actor): Condition => ({ kind: "judged", by, asks: words("Is it ready?") });

describe("a verdict is given by who judges the condition", () => {
  const said = (by: Actor, asked: Condition, about: Key[] = ["ready"]) =>
    told(
      actors(
        smallPolicy({
          conditions: [{ key: "ready", for: ["lab"], of: "application", test: asked }],
          procedures: [
            procedureOf([{ key: "review", does: "review", by, yields: [{ kind: "verdict", about }] }]),
          ],
        }),
      ),
    );
  const foreign = (key: string) => [
    `procedures/entry/stages/review/yields/verdict: “${key}” is judged by somebody else; this stage cannot answer it`,
  ];

  test("the experts' own question is theirs, and nobody else's", () => {
    expect(said(experts, judged(experts))).toEqual([]);
    expect(said(inspector, judged(experts))).toEqual(foreign("ready"));
  });
  test("a question may stand deep inside the condition, beside others", () => {
    const beds = compare("host.beds", "at-least", 500);
    const deep: Condition = {
      kind: "all",
      of: [beds, { kind: "not", of: judged(experts) }, judged(inspector)],
    };
    expect(said(experts, deep)).toEqual([]);
    expect(said(inspector, deep)).toEqual([]);
    expect(said({ role: "authority" }, deep)).toEqual(foreign("ready"));
  });
  test("what nobody judges, or nobody knows, has no verdict", () => {
    expect(said(experts, compare("host.beds", "at-least", 500))).toEqual(foreign("ready"));
    expect(said(experts, judged(experts), ["ready", "raedy"])).toEqual(foreign("raedy"));
  });
  test("a verdict about the application as a whole is anybody's", () =>
    expect(said(inspector, judged(experts), [])).toEqual([]));
});

describe("a score is given by who scores the items", () => {
  const items: Indicator[] = [
    { key: "papers", points: 3 },
    {
      key: "work",
      items: [
        { key: "beds", points: { kind: "fact", fact: "host.beds" } },
        { key: "care", points: { kind: "judged", by: experts } },
      ],
    },
  ];
  const said = (by: Actor, sheet: Value<Key>) =>
    told(
      actors(
        smallPolicy({
          sheets: [sheetOf(items)],
          procedures: [
            procedureOf([{ key: "review", does: "review", by, yields: [{ kind: "score", sheet }] }]),
          ],
        }),
      ),
    );
  const foreign = [
    "procedures/entry/stages/review/yields/score: “sheet” has items that somebody else scores",
  ];

  test("an item that experts score is not the inspector's, on whatever level", () => {
    expect(said(experts, "sheet")).toEqual([]);
    expect(said(inspector, "sheet")).toEqual(foreign);
    expect(said(inspector, { read: "sheet", as: words("the one sheet") })).toEqual(foreign);
  });
  test("a sheet of nobody has no items", () => expect(said(inspector, "shete")).toEqual([]));
});

describe("whose signature the form has a box for is asked to sign", () => {
  const box = (key: string, by?: Actor): FormField => ({
    key,
    kind: "signature",
    ...(by === undefined ? {} : { by }),
  });
  const fields: FormField[] = [
    box("head", { role: "director" }),
    box("host", { role: "host" }),
    box("nobody"),
    { key: "opinion", kind: "text", by: { role: "authority" } },
  ];
  const said = (stage: Stage) =>
    told(
      actors(
        smallPolicy({
          forms: [{ key: "report", sections: [{ key: "opinions", fields }] }],
          procedures: [procedureOf([stage])],
        }),
      ),
    );
  const submit = { key: "self", does: "submit", by: { role: "host" } } as const;
  const unasked = (role: string) =>
    `procedures/entry/stages/self/signs: the form has a signature box for “${role}”, and the stage does not ask for it`;

  test("each role of a box that does not sign is named, and only boxes count", () => {
    expect(said({ ...submit, form: "report" })).toEqual([unasked("director"), unasked("host")]);
    expect(said({ ...submit, form: "report", signs: [{ role: "host" }] })).toEqual([unasked("director")]);
    expect(said({ ...submit, form: "report", signs: [{ role: "host" }, { role: "director" }] })).toEqual([]);
  });
  test("where nothing is handed in nobody signs", () => {
    expect(said(submit)).toEqual([]);
    expect(said({ ...submit, form: "reprot" })).toEqual([]);
    expect(said({ key: "visit", does: "review", by: inspector, form: "report" })).toEqual([]);
  });
});

test("a review brings something forth: a result or a record", () => {
  const review = { key: "visit", does: "review", by: inspector } as const;
  const said = (stage: Stage) => told(actors(smallPolicy({ procedures: [procedureOf([stage])] })));
  const empty = ["procedures/entry/stages/visit: this review of “entry” brings nothing forth"];
  expect(said(review)).toEqual(empty);
  expect(said({ ...review, yields: [] })).toEqual(empty);
  expect(said({ ...review, yields: [{ kind: "verdict" }] })).toEqual([]);
  expect(said({ ...review, form: "record" })).toEqual([]);
  expect(said({ ...review, does: "check" })).toEqual([]);
});
