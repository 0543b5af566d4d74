import { blocked } from "./act.ts";
import { closeIfLast } from "./closing.ts";
import { afterNo } from "./declining.ts";
import { checkReady } from "./ready.ts";
import { checkRequires } from "./requires.ts";
import type { StageScene } from "./scene.ts";
import { stageAct, tell } from "./stage-act.ts";
import { givenBy } from "./standing.ts";
import type { Obstacle } from "./violation.ts";
import { labelOf, refuse } from "./violation.ts";
import { holdsOf } from "./window.ts";

const suits = ({ stage }: StageScene): boolean => stage.does === "consent";

/** A third party consents or refuses, in its own words. Nobody records it in its place. */
export const consent = stageAct({
  kind: "consent",
  suits,
  check: checkReady,
  perform: (at, { given, words }) => {
    const obstacles = given ? checkRequires(at) : [];
    if (obstacles.length > 0) return blocked(...obstacles);
    const follows = given ? [...givenBy(at), ...closeIfLast(at)] : afterNo(at, "consent-refused");
    return { events: [tell(at, "consented", { given, words }), ...follows], holds: holdsOf(at) };
  },
});

/** The party takes its consent back; what was built on it is the policy's to say. */
export const endConsent = stageAct({
  kind: "end-consent",
  suits,
  check: checkGiven,
  perform: (at, { words }) => ({ events: [tell(at, "consent-ended", { words })] }),
});

function checkGiven(at: StageScene): Obstacle[] {
  const last = at.kase.consents.findLast((one) => one.stage === at.stage.key);
  const standing = last?.given === true && last.ended === undefined;
  return standing ? [] : [refuse("nothing-to-act-on", { what: labelOf(at.stage) })];
}
