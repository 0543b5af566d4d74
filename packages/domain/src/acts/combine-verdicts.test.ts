import type { CombineVerdicts } from "@yichuang/policy";
import { expect, test } from "vitest";
import type { Resolved } from "../evaluate/resolved.ts";
import { combineVerdicts } from "./combine-verdicts.ts";

const known = (value: CombineVerdicts): Resolved<CombineVerdicts> => ({ kind: "known", value });
const path = "procedures/entry/stages/assess/yields/verdict/combine";
const open = (among?: CombineVerdicts[]): Resolved<CombineVerdicts> => ({
  kind: "open",
  open: { path, asks: { zh: "怎么合", en: "how to combine" }, per: "policy", by: "authority" },
  ...(among === undefined ? {} : { among }),
});
const [yes, no] = [true, false];
const said = (way: Resolved<CombineVerdicts>, ...verdicts: boolean[]) => {
  const combined = combineVerdicts(way, verdicts);
  return combined.kind === "known" ? combined.value : combined.kind;
};

test("a panel that agrees decides, whatever the way is", () => {
  for (const way of [known("all"), known("majority"), known("any"), open()]) {
    expect(said(way, yes, yes)).toBe(true);
    expect(said(way, no, no, no)).toBe(false);
  }
  expect(said({ kind: "missing", ref: "x" }, yes)).toBe(true);
});

test("a panel that differs is combined as the policy says", () => {
  expect(said(known("all"), yes, yes, no)).toBe(false);
  expect(said(known("two-thirds"), yes, yes, no)).toBe(true);
  expect(said(known("two-thirds"), yes, yes, yes, no, no)).toBe(false);
  expect(said(known("majority"), yes, yes, no)).toBe(true);
  expect(said(known("majority"), yes, no)).toBe(false);
  expect(said(known("majority"), yes, no, no)).toBe(false);
  expect(said(known("any"), yes, no, no)).toBe(true);
});

test("an open way decides where every possible one leads to the same, and else waits with what could be", () => {
  expect(said(open(["all", "majority"]), yes, no, no)).toBe(false);
  expect(said(open(["majority", "any"]), yes, yes, no)).toBe(true);
  expect(combineVerdicts(open(), [yes, yes, no])).toMatchObject({
    kind: "open",
    open: { path },
    among: [false, true],
  });
  expect(combineVerdicts(open(["all", "any"]), [yes, no])).toMatchObject({ among: [false, true] });
  expect(said(open())).toBe("open");
  expect(combineVerdicts({ kind: "missing", ref: "x" }, [yes, no])).toEqual({ kind: "missing", ref: "x" });
});
