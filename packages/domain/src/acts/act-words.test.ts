import type { Policy } from "@yichuang/policy";
import { expect, test } from "vitest";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { actWord } from "./act-words.ts";

const own = { zh: "批复", en: "ruling" };
const policy: Policy = { ...ODD_POLICY, words: [{ key: "decide", label: own, concept: "act.decide" }] };

test("an act is called what the tenant calls it, and what the platform calls it where the tenant says nothing", () => {
  expect(actWord(policy, "decide")).toEqual(own);
  expect(actWord(policy, "finish")).toEqual(own);
  expect(actWord(policy, "check")).toEqual({ zh: "形式审查", en: "check formally" });
});
