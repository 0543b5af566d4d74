import type { Procedure } from "@yichuang/policy";
import type { CenterFacts } from "../contract/facts.ts";
import type { Act, Target } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { openCase } from "./open-case.ts";
import type { Scene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { labelOf, refuse } from "./violation.ts";
import { isVisit } from "./visit.ts";

interface Campaign {
  procedure: string;
  year: number;
}

/** Where one center stands in a campaign: its case is there, it can be opened, or why not. */
interface CampaignPlace {
  center: CenterFacts;
  case?: CenterFacts["cases"][number];
  obstacles: Obstacle[];
}

/** Everyone of the procedure's types, with what stands in the way of those who are not in. */
export function campaignPlaces(scene: Scene, { procedure: key, year }: Campaign): CampaignPlace[] {
  const procedure = procedureOf(scene, key);
  if (procedure === undefined) return [];
  return scene.facts.centers
    .filter((center) => procedure.for.includes(center.type))
    .map((center) => {
      const kase = center.cases.find(
        (one) => one.procedure === key && one.year === year && one.state !== "withdrawn",
      );
      if (kase !== undefined) return { center, case: kase, obstacles: [] };
      return { center, obstacles: openCase.check(scene, { procedure: key, year, root: center.id }) };
    });
}

const procedureOf = (scene: Scene, key: string | undefined): Procedure | undefined =>
  scene.policies.current.policy.procedures.find((one) => one.key === key && isCampaign(one));

/** Whether the authority opens a procedure for a whole cohort of centers. */
export const isCampaign = (procedure: Procedure): boolean =>
  procedure.over === "center" && !isVisit(procedure) && procedure.starts.by.role === "authority";

/** Opens the cases of a whole cohort in one go: everyone whom the procedure is for and whose time has come. */
export const openCampaign: Act<"open-campaign"> = {
  offersAt: (scene, place) => {
    if (place.kind !== "tenant") return [];
    const { procedures } = scene.policies.current.policy;
    return procedures
      .filter(({ key }) => procedureOf(scene, key) !== undefined)
      .map(({ key }) => ({ procedure: key }));
  },
  // every center of the cohort is a target, so that time is noted there before its case is opened
  targetsOf: ({ procedure, year }, scene) => [
    { procedure, year },
    ...campaignPlaces(scene, { procedure, year }).map(({ center }) => ({ procedure, year, root: center.id })),
  ],
  doersAt: (scene, target) => {
    const procedure = procedureOf(scene, target.procedure);
    return procedure === undefined ? undefined : { roles: hatsOf(procedure.starts.by, "open-case") };
  },
  check: checkReady,
  perform: (scene, { procedure, year }) => {
    const outcomes = readyIn(scene, { procedure, year }).map(({ center }) =>
      openCase.perform(scene, { kind: "open-case", procedure, year, center: center.id }),
    );
    return { events: outcomes.flatMap((one) => ("events" in one ? one.events : [])) };
  },
};

const readyIn = (scene: Scene, campaign: Campaign): CampaignPlace[] =>
  campaignPlaces(scene, campaign).filter((one) => one.case === undefined && one.obstacles.length === 0);

function checkReady(scene: Scene, { procedure: key, year, root }: Target): Obstacle[] {
  const procedure = procedureOf(scene, key);
  if (procedure === undefined || year === undefined || root !== undefined) return [];
  if (readyIn(scene, { procedure: procedure.key, year }).length > 0) return [];
  return [refuse("nothing-to-act-on", { what: labelOf(procedure) })];
}
