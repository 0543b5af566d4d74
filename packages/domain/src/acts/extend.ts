import { findProcedure, findStage } from "@yichuang/policy";
import type { Act } from "./act.ts";
import { AUTHORITY, blocked } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { newEvent, refOf } from "./new-event.ts";
import { findCaseScene } from "./scene.ts";
import { refuse } from "./violation.ts";

/** Lengthens a stage's window for a year, or for one case (缓报 is an extension, rulings 10). */
export const extend: Act<"extend"> = {
  offersAt: (_scene, place) => {
    if (place.kind === "tenant") return [{}];
    return place.kind === "case" ? [{ case: place.case }] : [];
  },
  targetsOf: (action) => [action.case === undefined ? {} : { case: action.case }],
  doersAt: (scene, target) => {
    if (target.case !== undefined && findCaseScene(scene, target.case) === undefined) return undefined;
    return { roles: hatsOf(AUTHORITY, "extend") };
  },
  check: () => [],
  perform: (scene, action) => {
    const found = action.case === undefined ? undefined : findCaseScene(scene, action.case);
    const policy = found?.policy ?? scene.policies.current.policy;
    const procedure = findProcedure(policy, action.procedure);
    const stage = procedure === undefined ? undefined : findStage(procedure, action.stage);
    if (stage === undefined || (found !== undefined && found.kase.procedure !== action.procedure)) {
      return blocked(refuse("nothing-to-act-on", { what: { zh: action.stage, en: action.stage } }));
    }
    if (action.until < scene.today) {
      const field = { zh: "延长至", en: "extended until" };
      return blocked(refuse("field-invalid", { field, fault: "date" }, { field: "until" }));
    }
    const { kind: _kind, ...body } = action;
    const root = found?.root ?? scene.facts.tenant;
    const consulted = [`procedures/${action.procedure}/stages/${action.stage}`];
    return {
      events: [newEvent({ root: refOf(root), kind: "extended", body, onDay: scene.today, consulted })],
    };
  },
};
