import type { Policy, Stage } from "@yichuang/policy";

/** A policy in which one stage of a procedure says something else, or no longer says what is undefined here. */
export function withStage(
  policy: Policy,
  [procedure, stage]: readonly [procedure: string, stage: string],
  more: object,
): Policy {
  const change = (one: Stage): Stage => {
    const said = Object.entries({ ...one, ...more }).filter(([, value]) => value !== undefined);
    return one.key === stage ? (Object.fromEntries(said) as unknown as Stage) : one;
  };
  const procedures = policy.procedures.map((one) =>
    one.key === procedure ? { ...one, stages: one.stages.map(change) } : one,
  );
  return { ...policy, procedures };
}
