import { describe, expect, test } from "vitest";
import { sheetOf, smallPolicy, words } from "../testing/small-policy.ts";
import { wordFor } from "./words.ts";

describe("a concept is called", () => {
  const policy = smallPolicy({
    words: [
      { key: "standing", concept: "standing.building" },
      { key: "center", concept: "center", label: words("lab") },
      { key: "papers", concept: "indicator.books", label: words("monographs") },
    ],
    sheets: [
      sheetOf([
        { key: "output" },
        { key: "work", label: words("work"), items: [{ key: "papers", label: words("papers") }] },
      ]),
      sheetOf(
        [
          { key: "output", label: words("output") },
          { key: "books", label: words("books") },
        ],
        { key: "second" },
      ),
    ],
  });

  test("by the tenant's word, where it has one", () => {
    expect(wordFor(policy, "center")).toEqual(words("lab"));
    expect(wordFor(policy, "indicator.books")).toEqual(words("monographs"));
  });
  test("else by the platform's", () => expect(wordFor(policy, "standing.building").zh).toBe("建设中"));
  test("an indicator by its label, on whatever level of whatever sheet", () => {
    expect(wordFor(policy, "indicator.papers")).toEqual(words("papers"));
    expect(wordFor(policy, "indicator.work")).toEqual(words("work"));
    expect(wordFor(policy, "indicator.output")).toEqual(words("output"));
  });
  test("and by its key, where nothing has a label", () =>
    expect(wordFor(policy, "indicator.nobody")).toEqual({ zh: "nobody", en: "nobody" }));
});
