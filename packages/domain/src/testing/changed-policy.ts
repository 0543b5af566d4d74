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

/** The policy with something more, or something else, at each stage of a key; what is undefined is left out. */
export const withStage = (policy: Policy, key: string, more: object): Policy => ({
  ...policy,
  procedures: policy.procedures.map((procedure) => ({
    ...procedure,
    stages: procedure.stages.map((stage) => (stage.key === key ? saying({ ...stage, ...more }) : stage)),
  })),
});

const saying = (stage: Stage): Stage =>
  Object.fromEntries(Object.entries(stage).filter(([, value]) => value !== undefined)) as unknown as Stage;
