import { type EventBodies, findDocumentNumber } from "@yichuang/domain";
import {
  type CalendarDate,
  type Policy,
  type Procedure,
  type Stage,
  nounOfType,
  wordFor,
} from "@yichuang/policy";
import { breakTitle } from "../official/break-title.ts";
import type { Annex, BodyParagraph, OfficialDocument } from "../official/official-document.ts";
import { sayDate } from "../official/words.ts";

/** A center as the annex lists it; the term is known once it runs. */
export interface DesignatedCenter {
  name: string;
  host: string;
  /** key of its type; without one it goes by the tenant's word for its centers */
  type?: string;
  term?: { from: CalendarDate; to: CalendarDate };
}

export interface Designation {
  policy: Policy;
  procedure: Procedure;
  /** the stage that issues the document */
  stage: Stage;
  /** as registered; a draft has neither number nor day */
  document: Pick<EventBodies["issued"]["document"], "title"> &
    Partial<Pick<EventBodies["issued"]["document"], "number" | "on">>;
  centers: readonly DesignatedCenter[];
}

/**
 * The official document that makes decided centers known, from the policy's own bodies and words: who issues, to whom,
 * on which ground, after which stages; the centers stand in the annex.
 */
export function composeDesignation(designation: Designation): OfficialDocument {
  const { policy, document, centers } = designation;
  const issuers = namesOf(policy.bodies.filter(({ roles }) => roles.includes("issuer")));
  const number = findDocumentNumber(document.number ?? "");
  const name = nameOfList(designation);
  const addressees = namesOf(policy.bodies.filter(({ addressee }) => addressee === true));
  return {
    issuers,
    headingWord: "文件",
    ...(number === undefined ? {} : { number }),
    titleLines: breakTitle(document.title),
    // whom the policy does not name, the document names by those whom it concerns
    addressees: addressees.length > 0 ? addressees : [...new Set(centers.map(({ host }) => host))],
    body: bodyOf(designation),
    attachments: [name],
    signatures: issuers,
    sealed: true,
    ...(document.on === undefined ? {} : { on: document.on }),
    annexes: [listOf(policy, name, centers)],
    copyTo: [],
    ...printing(issuers, document.on),
  };
}

const namesOf = (bodies: Policy["bodies"]): string[] => bodies.map(({ key, label }) => label?.zh ?? key);

/** The list's name says what the centers become where the stage gives them a standing. */
function nameOfList({ policy, stage, centers }: Designation): string {
  const standing = stage.gives === undefined ? "" : wordFor(policy, `standing.${stage.gives}`).zh;
  return `${nounOf(policy, centers) ?? ""}${standing}名单`;
}

/** The one word for all centers of the document; undefined where they are of several kinds. */
function nounOf(policy: Policy, centers: readonly DesignatedCenter[]): string | undefined {
  const nouns = new Set(centers.map(({ type }) => nounOfType(policy, type).zh));
  return nouns.size > 1 ? undefined : ([...nouns][0] ?? wordFor(policy, "center").zh);
}

function printing(
  issuers: readonly string[],
  on: CalendarDate | undefined,
): Pick<OfficialDocument, "printed"> {
  const [by] = issuers;
  if (by === undefined) return {};
  return { printed: { by, ...(on === undefined ? {} : { on }) } };
}

function bodyOf(designation: Designation): BodyParagraph[] {
  const { policy, procedure, stage, centers } = designation;
  const before = procedure.stages
    .slice(0, procedure.stages.indexOf(stage))
    .flatMap(({ label }) => label?.zh ?? []);
  const ground = `根据《${policy.title.zh}》，经${before.join("、")}，`;
  return [
    { text: `${ground}${findingOf(designation)}现予公布${centers.length > 1 ? "（名单见附件）" : ""}。` },
    ...termOf(policy, centers),
    { text: "特此通知。" },
  ];
}

/** Who becomes what: the standing that the stage gives, in the tenant's own word. */
function findingOf({ policy, stage, centers }: Designation): string {
  const noun = nounOf(policy, centers);
  const [first] = centers;
  const named = first === undefined ? "" : `${first.host}“${first.name}”`;
  const all =
    centers.length > 1 ? `${named}等${centers.length}${noun === undefined ? "项" : `个${noun}`}` : named;
  return stage.gives === undefined
    ? `对${all}`
    : `确定${all}为${wordFor(policy, `standing.${stage.gives}`).zh}，`;
}

/** One sentence where all centers have the same term; otherwise the annex alone tells the terms. */
function termOf(policy: Policy, centers: readonly DesignatedCenter[]): BodyParagraph[] {
  const [first] = centers;
  if (first?.term === undefined) return [];
  const { from, to } = first.term;
  const same = centers.every(({ term }) => term?.from === from && term.to === to);
  return same ? [{ text: `${wordFor(policy, "term").zh}自${sayDate(from)}起至${sayDate(to)}止。` }] : [];
}

/** A column for the type where there are several, and one for the term where there is one. */
function listOf(policy: Policy, title: string, centers: readonly DesignatedCenter[]): Annex {
  const noun = nounOf(policy, centers);
  const typeOf = ({ type }: DesignatedCenter): string => nounOfType(policy, type).zh;
  const isTimed = centers.some((center) => hasTerm(policy, center));
  return {
    title,
    columns: [
      { label: "序号", width: 3, align: "center" },
      { label: `${noun ?? ""}名称`, width: 11 },
      ...(noun === undefined ? [{ label: "类型", width: 10 }] : []),
      { label: wordFor(policy, "institution").zh, width: 11 },
      ...(isTimed ? [{ label: `${wordFor(policy, "term").zh}至`, width: 10, align: "center" as const }] : []),
    ],
    rows: centers.map((center, index) => [
      String(index + 1),
      center.name,
      ...(noun === undefined ? [typeOf(center)] : []),
      center.host,
      ...(isTimed ? [center.term === undefined ? "" : sayDate(center.term.to)] : []),
    ]),
  };
}

/** Known, or to be expected of the type; a center of no known type may have one. */
const hasTerm = (policy: Policy, { term, type }: DesignatedCenter): boolean =>
  term !== undefined ||
  policy.types.find(({ key }) => key === type)?.term !== undefined ||
  type === undefined;
