import { expect, test } from "vitest";
import type { Policy } from "../schema/policy.ts";
import { nounOfType } from "./words.ts";

const policyOf = (noun: string, aka: string[]): Policy =>
  ({
    words: [{ key: "center", concept: "center", label: { zh: noun, en: "center" }, aka }],
    types: [
      { key: "provincial", label: { zh: "示例省临床医学研究中心", en: "provincial center" } },
      { key: "branch", label: { zh: "省级临床医学研究中心分中心", en: "branch" } },
    ],
  }) as never;

test("a short name of one type is the word for that type only", () => {
  const policy = policyOf("省级中心", ["省临床医学研究中心"]);
  expect(nounOfType(policy, "provincial").zh).toBe("省级中心");
  expect(nounOfType(policy, "branch").zh).toBe("省级临床医学研究中心分中心");
});

test("a word that names no type stands for all", () => {
  expect(nounOfType(policyOf("建设项目", ["工程项目"]), "branch").zh).toBe("建设项目");
});

test("without a type the tenant's word is the one there is", () => {
  expect(nounOfType(policyOf("省级中心", ["省临床医学研究中心"]), undefined).zh).toBe("省级中心");
});
