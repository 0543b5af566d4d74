import { existsSync, readFileSync } from "node:fs";

/** How many tests (or checks) ended in which way. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of Vitest's JSON report that is read here. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** The report, or an empty one where Vitest ended before it could write it. */
export function readReport(file: string): VitestReport {
  if (!existsSync(file)) return { testResults: [] };
  return JSON.parse(readFileSync(file, "utf8")) as VitestReport;
}

/** Counts tests; a file that failed without a failed test (it did not load, a hook threw) counts as one failure. */
export function countTests(report: VitestReport): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    const statuses = file.assertionResults.map((test) => test.status);
    const failed = statuses.filter((status) => status === "failed").length;
    counts.passed += statuses.filter((status) => status === "passed").length;
    counts.failed += file.status === "failed" ? Math.max(failed, 1) : failed;
    counts.skipped += statuses.filter((status) => status !== "passed" && status !== "failed").length;
  }
  return counts;
}

/** A run without a single passed test is no success. */
export const succeeded = (counts: Counts): boolean => counts.failed === 0 && counts.passed > 0;

/** The line that continuous integration reads. */
export const sayCounts = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
