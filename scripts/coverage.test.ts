// Every requirement of the five documents says where it stands: with the test that shows it, the entry of a pack that
// holds it, or why no program can carry it out.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { nodeAt } from "@yichuang/policy";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readPack } from "./demo/packs.ts";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const Gist = z.string().min(10);
const At = z.array(z.string().regex(/^[a-z]+: \S+$/)).min(1);
const Coverage = z.record(
  z.string(),
  z.discriminatedUnion("state", [
    z.strictObject({
      gist: Gist,
      state: z.literal("implemented"),
      tests: z.array(z.string()).min(1),
      at: At.optional(),
    }),
    z.strictObject({ gist: Gist, state: z.literal("configured"), at: At }),
    z.strictObject({ gist: Gist, state: z.literal("out-of-software"), why: z.string().min(20) }),
  ]),
);
const coverage = Coverage.parse(JSON.parse(read("packages/policy/coverage.json")));
const entries = Object.entries(coverage);

const packs = new Map(
  ["fuling", "chongqing", "luoyang", "shandong", "jiangxi"].map((name) => [name, readPack(name)]),
);

/** How many numbered requirements each document has, and how many hold across them. */
const NUMBERED = { FL: 55, CQ: 64, LY: 48, SD: 30, JX: 29, XX: 7 };

describe("the coverage table", () => {
  test("names each of the 233 requirements once, in order", () => {
    const all = Object.entries(NUMBERED).flatMap(([document, n]) =>
      Array.from({ length: n }, (_, at) => `${document}-${at + 1}`),
    );
    expect(all).toHaveLength(233);
    expect(entries.map(([id]) => id)).toEqual(all);
  });

  test("leads to nodes that stand in the packs", () => {
    const lost = entries.flatMap(([id, entry]) =>
      ("at" in entry ? (entry.at ?? []) : []).filter((at) => !stands(at)).map((at) => `${id} ${at}`),
    );
    expect(lost).toEqual([]);
  });

  test("leads to tests, scenarios and chapters of journeys that are there by that name", () => {
    const lost = entries.flatMap(([id, entry]) =>
      (entry.state === "implemented" ? entry.tests : [])
        .filter((one) => !isShown(one))
        .map((one) => `${id} ${one}`),
    );
    expect(lost).toEqual([]);
  });

  test("leaves at most 25 to people alone", () => {
    expect(entries.filter(([, { state }]) => state === "out-of-software").length).toBeLessThanOrEqual(25);
  });

  test("finds a place that is not there, and a test of another name", () => {
    expect(stands("fuling: procedures/nowhere")).toBe(false);
    expect(isShown("scripts/coverage.test.ts#a name that no test has")).toBe(false);
    expect(isShown("scripts/nowhere.test.ts#the coverage table")).toBe(false);
  });
});

function stands(at: string): boolean {
  const [pack = "", place = ""] = at.split(": ");
  const policy = packs.get(pack);
  return policy !== undefined && nodeAt(policy, place) !== undefined;
}

/** `file#name`: a test by its name, a scenario by its key, a journey by what it says. */
function isShown(shown: string): boolean {
  const [file, name] = [shown.slice(0, shown.indexOf("#")), shown.slice(shown.indexOf("#") + 1)];
  if (name === "" || !existsSync(path.join(root, file))) return false;
  const text = read(file);
  if (file.endsWith("scenarios.json")) return text.includes(`"key": "${name}"`);
  return ['"', "`"].some((quote) => text.includes(quote + name + quote));
}
