import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { inOwnWords } from "./own-words.ts";
import { parentFacts } from "./parent-facts.ts";
import { HOST, lab, OTHER_HOST, SMALL_POLICY } from "../testing/small-network.ts";

const GRADED = {
  ...SMALL_POLICY,
  lists: [
    ...SMALL_POLICY.lists,
    { key: "grades", items: [{ key: "good", label: { zh: "良好", en: "good" } }, { key: "bare" }] },
    { key: "unused", items: [{ key: "other", label: { zh: "别的", en: "other" } }] },
  ],
  gradings: [
    { key: "lost", list: "nowhere" },
    { key: "acceptance", list: "grades" },
  ],
} as unknown as Policy;
const BARE = { typeLabel: "实验室", tier: "municipal" };

describe("a center in the words of its tenant", () => {
  it("is no more than its type and tier at first", () =>
    expect(inOwnWords(GRADED, lab("a"))).toStrictEqual(BARE));

  it("is named by its keys where the policy does not know its type", () => {
    const national: Policy = { ...GRADED, tier: "national" };
    const values = { "center.field": "heart" };
    expect(inOwnWords(national, lab("a", { type: "unheard-of", values }))).toStrictEqual({
      typeLabel: "unheard-of",
      tier: "national",
      field: "heart",
      fieldLabel: "heart",
    });
  });

  it("says its field by the list of its type, the present one before the one applied for", () => {
    const field = (values: { [ref: string]: string | number }, type = "lab") => {
      const words = inOwnWords(GRADED, lab("a", { values, type }));
      return [words.field, words.fieldLabel];
    };
    expect(field({ "application.field": "heart" })).toEqual(["heart", "心血管"]);
    expect(field({ "application.field": "heart", "center.field": "lungs" })).toEqual(["lungs", "呼吸"]);
    expect(field({ "center.field": "liver" })).toEqual(["liver", "liver"]);
    expect(field({ "center.field": "heart" }, "desk")).toEqual(["heart", "heart"]);
    expect(field({ "center.field": 3 })).toEqual([undefined, undefined]);
  });

  it("says its grade by the lists from which grades are given, with what it means", () => {
    const graded = (given: Parameters<typeof lab>[1]) => inOwnWords(GRADED, lab("a", given));
    expect(graded({ grade: "good", means: "good", score: "81.00" })).toStrictEqual({
      ...BARE,
      grade: { key: "good", label: "良好", means: "good" },
      score: "81.00",
    });
    expect(graded({ grade: "bare" })).toStrictEqual({ ...BARE, grade: { key: "bare", label: "bare" } });
    expect(graded({ grade: "other" }).grade).toEqual({ key: "other", label: "other" });
    expect(graded({ score: "40.00" })).toStrictEqual({ ...BARE, score: "40.00" });
  });

  it("says since when and until when, whether the term runs or has ended", () => {
    const ended = { "center.designated-on": "2024-01-01", "center.term-ended-on": "2026-01-01" };
    expect(inOwnWords(GRADED, lab("a", { dates: ended }))).toStrictEqual({
      ...BARE,
      designatedOn: "2024-01-01",
      termEndsOn: "2026-01-01",
    });
    expect(inOwnWords(GRADED, lab("a", { dates: ended, termEndsOn: "2028-01-01" })).termEndsOn).toBe(
      "2028-01-01",
    );
  });
});

describe("what those under a center may see of it", () => {
  const { standing: _standing, ...begun } = lab("a");
  const SEEN = { id: "a", type: "lab", name: "实验室 a", host: HOST, settlements: [] };

  it("is no more than what is known", () => expect(parentFacts(begun)).toStrictEqual(SEEN));

  it("is standing, field and grade, and who leads it", () => {
    const lead = { key: "l", role: "lead", name: "乙医院", host: OTHER_HOST, from: "2026-01-01" } as const;
    const values = { "application.field": "heart" };
    const one = lab("a", { grade: "good", links: [lead], values });
    const seen = { ...SEEN, host: OTHER_HOST, standing: "established", grade: "good" };
    expect(parentFacts(one)).toStrictEqual({ ...seen, field: "heart" });
    const renamed = { ...one, values: { ...values, "center.field": "lungs" } };
    expect(parentFacts(renamed)).toStrictEqual({ ...seen, field: "lungs" });
    expect(parentFacts({ ...one, values: { "center.field": 3 } })).toStrictEqual(seen);
  });
});
