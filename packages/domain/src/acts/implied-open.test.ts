import type { Policy, Stage, Yield } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { withProcedure, withStage } from "../testing/changed-policy.ts";
import { ODD_POLICY } from "../testing/odd-policy.ts";
import { allOpenValues, findOpenValue } from "./implied-open.ts";

const by = { role: "authority" };
const because = ODD_POLICY.clauses;
const LATE = {
  path: "procedures/entry/stages/online/late",
  asks: { zh: "逾期申报是否受理", en: "whether late applications are accepted" },
  per: "policy",
  by,
  choices: [
    { key: "refused", label: { zh: "不受理", en: "refused" }, then: "refused" },
    { key: "accepted", label: { zh: "受理", en: "accepted" }, then: "accepted" },
  ],
  sort: "lateness",
  because,
};
const VERDICTS = {
  path: "procedures/entry/stages/review/yields/verdict/combine",
  asks: { zh: "专家意见不一致时怎样得出结论", en: "how the experts' views become one where they differ" },
  per: "policy",
  by,
  choices: [
    { key: "all", label: { zh: "一致同意", en: "all must agree" }, then: "all" },
    { key: "two-thirds", label: { zh: "三分之二以上同意", en: "two thirds or more" }, then: "two-thirds" },
    { key: "majority", label: { zh: "过半数同意", en: "more than half" }, then: "majority" },
    { key: "any", label: { zh: "一人同意", en: "one is enough" }, then: "any" },
  ],
  sort: "combine-verdicts",
  because,
};
const SCORES = {
  path: "procedures/entry/stages/review/yields/score/combine",
  asks: { zh: "几位专家的评分怎样合成", en: "how the experts' scores are combined" },
  per: "policy",
  by,
  choices: [
    { key: "mean", label: { zh: "取平均分", en: "the mean" }, then: "mean" },
    {
      key: "trimmed-mean",
      label: { zh: "去掉最高分和最低分后取平均", en: "the trimmed mean" },
      then: "trimmed-mean",
    },
    { key: "median", label: { zh: "取中位数", en: "the median" }, then: "median" },
  ],
  sort: "combine-scores",
  because,
};

/** The policy with a stage of the entry that brings this about. */
function bringing(yields: object[] | undefined, does: Stage["does"] = "review"): Policy {
  const stage = {
    key: "review",
    label: { zh: "评审", en: "review" },
    because: ["all"],
    does,
    by: { role: "experts" },
    ...(yields === undefined ? {} : { yields: yields as Yield[] }),
  } as Stage;
  return withProcedure(ODD_POLICY, "entry", (one) => ({ ...one, stages: [...one.stages, stage] }));
}

describe("what a policy leaves open without a word", () => {
  it("is nothing where it says everything", () => {
    expect(allOpenValues(ODD_POLICY)).toEqual([]);
    expect(allOpenValues(bringing(undefined))).toEqual([]);
  });

  it("is whether a late application is accepted", () => {
    expect(allOpenValues(withStage(ODD_POLICY, "online", { late: undefined }))).toEqual([LATE]);
  });

  it("is nothing of what is handed in elsewhere than at an entry, nor of what is not handed in", () => {
    const plain = withProcedure(ODD_POLICY, "entry", (one) => ({ ...one, purpose: "report" }));
    expect(allOpenValues(withStage(plain, "online", { late: undefined }))).toEqual([]);
    expect(allOpenValues(withStage(ODD_POLICY, "online", { late: undefined, does: "check" }))).toEqual([]);
  });

  it("is how several experts' answers become one", () => {
    expect(allOpenValues(bringing([{ kind: "verdict" }]))).toEqual([VERDICTS]);
    expect(allOpenValues(bringing([{ kind: "score", sheet: "sheet" }]))).toEqual([SCORES]);
    expect(allOpenValues(bringing([{ kind: "verdict" }, { kind: "score" }]))).toEqual([VERDICTS, SCORES]);
    expect(allOpenValues(bringing([{ kind: "grade", grading: "final" }]))).toEqual([]);
  });

  it("is nothing where it is said how, or where one alone answers", () => {
    expect(allOpenValues(bringing([{ kind: "verdict", combine: "all" }]))).toEqual([]);
    expect(allOpenValues(bringing([{ kind: "score", combine: "mean" }]))).toEqual([]);
    expect(allOpenValues(bringing([{ kind: "verdict" }, { kind: "score" }], "check"))).toEqual([]);
  });
});

describe("every open value of a policy", () => {
  const asks = { zh: "公示多久", en: "how long" };
  const policy = withStage(withStage(ODD_POLICY, "online", { late: undefined }), "notice", {
    lasts: { open: { asks, per: "call" } },
  });
  it("is what it names and then what it does not even mention", () => {
    expect(allOpenValues(policy).map(({ path }) => path)).toEqual([
      "procedures/entry/stages/notice/lasts",
      LATE.path,
    ]);
  });
  it("is found by its path", () => {
    expect(findOpenValue(policy, LATE.path)).toEqual(LATE);
    expect(findOpenValue(policy, "procedures/entry/stages/notice/lasts")).toMatchObject({
      asks,
      per: "call",
    });
    expect(findOpenValue(policy, "procedures/entry")).toBeUndefined();
  });
});
