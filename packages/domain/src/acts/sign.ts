import type { Actor } from "@yichuang/policy";
import type { Answers } from "../contract/events.ts";
import { blocked } from "./act.ts";
import { hatsOf, linkOf, mayAct } from "./actor.ts";
import { checkDossier, formOf, sameAnswer, worldWith } from "./dossier.ts";
import { handIn, nextRevision } from "./handing-in.ts";
import { checkRequires } from "./requires.ts";
import type { StageScene } from "./scene.ts";
import { stageAct, tell } from "./stage-act.ts";
import { checkHandingIn } from "./submit.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";
import { holdsOf } from "./window.ts";

/**
 * Signs in the order of the policy. The first signature lays the dossier down, the last one hands it in. Whoever
 * signs first may sign again where the draft has changed; every later signature is then asked for again.
 */
export const sign = stageAct({
  kind: "sign",
  suits: (at) => signersOf(at).length > 0,
  actors: (at) => signersOf(at),
  check: (at) => {
    const obstacles = checkHandingIn(at);
    return obstacles.length > 0 ? obstacles : checkTurn(at);
  },
  perform: (at, { answers, opinion }) => {
    const place = placeInOrder(at);
    const changed = !sameAnswer(laidDown(at), answers);
    const turn = place > 0 ? (changed ? [missing(at, 0)] : []) : alreadySigned(at, changed);
    const form = formOf(at);
    const world = form === undefined ? at.world : worldWith(at, form, answers);
    const obstacles = [...turn, ...checkDossier(at, answers), ...checkRequires(at, world)];
    if (obstacles.length > 0) return blocked(...obstacles);
    const signers = signersOf(at);
    const done = place === signers.length - 1;
    const signed = tell(at, "signed", { as: signers[place]?.role ?? "host", opinion, done });
    const laid = place === 0 && !done ? handIn(at, answers, false) : [];
    const handed = done ? handIn(at, answers, true) : [];
    return { events: [...laid, signed, ...handed], holds: holdsOf(at) };
  },
});

/** Who signs, in order. Where a center has no joint institution or partner, nobody signs for one. */
const signersOf = ({ stage, root }: Pick<StageScene, "stage" | "root">): readonly Actor[] =>
  stage.does === "submit"
    ? (stage.signs ?? []).filter(
        (actor) => !BY_LINK.includes(actor.role) || linkOf(actor, root) !== undefined,
      )
    : [];

const BY_LINK: readonly Actor["role"][] = ["joint", "partner"];

/** The roles that have signed the revision which is being made, in order. */
function signaturesOf(at: Pick<StageScene, "kase" | "stage">, revision: number): string[] {
  return at.kase.signatures
    .filter((signature) => signature.stage === at.stage.key && signature.revision === revision)
    .map((signature) => signature.as);
}

/** Which of the signers the hat is. */
const placeInOrder = (at: StageScene): number =>
  signersOf(at).findIndex((signer) =>
    mayAct(at.scene.env.hat, {
      roles: hatsOf(signer, "sign"),
      root: at.root,
      actors: [signer],
      tenant: at.scene.policies.tenant,
      act: "sign",
    }),
  );

function checkTurn(at: StageScene): Obstacle[] {
  const place = placeInOrder(at);
  const signed = signaturesOf(at, nextRevision(at)).length;
  if (place > signed) return [missing(at, signed)];
  // the first may sign again, because only the first may change what is signed
  return place < signed && place > 0 ? [already(at)] : [];
}

function missing(at: StageScene, place: number): Obstacle {
  const by = signersOf(at)[place]?.role ?? "host";
  return refuse("signature-missing", { by }, { clauses: clausesOfNodes(at.policy, at.stage, at.procedure) });
}

const already = (at: StageScene): Obstacle => refuse("already-done", { what: labelOf(at.stage) });

const alreadySigned = (at: StageScene, changed: boolean): Obstacle[] =>
  !changed && signaturesOf(at, nextRevision(at)).length > 0 ? [already(at)] : [];

/** The answers that the first signer has laid down for the revision which is being made. */
const laidDown = (at: StageScene): Answers | undefined =>
  at.kase.submissions.find(
    (submission) => submission.stage === at.stage.key && submission.revision === nextRevision(at),
  )?.answers;
