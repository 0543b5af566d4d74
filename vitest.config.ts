import { defineConfig } from "vitest/config";

const needingPostgres = ["**/*.db.test.ts", "**/*.api.test.ts", "**/*.e2e.test.ts"];
const postgres = ["packages/db/src/testing/global-setup.ts"];
const outside = ["**/node_modules/**", "**/dist/**", ".data/**"];

export default defineConfig({
  test: {
    // journeys tell what they do; a test only shows it where it failed
    silent: "passed-only",
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: [...outside, ...needingPostgres],
          setupFiles: ["packages/domain/src/testing/property-seed.ts"],
          // whole lives and huge documents, on a machine that does other things as well
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "db",
          include: ["{packages,apps}/*/src/**/*.db.test.ts", "scripts/**/*.db.test.ts"],
          exclude: outside,
          globalSetup: postgres,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "api",
          include: ["{packages,apps}/*/src/**/*.api.test.ts", "scripts/**/*.api.test.ts"],
          exclude: outside,
          globalSetup: postgres,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["apps/e2e/src/**/*.e2e.test.ts"],
          exclude: outside,
          globalSetup: postgres,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // a page may load slowly; what is waited for is its content
          expect: { poll: { timeout: 15_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
