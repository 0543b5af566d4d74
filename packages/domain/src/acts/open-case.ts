import type { Policy, Procedure, Text } from "@yichuang/policy";
import { getType } from "@yichuang/policy";
import type { PolicyPin } from "../contract/basics.ts";
import type { HostFacts, NewEvent } from "../contract/events.ts";
import type { NamedParty, NewLink } from "../contract/links.ts";
import type { CaseFacts, CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import { emptyInstitution } from "../history/begin.ts";
import { evolve } from "../history/evolve.ts";
import { policyOfYear } from "../history/pinned-policy.ts";
import { startWindow } from "../history/stage-window.ts";
import { worldOf } from "../history/world-of.ts";
import { composeName, nameRule } from "../network/center-names.ts";
import { yearOf } from "../time/days.ts";
import type { AbilityPlace, Act, ActionOf, Outcome, Target } from "./act.ts";
import { blocked } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { checkAppeal, findAppealed, isAppeal } from "./appeal.ts";
import { checkBars } from "./bars.ts";
import { checkCohort } from "./cohort.ts";
import { newEvent } from "./new-event.ts";
import { originOf } from "./origin.ts";
import { checkParent, linkFrom } from "./parties.ts";
import { findCaseScene, findRootById, placeOf } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { checkStart } from "./starting.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";
import { isVisit } from "./visit.ts";

type Bearer = CenterFacts | InstitutionFacts;

/** What a case is opened over: the procedure in force and the root, where it is there already. */
interface Opening {
  pin: PolicyPin;
  policy: Policy;
  procedure: Procedure;
  root?: Bearer;
  host?: HostFacts;
  /** the decided case that an appeal is about */
  against?: CaseFacts;
  /** what the application is for: when it may begin can depend on it */
  name?: string;
}

/** Opens a case of a procedure: an application with which a center begins, a report, an acceptance … */
export const openCase: Act<"open-case"> = {
  offersAt: (scene, place) => {
    const { procedures } = scene.policies.current.policy;
    if (place.kind === "case") return appealsAt(scene, place);
    if (place.kind !== "center" && place.kind !== "institution") return [];
    const over = place.kind === "center" ? ["center"] : ["application", "institution"];
    const root = place.kind === "center" ? place.center : place.institution;
    return procedures
      .filter((procedure) => over.includes(procedure.over) && !isVisit(procedure) && !isAppeal(procedure))
      .map((procedure) =>
        procedure.over === "application" ? { procedure: procedure.key } : { procedure: procedure.key, root },
      )
      .filter((target) => findOpening(scene, target) !== undefined);
  },
  targetsOf: (action) => [targetOf(action)],
  doersAt: (scene, target) => {
    const opening = findOpening(scene, target);
    if (opening === undefined) return undefined;
    const roles = hatsOf(opening.procedure.starts.by, "open-case");
    return { roles, ...(opening.root === undefined ? {} : { root: opening.root }) };
  },
  check: (scene, target) => {
    const opening = findOpening(scene, target);
    if (opening === undefined) return [];
    const barred = checkEveryType(scene, opening);
    if (barred.length > 0) return barred;
    return target.year === undefined ? checkSomeYear(scene, opening) : checkYear(scene, opening, target.year);
  },
  perform: (scene, action) => {
    const opening = findOpening(scene, targetOf(action));
    return opening === undefined ? { obstacles: [] } : open(scene, opening, action);
  },
};

/** Against a decided case its appeals are offered where the case is shown. */
function appealsAt(scene: Scene, place: Extract<AbilityPlace, { kind: "case" }>): Target[] {
  const found = findCaseScene(scene, place.case);
  if (found === undefined || found.kase.decisions.length === 0 || isAppeal(found.procedure)) return [];
  return scene.policies.current.policy.procedures
    .filter(isAppeal)
    .map((procedure) => ({ procedure: procedure.key, root: found.root.id, case: found.kase.id }))
    .filter((target) => findOpening(scene, target) !== undefined);
}

function targetOf(action: ActionOf<"open-case">): Target {
  const root = action.center ?? action.institution;
  const against = action.against === undefined ? {} : { case: action.against };
  return {
    procedure: action.procedure,
    year: action.year,
    ...against,
    ...(root === undefined ? {} : { root }),
    ...(action.name === undefined ? {} : { name: action.name }),
  };
}

function findOpening(scene: Scene, target: Target): Opening | undefined {
  const { pin, policy } = policyOfYear(scene.policies, target.year ?? yearOf(scene.today));
  const procedure = policy.procedures.find((candidate) => candidate.key === target.procedure);
  if (procedure === undefined || isVisit(procedure)) return undefined;
  if (procedure.over === "application")
    return openingOfApplication(scene, { pin, policy, procedure }, target.name);
  if (procedure.over === "institution")
    return openingOfInstitution(scene, { pin, policy, procedure }, target);
  const root = findRootById(scene, target.root ?? "");
  if (procedure.over !== "center" || root?.kind !== "center" || !procedure.for.includes(root.type))
    return undefined;
  const against = findAppealed(root, target.case);
  return { pin, policy, procedure, root, ...(against === undefined ? {} : { against }) };
}

type Under = Pick<Opening, "pin" | "policy" | "procedure">;

function openingOfApplication(scene: Scene, under: Under, name: string | undefined): Opening | undefined {
  const { host } = scene.facts;
  return host === undefined ? undefined : { ...under, host, ...(name === undefined ? {} : { name }) };
}

function openingOfInstitution(scene: Scene, under: Under, target: Target): Opening | undefined {
  const { institution, host } = scene.facts;
  if (institution !== undefined && (target.root === undefined || institution.id === target.root)) {
    return { ...under, root: institution };
  }
  if (host === undefined || target.root === undefined) return undefined;
  return { ...under, root: emptyInstitution(target.root, host) };
}

const worldFor = (scene: Scene, { policy, root, host, against, name }: Opening, year: number) =>
  worldOf({
    ...placeOf(scene, {
      year,
      ...(root === undefined ? {} : { root }),
      ...(host === undefined ? {} : { host }),
      ...(against === undefined ? {} : { against }),
      ...(name === undefined ? {} : { supposed: { "application.name": name } }),
    }),
    policy,
  });

/** Without a year: allowed where it is allowed for this year, or for an earlier one that is still owed. */
function checkSomeYear(scene: Scene, opening: Opening): Obstacle[] {
  const year = yearOf(scene.today);
  const now = checkYear(scene, opening, year);
  if (now.length === 0 || opening.root === undefined) return now;
  const first = Math.min(...opening.root.cases.map((kase) => kase.year), year);
  for (let earlier = year - 1; earlier >= first; earlier--) {
    if (checkYear(scene, opening, earlier).length === 0) return [];
  }
  return now;
}

function checkYear(scene: Scene, opening: Opening, year: number): Obstacle[] {
  const { policy, procedure, root } = opening;
  const world = worldFor(scene, opening, year);
  const cohort = checkCohort({ policy, procedure, root, world });
  if (cohort.length > 0) return cohort;
  const window = startWindow(procedure, world, year);
  const appeal = checkAppeal(scene, procedure, { root, against: opening.against, window });
  if (appeal.length > 0) return appeal;
  const started = checkStart({ scene, procedure, policy, root, window, year });
  return started.length > 0 ? started : checkOnce(opening, year);
}

/** Who is barred from every type of a procedure cannot apply at all. */
function checkEveryType(scene: Scene, { policy, procedure, host }: Opening): Obstacle[] {
  if (host === undefined) return [];
  const found = procedure.for.map((type) => checkBars(scene, { policy, type, host }));
  return found.some((obstacles) => obstacles.length === 0) ? [] : (found[0] ?? []);
}

/** A yearly case is opened once a year, a single one once; one that was withdrawn does not count. */
function checkOnce({ policy, procedure, root }: Opening, year: number): Obstacle[] {
  const { every } = procedure.starts;
  if (root === undefined || every === "request") return [];
  const same = (kase: CaseFacts) => kase.procedure === procedure.key && kase.state !== "withdrawn";
  const before = root.cases.find((kase) => same(kase) && (every === "once" || kase.year === year));
  if (before === undefined) return [];
  const by = before.openedBy === undefined ? {} : { by: before.openedBy.name };
  const params = { what: labelOf(procedure), ...by, on: before.openedOn };
  return [refuse("someone-opened-it", params, { clauses: clausesOfNodes(policy, procedure) })];
}

function open(scene: Scene, opening: Opening, action: ActionOf<"open-case">): Outcome {
  const { pin, procedure, root, host } = opening;
  const id = scene.env.ids();
  const begun = host === undefined ? undefined : beginCenter(scene, opening, { action, host });
  if (begun !== undefined && "obstacle" in begun) return blocked(begun.obstacle);
  const opened = newEvent({
    root: root === undefined ? { kind: "center", id: scene.env.ids() } : { kind: root.kind, id: root.id },
    kind: "opened",
    body: {
      case: id,
      procedure: procedure.key,
      purpose: procedure.purpose,
      year: action.year,
      pin,
      ...(begun === undefined ? {} : { center: begun.center }),
      ...(opening.against === undefined ? {} : { against: opening.against.id }),
      ...(begun === undefined || begun.links.length === 0 ? {} : { links: begun.links }),
      ...(root?.kind === "institution" && root.seq === 0 ? { host: root.host } : {}),
    },
    onDay: scene.today,
    consulted: [`procedures/${procedure.key}/starts`],
  });
  return { events: [withName(scene, { policy: opening.policy, opened, action })] };
}

/** A center without a name of its own begins with the one that the policy composes, as far as it is known. */
function withName(
  scene: Scene,
  { policy, opened, action }: { policy: Policy; opened: NewEvent; action: ActionOf<"open-case"> },
): NewEvent {
  if (opened.kind !== "opened" || opened.body.center === undefined || action.name !== undefined)
    return opened;
  const { center } = opened.body;
  const rule = nameRule(policy, center.type);
  if (rule === undefined) return opened;
  const root = evolve(undefined, { ...opened, seq: 1, at: scene.env.now });
  const world = root.kind === "center" ? worldOf(placeOf(scene, { root, year: action.year })) : undefined;
  const name = world === undefined ? undefined : composeName(rule, world, center.type);
  return name === undefined ? opened : { ...opened, body: { ...opened.body, center: { ...center, name } } };
}

type Begun =
  | { center: { type: string; name: string; host: HostFacts }; links: NewLink[] }
  | { obstacle: Obstacle };

/** The center that begins with an application: its type, and the name under which it is first kept. */
function beginCenter(
  scene: Scene,
  { policy, procedure }: Opening,
  { action, host }: { action: ActionOf<"open-case">; host: HostFacts },
): Begun {
  const type = action.type ?? procedure.for[0] ?? "";
  if (!procedure.for.includes(type)) {
    const field: Text = { zh: "中心类型", en: "type of center" };
    return { obstacle: refuse("field-invalid", { field, fault: "choice" }, { field: "type" }) };
  }
  const [barred] = checkBars(scene, { policy, type, host });
  if (barred !== undefined) return { obstacle: barred };
  // an institution applies for itself; the authority may commission any of its institutions
  const own = scene.env.hat.party;
  if (own !== host.party && own !== scene.policies.tenant)
    return { obstacle: refuse("not-your-case", { what: labelOf(procedure) }) };
  const named = partiesOf(action);
  const [obstacle] = named.flatMap((party) => checkParent(scene, getType(policy, type), party));
  if (obstacle !== undefined) return { obstacle };
  const origin = originOf(scene, action, host);
  if (origin !== undefined && "obstacle" in origin) return origin;
  return {
    center: { type, name: action.name ?? labelOf(getType(policy, type)).zh, host },
    links: [...named.map((party) => linkFrom(scene, party)), ...(origin === undefined ? [] : [origin.link])],
  };
}

/** Who the applicant says stands beside it from the beginning. */
const partiesOf = ({ parent, channel, parties = [] }: ActionOf<"open-case">): NamedParty[] => [
  ...(parent === undefined ? [] : [{ role: "parent-center" as const, center: parent }]),
  ...(channel === undefined ? [] : [{ role: "channel" as const, space: channel }]),
  ...parties,
];
