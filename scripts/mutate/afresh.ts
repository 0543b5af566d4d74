// One thread runs the tests of many mutants (kept-thread.ts). The next run finds no trace of the last: no mutant is
// active while a file loads, and the policies that tests are about are read anew (what the code remembers of a policy it
// remembers by its object). Where a test has failed, the mutant is killed and the files that remain are not loaded.
import { afterAll, afterEach } from "vitest";

interface Thread {
  readonly __vitest_worker__: {
    readonly providedContext: object;
    readonly evaluatedModules: {
      readonly fileToModulesMap: ReadonlyMap<string, ReadonlySet<object>>;
      invalidateModule(module: object): void;
    };
  };
  __stryker__?: {
    activeMutant?: string | undefined;
    mutantCoverage?: { static: Record<string, number>; perTest: Record<string, object> };
  };
  lastRun?: { readonly of: object; failed: boolean };
}

const thread = globalThis as unknown as Thread;
const { __vitest_worker__: worker, __stryker__: stryker } = thread;
const { providedContext, evaluatedModules } = worker;

if (thread.lastRun?.of === providedContext) {
  if (thread.lastRun.failed) throw new Error("A test has failed already.");
} else {
  thread.lastRun = { of: providedContext, failed: false };
  for (const [file, modules] of evaluatedModules.fileToModulesMap) {
    if (/\/(?:testing|packs)\//.test(file))
      for (const module of modules) evaluatedModules.invalidateModule(module);
  }
}
if (stryker) stryker.activeMutant = undefined;

afterEach(({ task }) => {
  if (task.result?.state === "fail" && thread.lastRun) thread.lastRun.failed = true;
});

// each file tells of its own coverage
// oxlint-disable-next-line no-empty-pattern -- Vitest reads from the pattern which fixtures a hook wants: none
afterAll(({}, suite) => {
  const coverage = stryker?.mutantCoverage;
  if (!coverage) return;
  Object.assign(suite.meta, { mutantCoverage: structuredClone(coverage) });
  coverage.perTest = {};
});
