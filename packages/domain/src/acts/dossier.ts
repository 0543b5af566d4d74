import type { Form } from "@yichuang/policy";
import { canonicalize, getForm } from "@yichuang/policy";
import type { Answers, ReturnMark } from "../contract/events.ts";
import type { CaseFacts } from "../contract/facts.ts";
import type { World } from "../evaluate/world.ts";
import { gapsOf } from "../forms/gaps.ts";
import { goalsOf, writesOf } from "../forms/writes.ts";
import { goalRecord } from "../history/collections.ts";
import { factOf } from "../history/fact-of.ts";
import { worldOf } from "../history/world-of.ts";
import { claimsIn } from "../forms/claims.ts";
import { claimRecord } from "../history/register-records.ts";
import { checkClaims } from "./claiming.ts";
import { checkBars } from "./bars.ts";
import { afterEvents, place as placed } from "./following.ts";
import { linksOfDossier } from "./parties.ts";
import type { StageScene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";

/** The form of a stage; undefined where nothing is written there. */
export const formOf = (at: StageScene): Form | undefined =>
  at.stage.form === undefined ? undefined : getForm(at.policy, at.stage.form);

/** The world in which answers are judged: what they write already holds. */
export function worldWith(at: StageScene, form: Form, answers: Answers): World {
  const writes = writesOf(form, answers);
  const goals = goalsOf(form, answers);
  const root = withItsParties(at, answers);
  const place = { ...at.place, root: { ...root, values: { ...root.values, ...writes } } };
  const world = root === at.root ? at.world : worldOf({ ...at.place, root });
  return {
    ...world,
    fact: (ref) => (ref in writes ? factOf(place, ref) : (world.fact(ref) ?? answered(form, answers, ref))),
    set: (name) =>
      name === "goals" && goals !== undefined
        ? goals.map(goalRecord)
        : (claimedRecords(at, form, { answers, of: name }) ?? world.set(name)),
  };
}

/** The root with the institutions that this very dossier names beside it. Their keys are drawn when it is handed in. */
function withItsParties(at: StageScene, answers: Answers): StageScene["root"] {
  const env = { ...at.scene.env, ids: () => "" };
  const scene = { ...at.scene, env };
  const events = placed(scene, linksOfDossier({ ...at, scene }, answers));
  return afterEvents(scene, events).facts.centers.find(({ id }) => id === at.root.id) ?? at.root;
}

/** The records that the dossier itself claims; undefined where its form does not ask for any of the collection. */
function claimedRecords(at: StageScene, form: Form, { answers, of }: { answers: Answers; of: string }) {
  const asked = claimsIn(form, answers).filter(({ field }) => field.of === of);
  if (asked.length === 0) return undefined;
  return asked.flatMap(({ claims }) =>
    claims.map(({ attributes, share }) =>
      claimRecord({ attributes, ...(share === undefined ? {} : { share: String(share) }) }, at.scene.today),
    ),
  );
}

/** `application.<form>.<field>` of the dossier that is being handed in. */
function answered(form: Form, answers: Answers, ref: string): string | number | boolean | undefined {
  const [, key, field] = ref.split(".");
  if (key !== form.key || field === undefined) return undefined;
  const value = Object.values(answers)
    .map((section) => section[field])
    .find((one) => one !== undefined);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : undefined;
}

/** Everything that a dossier lacks, and what was changed although the authority had not marked it. */
export function checkDossier(at: StageScene, answers: Answers): Obstacle[] {
  const form = formOf(at);
  if (form === undefined) return [];
  const gaps = gapsOf(form, answers, worldWith(at, form, answers));
  const unmarked = unmarkedChanges(at.kase, { form, answers, stage: at.stage.key });
  return [
    ...gaps.map((violation) => ({ pending: false, violation })),
    ...unmarked.map((field) => notMarked(at, form, field)),
    ...checkClaims(at, form, answers),
    ...barredDirector(at, form, answers),
  ];
}

/** Who leads the team is known with the application, and so is whether that person may apply at all. */
function barredDirector(at: StageScene, form: Form, answers: Answers): Obstacle[] {
  const { root, policy, scene, procedure } = at;
  if (root.kind !== "center" || procedure.purpose !== "entry") return [];
  const written = writesOf(form, answers)["center.director"];
  const director = typeof written === "object" ? { director: written.name } : {};
  return checkBars(scene, { policy, type: root.type, host: root.host, ...director });
}

function notMarked(at: StageScene, form: Form, path: string): Obstacle {
  const [section, key] = path.split("/");
  const field = form.sections
    .find((candidate) => candidate.key === section)
    ?.fields.find((candidate) => candidate.key === key);
  const label = field === undefined ? { zh: path, en: path } : labelOf(field);
  const clauses = clausesOfNodes(at.policy, field, form);
  return refuse("field-invalid", { field: label, fault: "not-marked" }, { clauses, field: path });
}

/** Fields that differ from what was sent back, although only marked ones may change. No marks: all may. */
function unmarkedChanges(
  kase: CaseFacts,
  { form, answers, stage }: { form: Form; answers: Answers; stage: string },
): string[] {
  const marks = marksOf(kase, stage);
  const before = kase.submissions.findLast(
    (submission) => submission.stage === stage && submission.done,
  )?.answers;
  if (marks.length === 0 || before === undefined) return [];
  const open = marks.map((mark) => mark.field);
  return form.sections
    .flatMap((section) => section.fields.map((field) => [section.key, field.key] as const))
    .filter(([section, field]) => !open.includes(`${section}/${field}`) && !open.includes(section))
    .filter(([section, field]) => !sameAnswer(before[section]?.[field], answers[section]?.[field]))
    .map(([section, field]) => `${section}/${field}`);
}

/** What the authority marked when it last sent a stage back; nothing once it has come in again. */
function marksOf(kase: CaseFacts, stage: string): ReturnMark[] {
  if (kase.state !== "returned") return [];
  return kase.returns.findLast((sentBack) => sentBack.stage === stage)?.marks ?? [];
}

export const sameAnswer = (a: unknown, b: unknown): boolean =>
  canonicalize(a ?? null) === canonicalize(b ?? null);
