import type { Policy, Scalar } from "@yichuang/policy";
import type { World } from "../evaluate/world.ts";

/** A world of a few facts and settlements for tests of the language. */
export const worldWith = (
  policy: Policy,
  facts: { [ref: string]: Scalar },
  settled: { [path: string]: unknown } = {},
): World => ({
  today: "2025-12-01",
  now: "2025-12-01T01:00:00.000Z",
  policy,
  holidays: {},
  fact: (ref) => facts[ref],
  set: () => [],
  settlement: (path) =>
    path in settled
      ? {
          id: path,
          path,
          value: settled[path],
          as: "定",
          on: "2025-11-01",
          by: { name: "officer", unit: "authority" },
        }
      : undefined,
  waiver: () => false,
});
