import type { Procedure, Stage } from "@yichuang/policy";
import { getForm } from "@yichuang/policy";
import type { CenterFacts } from "../contract/facts.ts";
import { gapsOf } from "../forms/gaps.ts";
import { startWindow } from "../history/stage-window.ts";
import { policyOfYear } from "../history/pinned-policy.ts";
import { worldOf } from "../history/world-of.ts";
import { yearOf } from "../time/days.ts";
import type { Act, ActionOf, Target } from "./act.ts";
import { blocked } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { checkCohort } from "./cohort.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { Scene } from "./scene.ts";
import { findRootById, placeOf } from "./scene.ts";
import { checkStart } from "./starting.ts";
import { isVisit } from "./visit.ts";

interface Visit {
  center: CenterFacts;
  procedure: Procedure;
  stage: Stage;
}

/** An inspection: opened, recorded with what it found, and closed, in one act. */
export const inspect: Act<"inspect"> = {
  offersAt: (scene, place) =>
    place.kind === "center"
      ? policyOfYear(scene.policies, yearOf(scene.today))
          .policy.procedures.filter(isVisit)
          .map((procedure) => ({ root: place.center, procedure: procedure.key }))
          .filter((target) => findVisit(scene, target) !== undefined)
      : [],
  targetsOf: (action) => [{ root: action.center, procedure: action.procedure }],
  doersAt: (scene, target) => {
    const visit = findVisit(scene, target);
    return visit === undefined ? undefined : { roles: hatsOf(visit.stage.by, "inspect"), root: visit.center };
  },
  check: (scene, target) => {
    const visit = findVisit(scene, target);
    if (visit === undefined) return [];
    const { policy } = policyOfYear(scene.policies, yearOf(scene.today));
    const { procedure, center } = visit;
    const year = yearOf(scene.today);
    const world = worldOf(placeOf(scene, { root: center, year }));
    const cohort = checkCohort({ policy, procedure, root: center, world });
    if (cohort.length > 0) return cohort;
    return checkStart({
      scene,
      policy,
      procedure,
      root: center,
      window: startWindow(procedure, world, year),
      year,
    });
  },
  perform: (scene, action) => {
    const visit = findVisit(scene, { root: action.center, procedure: action.procedure });
    if (visit === undefined) return { obstacles: [] };
    const gaps = gapsOfRecord(scene, visit, action);
    return gaps.length > 0 ? blocked(...gaps) : { events: record(scene, visit, action) };
  },
};

function findVisit(scene: Scene, target: Target): Visit | undefined {
  const center = findRootById(scene, target.root ?? "");
  const procedure = policyOfYear(scene.policies, yearOf(scene.today)).policy.procedures.find(
    (candidate) => candidate.key === target.procedure && isVisit(candidate),
  );
  const stage = procedure?.stages.find((candidate) => candidate.does === "review");
  if (center?.kind !== "center" || procedure === undefined || stage === undefined) return undefined;
  return procedure.for.includes(center.type) ? { center, procedure, stage } : undefined;
}

function gapsOfRecord(scene: Scene, { center, stage }: Visit, action: ActionOf<"inspect">) {
  if (stage.form === undefined) return [];
  const { policy } = policyOfYear(scene.policies, yearOf(scene.today));
  const world = worldOf(placeOf(scene, { root: center, year: yearOf(scene.today) }));
  const gaps = gapsOf(getForm(policy, stage.form), action.answers, world);
  return gaps.map((violation) => ({ pending: false, violation }));
}

function record(scene: Scene, { center, procedure, stage }: Visit, action: ActionOf<"inspect">) {
  const id = scene.env.ids();
  const root = refOf(center);
  const about = { root, onDay: scene.today, consulted: [`procedures/${procedure.key}/stages/${stage.key}`] };
  const { key, purpose } = procedure;
  const opened = {
    case: id,
    procedure: key,
    purpose,
    year: yearOf(scene.today),
    pin: policyOfYear(scene.policies, yearOf(scene.today)).pin,
  };
  return [
    newEvent({ ...about, kind: "opened", body: opened }),
    newEvent({ ...about, kind: "inspected", body: { case: id, stage: stage.key, answers: action.answers } }),
    ...action.findings.map((finding) =>
      newEvent({ ...about, kind: "found", body: { case: id, finding: scene.env.ids(), ...finding } }),
    ),
    newEvent({ ...about, kind: "closed", body: { case: id, why: "done" } }),
  ];
}
