import { type EventBodies, findDocumentNumber } from "@yichuang/domain";
import { type CalendarDate, type Policy, type Procedure, type Stage, wordFor } from "@yichuang/policy";
import { breakTitle } from "../official/break-title.ts";
import type { Annex, BodyParagraph, OfficialDocument } from "../official/official-document.ts";
import { sayDate } from "../official/words.ts";

/** A center as the annex lists it; the term is known once it runs. */
export interface DesignatedCenter {
  name: string;
  host: string;
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
function nameOfList({ policy, stage }: Designation): string {
  const standing = stage.gives === undefined ? "" : wordFor(policy, `standing.${stage.gives}`).zh;
  return `${wordFor(policy, "center").zh}${standing}名单`;
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
  const noun = wordFor(policy, "center").zh;
  const [first] = centers;
  const named = first === undefined ? "" : `${first.host}“${first.name}”`;
  const all = centers.length > 1 ? `${named}等${centers.length}个${noun}` : named;
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

const listOf = (policy: Policy, title: string, centers: readonly DesignatedCenter[]): Annex => ({
  title,
  columns: [
    { label: "序号", width: 3, align: "center" },
    { label: `${wordFor(policy, "center").zh}名称`, width: 11 },
    { label: wordFor(policy, "institution").zh, width: 11 },
    { label: `${wordFor(policy, "term").zh}至`, width: 10, align: "center" },
  ],
  rows: centers.map(({ name, host, term }, index) => [
    String(index + 1),
    name,
    host,
    term === undefined ? "" : sayDate(term.to),
  ]),
});
