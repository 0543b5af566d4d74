import type { Policy } from "../schema/policy.ts";
import { Condition } from "../schema/sorts.ts";
import { isStanding, type Standing } from "../schema/states.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { walk } from "../read/walk.ts";
import { refOf } from "../wording/say-sorts.ts";
import { adviceAt, errorAt } from "./finding.ts";

/** A life may end here. `applying` is left by the decision of the same procedure. */
const MAY_LAST = new Set<Standing>(["applying", "declined", "established", "revoked", "exited"]);

interface AtStanding {
  path: string;
  standing: Standing;
}

/** Every standing that is asked about can be reached, and every passing one leads on. */
export function standings(policy: Policy): PolicyProblem[] {
  const given = standingsGiven(policy);
  const asked = standingsAsked(policy);
  const reached = new Set(given.map(({ standing }) => standing));
  const left = new Set(asked.map(({ standing }) => standing));
  return [
    ...asked.filter(({ standing }) => !reached.has(standing)).map(neverReached),
    ...given.filter(({ standing }) => !left.has(standing) && !MAY_LAST.has(standing)).map(neverLeft),
    ...foreignStarts(policy),
  ];
}

function standingsGiven(policy: Policy): AtStanding[] {
  const stages = policy.procedures.flatMap((procedure) =>
    procedure.stages.map((stage) => ({
      path: `procedures/${procedure.key}/stages/${stage.key}/gives`,
      standing: stage.gives,
    })),
  );
  const effects = policy.consequences.flatMap((consequence) =>
    consequence.effects.map((effect) => ({
      path: `consequences/${consequence.key}/effects/${effect.key}`,
      standing: effect.do === "set-standing" ? effect.standing : undefined,
    })),
  );
  return [...stages, ...effects].flatMap(({ path, standing }) =>
    standing === undefined ? [] : [{ path, standing }],
  );
}

/** The standings that procedures and consequences ask of a center of this policy. */
function standingsAsked(policy: Policy): AtStanding[] {
  return walk(policy).flatMap(({ node, path }) => {
    if (!("kind" in node) || node.kind !== "compare") return [];
    const condition = Condition.safeParse(node);
    if (!condition.success || condition.data.kind !== "compare") return [];
    const { of, is, than } = condition.data;
    if (refOf(of) !== "center.standing" || (is !== "equal" && is !== "one-of")) return [];
    return [than]
      .flat()
      .flatMap((word) => (typeof word === "string" && isStanding(word) ? [{ path, standing: word }] : []));
  });
}

const neverReached = ({ path, standing }: AtStanding): PolicyProblem =>
  errorAt("standings", {
    path,
    zh: `没有任何阶段或后果会到“${standing}”`,
    en: `no stage and no consequence ever leads to “${standing}”`,
    mendZh: "请在阶段的 gives 或后果的 set-standing 里写出它",
    mendEn: "let a stage give it or a consequence set it",
  });
const neverLeft = ({ path, standing }: AtStanding): PolicyProblem =>
  adviceAt("standings", {
    path,
    zh: `到了“${standing}”之后没有下文`,
    en: `nothing follows after “${standing}”`,
    mendZh: "请写出由它开始的程序或后果",
    mendEn: "give a procedure or consequence that begins there",
  });

/** A consequence starts procedures of its own types only. */
function foreignStarts(policy: Policy): PolicyProblem[] {
  return policy.consequences.flatMap((consequence) =>
    consequence.effects.flatMap((effect) => {
      if (effect.do !== "start") return [];
      const procedure = policy.procedures.find(({ key }) => key === effect.procedure);
      const foreign = consequence.for.filter(
        (type) => procedure !== undefined && !procedure.for.includes(type),
      );
      return foreign.map((type) =>
        errorAt("standings", {
          path: `consequences/${consequence.key}/effects/${effect.key}`,
          zh: `启动的程序“${effect.procedure}”不适用于类型“${type}”`,
          en: `it starts “${effect.procedure}”, which is not for the type “${type}”`,
          mendZh: "请在程序的 for 里加上这个类型，或者换一个程序",
          mendEn: "add the type to the procedure's for, or start another one",
        }),
      );
    }),
  );
}
