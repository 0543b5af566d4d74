import type { FormField } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { formOf } from "../testing/fields.ts";
import { claimsIn } from "./claims.ts";

const CLAIM = { register: "papers", entry: "e1", title: "论文甲", attributes: { year: 2024 } };
const papers: FormField & { of: "achievements" } = { key: "papers", kind: "records", of: "achievements" };

describe("what a dossier claims", () => {
  it("are the answers of its fields of records, in the order of the form", () => {
    const more: FormField & { of: "people" } = { key: "team", kind: "records", of: "people" };
    const form = formOf({ key: "name", kind: "text" }, papers, more);
    const team = [{ ...CLAIM, register: "staff", share: 0.5 }];
    expect(claimsIn(form, { s: { name: "中心", team, papers: [CLAIM] } })).toStrictEqual([
      { section: "s", field: papers, claims: [CLAIM] },
      { section: "s", field: more, claims: team },
    ]);
  });

  it("is nothing where nothing was answered, or what was answered is no claim", () => {
    const none = [{ section: "s", field: papers, claims: [] }];
    for (const answers of [
      {},
      { s: {} },
      { s: { papers: "论文甲" } },
      { s: { papers: [CLAIM, { entry: "e2" }] } },
    ])
      expect(claimsIn(formOf(papers), answers)).toStrictEqual(none);
  });

  it("never comes from a field of another kind, nor from one that says no collection", () => {
    const answers = { s: { papers: [CLAIM] } };
    expect(claimsIn(formOf({ key: "papers", kind: "table", of: "achievements" }), answers)).toEqual([]);
    expect(claimsIn(formOf({ key: "papers", kind: "records" }), answers)).toEqual([]);
  });
});
