// Tests of the two packages whose code is mutated. In the sandbox a package is found beside its tests, so that a mutant
// in `policy` meets the tests of `domain` too.
import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";
import { keepThread } from "./kept-thread.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The folders whose tests are to notice: all of both packages, or (`--tests`) those beside the code, which is quick. */
const { YC_TESTS: tests = "packages/policy/src,packages/domain/src" } = process.env;

/** What takes long and finds little that the tests beside the code do not find: whole random lives, huge documents. */
const LONG = ["random-life", "renamed-life", "overlay-properties", "rehearse", "hostile", "language-whole"];

const isWhole = (file: string): boolean => /\/testing\/|\/run-scenario\./.test(file);

/** The tests beside the code stand before those of whole lives, so that a broken rule is noticed soon. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => Number(isWhole(a.moduleId)) - Number(isWhole(b.moduleId)));
  }
}

export default defineConfig({
  root,
  plugins: [{ name: "kept-thread", configureVitest: ({ project }) => keepThread(project) }],
  resolve: {
    alias: [
      { find: /^@yichuang\/(policy|domain)$/, replacement: `${root}/packages/$1/src/index.ts` },
      { find: /^@yichuang\/policy\/packs\//, replacement: `${root}/packages/policy/packs/` },
    ],
  },
  test: {
    include: tests.split(",").map((folder) => `${folder}/**/*.test.ts`),
    exclude: LONG.map((name) => `**/${name}.test.ts`),
    setupFiles: ["scripts/mutate/afresh.ts", "packages/domain/src/testing/property-seed.ts"],
    sequence: { sequencer: NearestFirst, hooks: "list" },
    isolate: false,
    reporters: [{}],
    testTimeout: 600_000,
  },
});
