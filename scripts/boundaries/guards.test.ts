import { describe, expect, test } from "vitest";
import { guardCycles } from "./cycle-guard.ts";
import { guardFileNames, guardTenantNames } from "./name-guard.ts";
import { guardPurity } from "./purity-guard.ts";
import { guardSize } from "./size-guard.ts";
import type { Guard, SourceFile } from "./source-file.ts";

const file = (path: string, text = "export const one = 1;\n"): SourceFile => ({ path, text });
const said = (guard: Guard, ...files: SourceFile[]): string[] => guard(files).map((breach) => breach.said);
const lines = (count: number): string => "// line\n".repeat(count);

describe("the purity guard", () => {
  test.each([
    ['import { readFileSync } from "node:fs";', "node:fs"],
    ["export const now = new Date();", "new Date()"],
    ["export const now = new Date;", "new Date()"],
    ["export const now = Date();", "Date()"],
    ["export const now = Date.now();", "Date.now"],
    ["export const luck = Math.random();", "Math.random"],
    ['export const mode = process.env["MODE"];', "process"],
    ["export const id = crypto.randomUUID();", "crypto"],
    ["setTimeout(later, 10);", "setTimeout"],
    ['await fetch("/policy");', "fetch"],
  ])("refuses %s", (text, what) => {
    const found = said(guardPurity, file("packages/domain/src/a.ts", text));
    expect(found).toEqual([`${what} in a pure workspace`]);
    expect(said(guardPurity, file("packages/policy/src/a.ts", text))).toEqual(found);
  });

  test("allows a given instant, a comment, and another layer", () => {
    const given = "// Date.now() is not used\nexport const day = (at: string) => new Date(at).toISOString();";
    expect(said(guardPurity, file("packages/domain/src/a.ts", given))).toEqual([]);
    expect(said(guardPurity, file("packages/db/src/a.ts", "export const now = Date.now();"))).toEqual([]);
  });
});

describe("the cycle guard", () => {
  const two = (from: string): SourceFile[] => [
    file("packages/domain/src/a.ts", `${from} { b } from "./folder/b.ts";`),
    file("packages/domain/src/folder/b.ts", 'import { a } from "../a.ts";'),
  ];

  test("refuses files that import each other", () => {
    expect(said(guardCycles, ...two("import"))).toEqual([
      "imports itself: packages/domain/src/a.ts → packages/domain/src/folder/b.ts → packages/domain/src/a.ts",
    ]);
  });

  test("allows types both ways", () => {
    expect(said(guardCycles, ...two("import type"))).toEqual([]);
  });
});

describe("the size guard", () => {
  test("refuses a file over 400 lines, a test over 600, an index over 50", () => {
    expect(said(guardSize, file("scripts/a.ts", lines(401)))).toEqual(["401 lines, 400 at most"]);
    expect(said(guardSize, file("scripts/a.test.ts", lines(601)))).toEqual(["601 lines, 600 at most"]);
    expect(said(guardSize, file("packages/db/src/index.ts", lines(51)))).toEqual(["51 lines, 50 at most"]);
  });

  test("allows the limits themselves", () => {
    const files = [file("a.ts", lines(400)), file("a.test.ts", lines(600)), file("b/index.ts", lines(50))];
    expect(said(guardSize, ...files)).toEqual([]);
  });
});

describe("the file name guard", () => {
  test.each([
    "packages/db/src/utils/a.ts",
    "packages/db/src/helpers.ts",
    "packages/db/src/openPools.ts",
    "packages/db/src/OpenPools.ts",
    "apps/web/src/center_list.tsx",
  ])("refuses %s", (path) => {
    expect(guardFileNames([file(path)])).toHaveLength(1);
  });

  test.each([
    "packages/db/src/open-pools.db.test.ts",
    "apps/web/src/CenterList.tsx",
    "apps/web/src/main.tsx",
  ])("allows %s", (path) => {
    expect(guardFileNames([file(path)])).toEqual([]);
  });
});

describe("the tenant name guard", () => {
  test("refuses a tenant's name in running code, in either script, in comments too", () => {
    const text = "// as Fuling does\nexport const place = '涪陵区';\n";
    expect(guardTenantNames([file("packages/domain/src/a.ts", text)]).map(({ line }) => line)).toEqual([
      1, 2,
    ]);
  });

  test("allows it in packs, tests and demo data", () => {
    const text = 'export const pack = "fuling";';
    const free = ["packages/policy/packs/a.ts", "packages/domain/src/a.test.ts", "scripts/demo/a.ts"];
    expect(said(guardTenantNames, ...free.map((path) => file(path, text)))).toEqual([]);
  });
});
