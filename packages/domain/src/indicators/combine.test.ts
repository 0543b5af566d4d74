import type { CombineScores } from "@yichuang/policy";
import { expect, test } from "vitest";
import type { Resolved } from "../evaluate/resolved.ts";
import { combineScores } from "./combine.ts";

const known = (value: CombineScores): Resolved<CombineScores> => ({ kind: "known", value });
const path = "procedures/acceptance/stages/review/yields/score/combine";
const open = (among?: CombineScores[]): Resolved<CombineScores> => ({
  kind: "open",
  open: { path, asks: { zh: "怎么合", en: "how to combine" }, per: "policy", by: "authority" },
  ...(among === undefined ? {} : { among }),
});
const said = (way: Resolved<CombineScores>, ...totals: string[]) => {
  const combined = combineScores(way, totals);
  return combined.kind === "known" ? combined.value : combined.kind;
};

test("scores are combined as the policy says, exactly and in whatever order they come", () => {
  expect(said(known("sum"), "80.5", "70", "60")).toBe("210.5");
  expect(said(known("mean"), "80.5", "70", "60.5", "61")).toBe("68");
  expect(said(known("median"), "90", "60", "70")).toBe("70");
  expect(said(known("median"), "90", "60", "70", "71")).toBe("70.5");
  expect(said(known("median"), "100", "9", "80")).toBe("80");
  expect(said(known("trimmed-mean"), "100", "60", "70", "80")).toBe("75");
  expect(said(known("trimmed-mean"), "100", "60", "70")).toBe("70");
  expect(said(known("trimmed-mean"), "100", "60")).toBe("80");
});

test("one score is what it is, unless the policy says otherwise, and none is missing", () => {
  expect(said(open(), "79.990")).toBe("79.99");
  expect(said({ kind: "missing", ref: "x" }, "80")).toBe("80");
  expect(combineScores(known("mean"), [])).toEqual({ kind: "missing", ref: "result.score" });
});

test("an open way decides where every possible one gives the same, and else waits with what could be", () => {
  expect(said(open(["mean", "median", "trimmed-mean"]), "80", "80", "80")).toBe("80");
  expect(combineScores(open(["mean", "median"]), ["60", "70", "83"])).toMatchObject({
    kind: "open",
    open: { path },
    among: ["71", "70"],
  });
  expect(combineScores(open(), ["60", "70", "83", "71"])).toMatchObject({
    among: ["71", "70.5", "70.5", "284"],
  });
  expect(combineScores({ kind: "missing", ref: "x" }, ["80", "90"])).toEqual({ kind: "missing", ref: "x" });
});

test("an open way that nobody can choose waits without naming anything but itself", () => {
  const waiting = open(["mean", "median"]);
  expect(combineScores(waiting, ["60", "70", "83"])).toStrictEqual({
    kind: "open",
    open: { path, asks: { zh: "怎么合", en: "how to combine" }, per: "policy", by: "authority" },
    among: ["71", "70"],
  });
  expect(combineScores(open([]), ["60", "70"])).toMatchObject({ kind: "open", among: [] });
});
