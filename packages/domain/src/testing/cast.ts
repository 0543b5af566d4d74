import type { Condition, Policy, Procedure, Stage } from "@yichuang/policy";
import { openValues } from "@yichuang/policy";

const stage = (of: Procedure, does: Stage["does"]): Stage => {
  const found = of.stages.find((one) => one.does === does);
  if (found === undefined) throw new Error(`no stage that does ${does}`);
  return found;
};

/** The parts of a policy that a life needs, found by what they do and never by their keys. */
export function partsOf(policy: Policy) {
  const procedure = (purpose: Procedure["purpose"], over?: Procedure["over"]): Procedure => {
    const found = policy.procedures.find(
      (one) => one.purpose === purpose && (over === undefined || one.over === over),
    );
    if (found === undefined) throw new Error(`no procedure for ${purpose}`);
    return found;
  };
  const form = (of: Stage) => {
    const found = policy.forms.find((one) => one.key === of.form);
    if (found === undefined) throw new Error(`no form at ${of.key}`);
    return found;
  };
  const judged = () => {
    const condition = policy.conditions.find((one) => one.test.kind === "judged");
    if (condition === undefined) throw new Error("no judged condition");
    return condition;
  };
  return {
    procedure,
    stage,
    form,
    // asked for only by lives whose policy has them
    get condition() {
      return judged();
    },
    get dimensions() {
      return dimensionsOf(policy, judged().test);
    },
    get line() {
      return lineOf(policy);
    },
  };
}

function dimensionsOf(policy: Policy, test: Condition) {
  const list = test.kind === "judged" ? policy.lists.find((one) => one.key === test.aspects) : undefined;
  return list?.items ?? [];
}

/** Path of the open line between two grades. */
function lineOf(policy: Policy): string {
  const open = openValues(policy).find((one) => one.path.startsWith("gradings/"));
  if (open === undefined) throw new Error("no open line");
  return open.path;
}
