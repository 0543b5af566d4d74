// Tests of the two packages whose code is mutated. In the sandbox a package is found beside its tests, so that a mutant
// in `policy` meets the tests of `domain` too.
import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "../..");

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@yichuang\/(policy|domain)$/, replacement: `${root}/packages/$1/src/index.ts` },
      { find: /^@yichuang\/policy\/packs\//, replacement: `${root}/packages/policy/packs/` },
    ],
  },
  test: {
    include: ["packages/{policy,domain}/src/**/*.test.ts"],
    setupFiles: ["packages/domain/src/testing/property-seed.ts"],
    silent: true,
    testTimeout: 60_000,
  },
});
