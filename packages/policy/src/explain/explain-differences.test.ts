import { describe, expect, test } from "vitest";
import { fuling, fulingWith } from "../testing/fuling.ts";
import { explainDifferences } from "./explain-differences.ts";

const said = (...[at, body]: Parameters<typeof fulingWith>) =>
  explainDifferences(fuling(), fulingWith(at, body)).map(({ said: { zh, en } }) => [zh, en]);

describe("differences of two versions in words", () => {
  test("name the place by its labels, and what it was and is", () =>
    expect(said("sheets/sheet/items/output/items/transfer/weight", { set: 25 })).toEqual([
      [
        "“运行考核评估指标 › 成果产出 › 成果转化 › 权重”由“20”改为“25”",
        "“indicator sheet › outputs › transfer of results › weight” changed from “20” to “25”",
      ],
    ]));
  test("say a window, an open value, a new field and a dropped word", () => {
    expect(said("procedures/entry/stages/assess/window", { set: { kind: "anytime" } })[0]?.[0]).toContain(
      "专家评估 › 时间",
    );
    expect(said("gradings/acceptance/grade/cases/excellent/when/than", { set: 90 })[0]?.[0]).toContain(
      "由“未定：“优秀”的分数线”改为“90”",
    );
    expect(said("words/center", { drop: true })).toEqual([
      ["删去“用语 › 科创中心”", "dropped “words › innovation center”"],
    ]);
    const field = { key: "more", kind: "text", label: { zh: "补充", en: "more" } };
    expect(said("forms/application/sections/basics/fields", { add: field })[0]?.[0]).toBe(
      "新增“科创中心申报书 › 基本情况 › 补充”：补充",
    );
  });
});
