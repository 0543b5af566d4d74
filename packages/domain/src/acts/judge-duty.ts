import type { Duty } from "@yichuang/policy";
import type { InstitutionFacts } from "../contract/facts.ts";
import { emptyInstitution } from "../history/begin.ts";
import { dutiesOfInstitutions } from "../obligations/of-institution.ts";
import { yearOf } from "../time/days.ts";
import type { Act } from "./act.ts";
import { blocked } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { actWord } from "./act-words.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { Scene } from "./scene.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";

type Judged = Duty & { must: Extract<Duty["must"], { kind: "judged" }> };

/** The authority says whether an institution did its duty of a year. */
export const judgeDuty: Act<"judge-duty"> = {
  offersAt: (scene, place) =>
    place.kind === "institution" && judgedDuties(scene).length > 0 ? [{ root: place.institution }] : [],
  targetsOf: (action) => [{ root: action.institution }],
  doersAt: (scene, target) => {
    const root = institutionAt(scene, target.root ?? "");
    if (root === undefined) return undefined;
    return {
      roles: [...new Set(judgedDuties(scene).flatMap((duty) => hatsOf(duty.must.by, "judge-duty")))],
      root,
    };
  },
  check: (scene) =>
    judgedDuties(scene).length > 0
      ? []
      : [refuse("nothing-to-act-on", { what: actWord(scene.policies.current.policy, "judge-duty") })],
  perform: (scene, action) => {
    const root = institutionAt(scene, action.institution);
    const duty = judgedDuties(scene).find((one) => one.key === action.duty);
    if (root === undefined || duty === undefined) {
      return blocked(refuse("nothing-to-act-on", { what: { zh: action.duty, en: action.duty } }));
    }
    const clauses = clausesOfNodes(scene.policies.current.policy, duty);
    if (action.year > yearOf(scene.today)) {
      const field = { zh: "年度", en: "year" };
      return blocked(refuse("field-invalid", { field, fault: "date" }, { clauses, field: "year" }));
    }
    const before = root.duties.find((one) => one.duty === duty.key && one.year === action.year);
    if (before !== undefined) {
      return blocked(refuse("already-done", { what: labelOf(duty), on: before.on }, { clauses }));
    }
    const { year, met, opinion } = action;
    const host = root.seq === 0 ? { host: root.host } : {};
    const body = { duty: duty.key, year, met, opinion, ...host };
    const consulted = [`duties/${duty.key}`];
    return {
      events: [newEvent({ root: refOf(root), kind: "duty-judged", body, onDay: scene.today, consulted })],
    };
  },
};

const judgedDuties = (scene: Scene): Judged[] =>
  dutiesOfInstitutions(scene.policies.current.policy).filter(
    (duty): duty is Judged => duty.must.kind === "judged",
  );

/** The institution's root; one that has no history in the tenant yet begins with the judgement. */
function institutionAt(scene: Scene, id: string): InstitutionFacts | undefined {
  const { institution, host } = scene.facts;
  if (institution?.id === id) return institution;
  return host === undefined || id === "" ? undefined : emptyInstitution(id, host);
}
