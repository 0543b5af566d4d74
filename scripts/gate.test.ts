import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gate-"));
  mkdirSync(path.join(folder, ".ci"));
  cpSync(path.join(root, ".ci/run"), path.join(folder, ".ci/run"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the gate with an npm that says and answers what is given for each script. */
function runGate(scripts: Readonly<Record<"test" | "check", { says: string; status: number }>>) {
  const cases = Object.entries(scripts).map(
    ([name, { says, status }]) => `${name}) echo "${says}"; exit ${status};;`,
  );
  const npm = path.join(folder, "npm");
  writeFileSync(npm, `#!/usr/bin/env bash\ncase "\${!#}" in\n${cases.join("\n")}\nesac\n`);
  chmodSync(npm, 0o755);
  const env = { ...process.env, PATH: `${folder}:${process.env["PATH"] ?? ""}` };
  const { status, stdout } = spawnSync(path.join(folder, ".ci/run"), { env, encoding: "utf8" });
  return { status, last: stdout.trimEnd().split("\n").at(-1) };
}

describe("the gate", () => {
  const good = { says: "3 passed, 0 failed, 1 skipped", status: 0 };

  test("sums the tests and the checks", () => {
    const checks = { says: "6 passed, 0 failed, 0 skipped", status: 0 };
    expect(runGate({ test: good, check: checks })).toEqual({
      status: 0,
      last: "9 passed, 0 failed, 1 skipped",
    });
  });

  test("fails where a check failed", () => {
    const checks = { says: "5 passed, 1 failed, 0 skipped", status: 1 };
    expect(runGate({ test: good, check: checks })).toEqual({
      status: 1,
      last: "8 passed, 1 failed, 1 skipped",
    });
  });

  test("counts a run that ends without counts, or badly in spite of them, as one failure", () => {
    const silent = { says: "killed", status: 0 };
    expect(runGate({ test: silent, check: good })).toEqual({
      status: 1,
      last: "3 passed, 1 failed, 1 skipped",
    });
    const dishonest = { ...good, status: 137 };
    expect(runGate({ test: good, check: dishonest })).toEqual({
      status: 1,
      last: "6 passed, 1 failed, 2 skipped",
    });
  });

  test("fails where nothing ran", () => {
    const nothing = { says: "0 passed, 0 failed, 0 skipped", status: 0 };
    expect(runGate({ test: nothing, check: nothing }).status).toBe(1);
  });
});

test("every npm script that runs a program of the repository finds it", () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const programs = Object.values(scripts).flatMap((line) => line.match(/scripts\/\S+/g) ?? []);
  expect(programs).toContain("scripts/run-tests.ts");
  expect(programs.filter((program) => !existsSync(path.join(root, program)))).toEqual([]);
});
