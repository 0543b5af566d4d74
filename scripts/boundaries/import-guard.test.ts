import { describe, expect, test } from "vitest";
import { findCycles } from "./cycle-guard.ts";
import { guardImports } from "./import-guard.ts";
import { WORKSPACE_MAP } from "./workspace-map.ts";

const said = (path: string, text: string): string[] =>
  guardImports([{ path, text }]).map((breach) => breach.said);

describe("the import guard", () => {
  test.each([
    ["packages/policy/src/a.ts", 'import { decide } from "@yichuang/domain";', "not a layer"],
    ["packages/domain/src/a.ts", 'export { openPools } from "@yichuang/db";', "not a layer"],
    ["packages/domain/src/a.ts", 'import type { Pools } from "@yichuang/db";', "not a layer"],
    ["packages/auth/src/a.ts", 'const rules = await import("@yichuang/policy");', "not a layer"],
    ["packages/domain/src/a.ts", 'import { z } from "zod";', "not among its libraries"],
    ["packages/api/src/a.ts", 'import pg from "pg";', "another layer"],
    ["packages/db/src/a.ts", 'import { TRPCError } from "@trpc/server/unstable-core";', "another layer"],
    ["apps/web/src/a.tsx", 'import { router } from "@yichuang/api";', "`import type` only"],
    ["apps/web/src/a.tsx", 'import { type Router } from "@yichuang/api";', "`import type` only"],
    ["apps/web/src/a.tsx", 'import type { Db } from "@yichuang/db";', "not a layer"],
    ["apps/web/src/a.ts", 'import { x } from "../../../packages/api/src/x.ts";', "leaves the workspace"],
    ["packages/extra/src/a.ts", "export const extra = 1;", "not on the map"],
  ])("refuses in %s: %s", (path, text, reason) => {
    expect(said(path, text)).toEqual([expect.stringContaining(reason)]);
  });

  test("says where", () => {
    const file = { path: "packages/auth/src/a.ts", text: 'const one = 1;\nimport "@yichuang/api";\n' };
    expect(guardImports([file])[0]).toMatchObject({ path: file.path, line: 2 });
  });

  test.each([
    ["apps/web/src/a.ts", 'import type { Router } from "@yichuang/api";'],
    ["apps/web/src/a.ts", 'export type Centre = import("@yichuang/api").Centre;'],
    [
      "packages/domain/src/a.ts",
      'import { Decimal } from "decimal.js"; import "@yichuang/policy/packs/a.json";',
    ],
    ["packages/policy/src/a.test.ts", 'import { decide } from "@yichuang/domain";'],
    ["packages/policy/src/a.ts", '// import { decide } from "@yichuang/domain";'],
  ])("allows in %s: %s", (path, text) => {
    expect(said(path, text)).toEqual([]);
  });
});

test("the map of workspaces has no cycle", () => {
  const graph = new Map(Object.entries(WORKSPACE_MAP).map(([name, rule]) => [name, rule.ours]));
  expect(findCycles(graph)).toEqual([]);
});
