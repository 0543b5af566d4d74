import type { Scalar } from "@yichuang/policy";
import { dayOf, yearOf } from "../time/days.ts";
import type { CaseFacts, CenterFacts, StageResult } from "../contract/facts.ts";
import type { LinkRole } from "../contract/links.ts";
import type { World } from "../evaluate/world.ts";
import type { FactPlace } from "./fact-place.ts";
import { leadOf } from "./lead.ts";
import { openLinks, parentOf } from "./network-events.ts";
import { officeTerms } from "./offices.ts";
import { findSettlement } from "./settlements.ts";

type Found = Scalar | Scalar[] | undefined;
type Source = (place: FactPlace, attribute: string) => Found;

/** One source per subject of the policy language; a subject that no root knows yields nothing. */
const SOURCES: { [subject: string]: Source } = {
  host: (place, attribute) => hostFact(place, attribute),
  center: (place, attribute) => centerFact(place, attribute),
  case: (place, attribute) => caseFact(place, attribute),
  application: (place, attribute) => applicationFact(place, attribute),
  call: (place, attribute) => (attribute === "year" ? (place.kase?.year ?? place.year) : undefined),
  appealed: (place, attribute) => appealedFact(place, attribute),
  result: (place, attribute) => resultFact(place, attribute),
  stage: (place, attribute) => stageFact(place, attribute),
  tenant: (place, attribute) => (attribute === "region" ? place.policy.region : undefined),
  parent: (place, attribute) => parentFact(place, attribute),
  field: (place, attribute) => fieldFact(place, attribute),
  channel: (place, attribute) => channelFact(place, attribute),
  director: (place, attribute) => written(place, `director.${attribute}`) ?? directorFact(place, attribute),
};

/**
 * A fact by its reference (`center.standing`, `stage.review.score`), read from a root's history; undefined where
 * it is not known.
 */
export function factOf(place: FactPlace, ref: string): Found {
  if (place.supposed?.[ref] !== undefined) return place.supposed[ref];
  if (ref === "today") return place.today;
  const dot = ref.indexOf(".");
  return SOURCES[ref.slice(0, dot)]?.(place, ref.slice(dot + 1));
}

/** A value that a form wrote; a person's is the person's name. */
function written(place: FactPlace, ref: string): Found {
  const value = place.root?.values[ref];
  return typeof value === "object" ? value.name : value;
}

/** Who leads the root, or who applies where there is none yet. */
const hostOf = ({ root, host }: FactPlace) => (root === undefined ? host : leadOf(root));

function hostFact(place: FactPlace, attribute: string): Found {
  const host = hostOf(place);
  const known: { [attribute: string]: Found } = {
    uscc: host?.uscc,
    name: host?.name,
    grade: host?.grade,
    kind: host?.kind,
    ownership: host?.ownership,
    "legal-person": host?.legalPerson,
    region: host?.region,
    province: host?.province,
    city: host?.city,
    beds: host?.beds,
    university: host?.university,
  };
  return known[attribute] ?? written(place, `host.${attribute}`);
}

/** The center above, as far as those under it may see it. */
function parentFact(place: FactPlace, attribute: string): Found {
  const link = linkAs(place, "parent-center");
  const parent = parentOf(place);
  const known: { [attribute: string]: Found } = {
    id: link?.center,
    name: parent?.name ?? link?.name,
    type: parent?.type,
    standing: parent?.standing,
    field: parent?.field,
    grade: parent?.grade,
    host: parent?.host.uscc ?? link?.uscc,
  };
  return known[attribute] ?? written(place, `parent.${attribute}`);
}

/** What the list of a center's type says about its field. */
function fieldFact(place: FactPlace, attribute: string): Found {
  const { root, policy } = place;
  if (root?.kind !== "center") return undefined;
  const list = policy.types.find((type) => type.key === root.type)?.fields;
  const field = centerFact(place, "field");
  const item = policy.lists.find((one) => one.key === list)?.items.find((one) => one.key === field);
  if (attribute === "label") return item?.label?.zh;
  if (attribute === "qualifier") return item?.qualifier?.zh;
  return attribute === "means" ? item?.means : undefined;
}

function channelFact(place: FactPlace, attribute: string): Found {
  const link = linkAs(place, "channel");
  if (attribute === "name" || attribute === "kind" || attribute === "region") return link?.[attribute];
  return written(place, `channel.${attribute}`);
}

const linkAs = ({ root }: FactPlace, role: LinkRole) =>
  root?.kind === "center" ? openLinks(root).find((link) => link.role === role) : undefined;

function centerFact(place: FactPlace, attribute: string): Found {
  const center = place.root;
  if (center?.kind !== "center") return undefined;
  const ref = `center.${attribute}`;
  const core: { [attribute: string]: Found } = {
    standing: center.standing,
    name: center.name,
    type: center.type,
    host: leadOf(center).uscc,
    grade: center.grade,
    score: center.score,
    means: center.means,
    field: written(place, "center.field") ?? written(place, "application.field"),
    parent: parentFact(place, "id"),
    year: yearOfDesignation(center),
    "term-ends-on": center.termEndsOn ?? center.dates["center.term-ended-on"],
  };
  return core[attribute] ?? center.dates[ref] ?? written(place, ref);
}

/** Since when the director is in office, until when, and in which term. */
function directorFact(place: FactPlace, attribute: string): Found {
  const center = place.root;
  if (center?.kind !== "center") return undefined;
  const type = place.policy.types.find((one) => one.key === center.type);
  const office = type?.offices?.find((one) => one.office === "director");
  if (attribute === "id") return written(place, "center.director");
  if (office === undefined) return undefined;
  const last = officeTerms(center, office, officeWorld(place)).at(-1);
  const facts: { [attribute: string]: Found } = {
    since: last?.since,
    "term-ends-on": last?.endsOn,
    terms: last?.nth,
  };
  return facts[attribute];
}

/** The length of a term may hang on facts of the center, and never on the office itself. */
const officeWorld = (place: FactPlace): World => ({
  today: place.today,
  now: place.now,
  policy: place.policy,
  holidays: place.holidays,
  fact: (ref) => (ref.startsWith("director.") ? undefined : factOf(place, ref)),
  set: () => [],
  settlement: (path) =>
    findSettlement({
      path,
      today: place.today,
      ...(place.tenant === undefined ? {} : { tenant: place.tenant }),
    }),
  waiver: () => false,
});

function yearOfDesignation(center: CenterFacts): number | undefined {
  const on = center.dates["center.designated-on"];
  return on === undefined ? undefined : yearOf(on);
}

function caseFact(place: FactPlace, attribute: string): Found {
  if (attribute === "year") return place.kase?.year ?? place.year;
  const { kase } = place;
  if (kase === undefined) return undefined;
  const handedIn = kase.submissions.findLast((submission) => submission.done);
  const days: { [attribute: string]: Found } = {
    "opened-on": kase.openedOn,
    "submitted-on": handedIn === undefined ? undefined : dayOf(handedIn.at),
    "evaluated-on": evaluatedOn(kase),
    "due-on": kase.dueOn,
    procedure: kase.procedure,
  };
  return days[attribute] ?? kase.dates[attribute] ?? written(place, `case.${attribute}`);
}

/** What an appeal is about: the case that was decided, and what became of the appeal itself. */
function appealedFact(place: FactPlace, attribute: string): Found {
  const { kase, root } = place;
  const against = place.against ?? root?.cases.find((other) => other.id === kase?.against);
  if (against === undefined) return undefined;
  const outcome = against.decisions.at(-1)?.outcome;
  const own = kase?.against === undefined ? undefined : kase.decisions.at(-1)?.outcome;
  const facts: { [attribute: string]: Found } = {
    procedure: against.procedure,
    "decided-on": against.dates["decided-on"],
    approved: outcome === undefined ? undefined : outcome !== "declined",
    grade: against.result?.grade,
    upheld: own === undefined ? undefined : own === "approved",
  };
  return facts[attribute];
}

const evaluatedOn = (kase: CaseFacts): Found => {
  const scored = kase.scores.at(-1);
  return scored === undefined ? undefined : (kase.stages[scored.stage]?.doneOn ?? dayOf(scored.at));
};

/** `application.<fact>` that a form wrote, or `application.<form>.<field>` as it was handed in. */
function applicationFact(place: FactPlace, attribute: string): Found {
  const value = written(place, `application.${attribute}`);
  if (value !== undefined) return value;
  const dot = attribute.indexOf(".");
  if (dot >= 0) return answerOf(place, attribute.slice(0, dot), attribute.slice(dot + 1));
  const { root, kase } = place;
  // before the dossier says it, an application is for what it was opened under
  const opened: { [attribute: string]: Found } = {
    id: kase?.id,
    name: root?.kind === "center" ? root.name : undefined,
    parent: parentFact(place, "id"),
    host: hostOf(place)?.uscc,
    hosts: hostsOf(place),
  };
  return opened[attribute];
}

/** The lead institution and those that apply with it. */
function hostsOf(place: FactPlace): Found {
  const { root } = place;
  const own = hostOf(place)?.uscc;
  const joint = root?.kind === "center" ? openLinks(root).filter((link) => link.role === "joint") : [];
  return own === undefined ? undefined : [own, ...joint.map((link) => link.uscc ?? link.name)];
}

function answerOf(place: FactPlace, form: string, field: string): Found {
  const cases =
    place.kase === undefined ? (place.root?.cases ?? []) : [place.kase, ...(place.root?.cases ?? [])];
  for (const kase of cases) {
    const handedIn = kase.submissions.findLast((submission) => submission.form === form && submission.done);
    for (const section of Object.values(handedIn?.answers ?? {})) {
      const value = section[field];
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
    }
  }
  return undefined;
}

function resultFact(place: FactPlace, attribute: string): Found {
  const { result } = place.kase ?? {};
  if (attribute === "score" || attribute === "grade" || attribute === "means" || attribute === "rank")
    return result?.[attribute];
  return undefined;
}

/** `stage.<key>.done-on` and its like. What opens and closes a stage is asked of its window, see `worldOf`. */
function stageFact(place: FactPlace, attribute: string): Found {
  const [key, what] = attribute.split(".");
  if (key === undefined) return undefined;
  const stage = place.kase?.stages[key] ?? stageOfEntry(place, key);
  if (what === "done-on") return stage?.doneOn;
  if (what === "started-on") return stage?.startedOn;
  if (what === "days-late") return stage?.daysLate;
  if (what === "verdict") return place.kase?.verdicts[key];
  const result = place.kase?.results[key];
  if (what === "score" || what === "grade" || what === "chosen") return result?.[what];
  if (what === "rank-share") return rankShare(result?.rank);
  return what === "rank" ? result?.rank?.place : undefined;
}

/** The place as a share of all who were ranked together: the first fifth has at most 0.2. */
const rankShare = (rank: StageResult["rank"]): Found =>
  rank === undefined ? undefined : rank.place / rank.of;

/** A later procedure may read the days of the entry's stages. */
const stageOfEntry = (place: FactPlace, key: string) =>
  (place.root as CenterFacts | undefined)?.cases.find((kase) => kase.purpose === "entry")?.stages[key];
