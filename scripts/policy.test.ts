import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const SCRIPT = join(import.meta.dirname, "policy.ts");
const packOf = (name: string) => join(import.meta.dirname, `../packages/policy/packs/${name}/policy.json`);
const PACK = packOf("fuling");
const folder = mkdtempSync(join(tmpdir(), "policy-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]) => spawnSync(process.execPath, [SCRIPT, ...words], { encoding: "utf8" });

function broken(change: (text: string) => string): string {
  const file = join(folder, "policy.json");
  writeFileSync(file, change(readFileSync(PACK, "utf8")));
  return file;
}

// each test starts processes of its own
describe("npm run policy", { timeout: 180_000 }, () => {
  test("check accepts the pack and lists what is open", () => {
    const { status, stdout } = run("check", PACK);
    expect(status).toBe(0);
    expect(stdout).toContain("gradings/acceptance/grade/cases/excellent/when/than");
    expect(stdout).toContain("没有须改正的地方");
  });
  test("check names the place and how to mend it, and exits with 1", () => {
    const { status, stdout } = run(
      "check",
      broken((text) => text.replace('"weight": 30', '"weight": 31')),
      "--en",
    );
    expect(status).toBe(1);
    expect(stdout).toContain("sheets/sheet");
    expect(stdout).toContain("101 instead of 100: 1 too many");
    expect(stdout).toContain("→ make them add up");
  });
  test("check refuses a document that is none", () => {
    expect(
      run(
        "check",
        broken(() => "{"),
      ).status,
    ).toBe(1);
    expect(run("check", join(folder, "nothing.json")).status).toBe(2);
    expect(run("check").status).toBe(2);
  });
  test("explain prints the document in both languages", () => {
    expect(run("explain", PACK).stdout).toContain("整改复核");
    expect(run("explain", PACK, "--en").stdout).toContain("re-check");
  });
  test("scenarios tells which examples hold, and exits with 1 where one does not", () => {
    const { status, stdout } = run("scenarios", PACK);
    expect(status).toBe(0);
    expect(stdout).toContain("个例子符合，0 个不符合");
    const scenarios = readFileSync(join(PACK, "../scenarios.json"), "utf8");
    writeFileSync(join(folder, "scenarios.json"), scenarios);
    const other = broken((text) => text.replace('"than": 80', '"than": 85'));
    const failed = run("scenarios", other, "--lang", "en");
    rmSync(join(folder, "scenarios.json"));
    expect(failed.status).toBe(1);
    expect(failed.stdout).toMatch(/✗ .+\n {4}should be /);
  });
  test("an example that is written wrongly is told in words: where, what, and how to mend it", () => {
    const small = join(import.meta.dirname, "../docs/language/small-policy");
    const file = join(folder, "policy.json");
    const told = (from: string, to: string) => {
      const book = readFileSync(join(small, "scenarios.json"), "utf8");
      writeFileSync(file, readFileSync(join(small, "policy.json"), "utf8"));
      writeFileSync(join(folder, "scenarios.json"), book.replace(from, to));
      const { status, stdout } = run("scenarios", file, "--en");
      rmSync(join(folder, "scenarios.json"));
      return { status, stdout };
    };
    expect(told('"truth": "false"', '"truth": "no"')).toEqual({
      status: 1,
      stdout: expect.stringContaining(
        "  scenarios.json/scenarios/beds/expect/truth\n    this word is not allowed here\n    → use one of: true,",
      ),
    });
    expect(told('"at": "conditions/beds"', '"at": "forms/report"')).toEqual({
      status: 1,
      stdout: expect.stringContaining("→ let at name a condition, for example conditions/KEY"),
    });
    expect(told('"policy": "qingtan-workshops"', '"policy": "qingtan"')).toEqual({
      status: 1,
      stdout: expect.stringContaining("→ write “qingtan-workshops”"),
    });
  });
  test.each(["chongqing", "fuling", "jiangxi", "luoyang", "shandong"])(
    "rehearse runs %s through a year with its windows, deadlines, clashes and dead ends",
    (pack) => {
      const { status, stdout } = run("rehearse", packOf(pack), "--from", "2026-01-01", "--years", "1");
      for (const title of ["日历", "时间冲突", "等待未定的值", "走不下去的地方"])
        expect(stdout).toContain(title);
      expect({ status, stdout }).toMatchObject({ status: 0 });
    },
  );
  test("diff says what changed between two versions", () => {
    const other = broken((text) => text.replace('"weight": 30', '"weight": 31'));
    expect(run("diff", PACK, other).stdout).toContain("由“30”改为“31”");
    expect(run("diff", PACK, PACK).stdout).toContain("没有不同");
    expect(run("diff", PACK).status).toBe(2);
  });
  test("schema prints a JSON Schema", () => {
    const printed: unknown = JSON.parse(
      execFileSync(process.execPath, [SCRIPT, "schema"], { encoding: "utf8" }),
    );
    expect(printed).toMatchObject({ type: "object", additionalProperties: false });
  });
});
