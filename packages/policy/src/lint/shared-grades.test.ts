import { expect, test } from "vitest";
import type { Grading } from "../schema/gradings.ts";
import { fuling } from "../testing/fuling.ts";
import { grades } from "./grades.ts";

const policy = fuling();
const [grading] = policy.gradings;
if (grading === undefined) throw new Error("the pack grades nothing");

const withGradings = (...gradings: Grading[]) => grades({ ...policy, gradings });

test("a second grading of one list need not reach what the first one reaches", () => {
  const recheck: Grading = { key: "recheck", list: grading.list, grade: "pass" };
  expect(withGradings(grading, recheck)).toEqual([]);
  expect(withGradings(recheck).map(({ path }) => path)).toContain(`lists/${grading.list}/items/fail`);
});

test("a quota says how many at most or how many at least, and not both", () => {
  const quota = { key: "few", grade: "pass", per: [] as string[], as: "share" as const };
  const wrong = (...quotas: NonNullable<Grading["quotas"]>) =>
    withGradings({ ...grading, quotas }).map(({ path }) => path);
  expect(wrong({ ...quota, most: 0.2 }, { ...quota, key: "last", least: 0.1 })).toEqual([]);
  expect(wrong(quota)).toEqual([`gradings/${grading.key}/quotas/few`]);
  expect(wrong({ ...quota, most: 0.2, least: 0.1 })).toEqual([`gradings/${grading.key}/quotas/few`]);
});
