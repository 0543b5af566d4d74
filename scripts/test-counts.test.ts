import { describe, expect, test } from "vitest";
import { countTests, readReport, sayCounts, succeeded } from "./test-counts.ts";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

describe("the counts of a test run", () => {
  test("sum over files, with pending and todo as skipped", () => {
    const report = {
      testResults: [file("passed", "passed", "pending"), file("failed", "passed", "failed", "todo")],
    };
    expect(sayCounts(countTests(report))).toBe("2 passed, 1 failed, 2 skipped");
  });

  test("hold a file that did not load against the run", () => {
    expect(countTests({ testResults: [file("passed", "passed"), file("failed")] }).failed).toBe(1);
  });

  test("are no success where nothing ran", () => {
    expect(succeeded(countTests(readReport("/does/not/exist.json")))).toBe(false);
    expect(succeeded({ passed: 1, failed: 1, skipped: 0 })).toBe(false);
    expect(succeeded({ passed: 1, failed: 0, skipped: 0 })).toBe(true);
  });
});
