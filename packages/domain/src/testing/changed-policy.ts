import type { Policy, Procedure, Stage } from "@yichuang/policy";

// A policy with one part of it changed: what a test is about stands in the test.

/** The policy with one procedure changed. */
export const withProcedure = (
  policy: Policy,
  key: string,
  change: (procedure: Procedure) => Procedure,
): Policy => ({
  ...policy,
  procedures: policy.procedures.map((one) => (one.key === key ? change(one) : one)),
});

/** The policy with something more, or something else, at each stage of a key. */
export const withStage = (
  policy: Policy,
  key: string,
  more: Partial<Omit<Stage, "does" | "key">>,
): Policy => ({
  ...policy,
  procedures: policy.procedures.map((procedure) => ({
    ...procedure,
    stages: procedure.stages.map((stage) => (stage.key === key ? { ...stage, ...more } : stage)),
  })),
});
