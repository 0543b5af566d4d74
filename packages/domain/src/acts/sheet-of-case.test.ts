import type { FormField, Policy, SheetItems } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { flatten } from "../indicators/tree.ts";
import { factsFor } from "../testing/ledger.ts";
import { at, EXPERTS, MANAGER, newLife, OFFICER, type Life } from "../testing/life.ts";
import { application } from "../testing/points/points-life.ts";
import { POINTS_POLICY } from "../testing/points/points-policy.ts";
import { findStageScene, sceneOf } from "./scene.ts";
import { answersFilling, sheetAt } from "./sheet-of-case.ts";

const DAY = at("2024-03-01");
const ROWS: FormField = {
  key: "rows",
  label: { zh: "自拟指标", en: "own lines" },
  kind: "sheet",
  sheet: "paper",
  fills: "items",
};
const SCORES: FormField = { ...ROWS, key: "scores", fills: "scores" };

/** The policy whose applicants write lines of the sheet themselves, and score themselves by it. */
function ownLines(): Policy {
  const levels = [
    { key: "one", owner: "authority", weights: "required" },
    { key: "two", owner: "applicant", weights: "required" },
  ] as const;
  return {
    ...POINTS_POLICY,
    sheets: POINTS_POLICY.sheets.map((sheet) =>
      sheet.key === "paper" ? { ...sheet, levels: [...levels] } : sheet,
    ),
    forms: POINTS_POLICY.forms.map((form) =>
      form.key === "application"
        ? {
            ...form,
            sections: form.sections.map((section) => ({
              ...section,
              fields: [...section.fields, ROWS, SCORES],
            })),
          }
        : form,
    ),
  };
}

/** A case with its stage, as the sheet is asked for it. */
function atStage(life: Life, id: string, stage = "paper") {
  const env = life.env(EXPERTS[0] ?? OFFICER, at("2024-03-10"));
  const scene = sceneOf(life.ledger().policies, factsFor(life.ledger(), MANAGER, id), env);
  const found = findStageScene(scene, id, stage);
  if (found === undefined) throw new Error(`no stage ${stage}`);
  return found;
}
function handedIn(policy: Policy, rows?: SheetItems): { life: Life; id: string } {
  const life = newLife(policy);
  const id = life.open(MANAGER, DAY, { procedure: "entry", year: 2024, name: "基地" });
  const answers = application("基地");
  const own = rows === undefined ? answers : { base: { ...answers["base"], rows } };
  life.must(MANAGER, DAY, { kind: "submit", case: id, stage: "collect", answers: own });
  return { life, id };
}
const linesOf = (found: ReturnType<typeof sheetAt>) =>
  found === undefined ? undefined : flatten(found.tree).map(({ path, weight }) => [path, String(weight)]);

describe("the sheet of a stage that scores", () => {
  it("is the one that the stage names", () => {
    const { life, id } = handedIn(POINTS_POLICY);
    const found = sheetAt(atStage(life, id));
    expect(found?.sheet.key).toBe("paper");
    expect(linesOf(found)).toStrictEqual([
      ["plan", "500"],
      ["team", "400"],
    ]);
    expect(sheetAt(atStage(life, id, "hearing"))?.sheet.key).toBe("hearing");
  });

  it("is the one for the type of the center where the stage names none", () => {
    const unnamed: Policy = {
      ...POINTS_POLICY,
      procedures: POINTS_POLICY.procedures.map((procedure) => ({
        ...procedure,
        stages: procedure.stages.map((stage) =>
          stage.key === "paper" ? { ...stage, yields: [{ kind: "score" }] } : stage,
        ),
      })),
    };
    const { life, id } = handedIn(unnamed);
    expect(sheetAt(atStage(life, id))?.sheet.key).toBe("paper");
    const none = handedIn({
      ...unnamed,
      sheets: unnamed.sheets.map((sheet) => ({ ...sheet, for: ["other"] })),
    });
    expect(sheetAt(atStage(none.life, none.id))).toBeUndefined();
  });

  it("is none where the stage scores nothing", () => {
    const { life, id } = handedIn(POINTS_POLICY);
    expect(sheetAt(atStage(life, id, "publish"))).toBeUndefined();
  });

  it("has the lines that the applicant wrote, as they were last handed in", () => {
    const row = (key: string, weight: number) => ({ key, name: key, content: "做法", weight });
    const first: SheetItems = { plan: [row("a", 500)], team: [row("t", 400)] };
    const second: SheetItems = { plan: [row("b", 300), row("c", 200)], team: [row("t", 400)] };
    const { life, id } = handedIn(ownLines(), first);
    expect(linesOf(sheetAt(atStage(life, id)))).toContainEqual(["plan/a", "500"]);
    life.must(OFFICER, DAY, { kind: "return", case: id, stage: "collect", reason: "补充", marks: [] });
    const answers = { base: { ...application("基地")["base"], rows: second } };
    life.must(MANAGER, DAY, { kind: "submit", case: id, stage: "collect", answers });
    const lines = linesOf(sheetAt(atStage(life, id)));
    expect(lines).toContainEqual(["plan/b", "300"]);
    expect(lines).not.toContainEqual(["plan/a", "500"]);
  });
});

describe("answers that fill a sheet", () => {
  const row = (key: string, weight: number) => ({ key, name: key, content: "做法", weight });
  const rows: SheetItems = { plan: [row("a", 500)], team: [row("t", 400)] };

  it("are those of its own fields, of what was handed in whole", () => {
    const policy = ownLines();
    const { life, id } = handedIn(policy, rows);
    const kase = life.caseAt(id);
    expect(answersFilling(policy, kase, { sheet: "paper", fills: "items" })).toStrictEqual([rows]);
    expect(answersFilling(policy, kase, { sheet: "paper", fills: "scores" })).toStrictEqual([]);
    expect(answersFilling(policy, kase, { sheet: "hearing", fills: "items" })).toStrictEqual([]);
    const unsigned = { ...kase, submissions: kase.submissions.map((one) => ({ ...one, done: false })) };
    expect(answersFilling(policy, unsigned, { sheet: "paper", fills: "items" })).toStrictEqual([]);
    const elsewhere = { ...kase, submissions: kase.submissions.map((one) => ({ ...one, form: "self" })) };
    expect(answersFilling(policy, elsewhere, { sheet: "paper", fills: "items" })).toStrictEqual([]);
    const formless = { ...kase, submissions: kase.submissions.map(({ form: _form, ...one }) => one) };
    expect(answersFilling(policy, formless, { sheet: "paper", fills: "items" })).toStrictEqual([]);
    const { base: _base, ...nothing } = kase.submissions[0]?.answers ?? {};
    const empty = { ...kase, submissions: kase.submissions.map((one) => ({ ...one, answers: nothing })) };
    expect(answersFilling(policy, empty, { sheet: "paper", fills: "items" })).toStrictEqual([]);
  });
});
