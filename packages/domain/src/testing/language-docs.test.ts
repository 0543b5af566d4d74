// docs/language: every example is what it says, and comes to what it says.
import { describe, expect, test } from "vitest";
import { canEvaluate, EXAMPLE_SCHEMAS, evaluateExample, languageExamples } from "./language-examples.ts";

const found = languageExamples();
const evaluated = found.filter(({ example }) => "gives" in example);

describe("every example of the pages", () => {
  test.each(found)("$name is what it says that it is", ({ example: { is, example } }) => {
    const schema = EXAMPLE_SCHEMAS[is];
    expect(schema, `no schema ${is}`).toBeDefined();
    expect(schema?.safeParse(example).error).toBeUndefined();
  });
  test.each(evaluated)("$name comes to what it says", ({ example }) => {
    expect(canEvaluate(example)).toBe(true);
    expect(evaluateExample(example)).toEqual(example.gives);
  });
  test("that is a measure, a condition or a sheet says what it comes to", () => {
    const silent = found.filter(
      ({ example }) =>
        ["Measure", "Condition", "Sheet", "Value"].includes(example.is) && !("gives" in example),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
