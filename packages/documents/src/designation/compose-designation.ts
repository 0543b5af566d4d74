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
  const name = `${nounOf(designation)}名单`;
  return {
    issuers,
    headingWord: "文件",
    ...(number === undefined ? {} : { number }),
    titleLines: breakTitle(document.title),
    addressees: namesOf(policy.bodies.filter(({ addressee }) => addressee === true)),
    body: bodyOf(designation),
    attachments: [name],
    signatures: issuers,
    sealed: true,
    ...(document.on === undefined ? {} : { on: document.on }),
    annexes: [listOf(name, centers)],
    copyTo: [],
    ...printing(issuers, document.on),
  };
}

const namesOf = (bodies: Policy["bodies"]): string[] => bodies.map(({ key, label }) => label?.zh ?? key);

const nounOf = ({ policy }: Designation): string => wordFor(policy, "center").zh;

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
    { text: `${ground}现将${centers.length}个${nounOf(designation)}予以公布（名单见附件）。` },
    ...termOf(centers),
    { text: "特此通知。" },
  ];
}

/** One sentence where all centers have the same term; otherwise the annex alone tells the terms. */
function termOf(centers: readonly DesignatedCenter[]): BodyParagraph[] {
  const [first] = centers;
  if (first?.term === undefined) return [];
  const { from, to } = first.term;
  const same = centers.every(({ term }) => term?.from === from && term.to === to);
  return same ? [{ text: `建设期自${sayDate(from)}起至${sayDate(to)}止。` }] : [];
}

const listOf = (title: string, centers: readonly DesignatedCenter[]): Annex => ({
  title,
  columns: [
    { label: "序号", width: 3, align: "center" },
    { label: "中心名称", width: 12 },
    { label: "依托单位", width: 12 },
    { label: "建设期至", width: 9, align: "center" },
  ],
  rows: centers.map(({ name, host, term }, index) => [
    String(index + 1),
    name,
    host,
    term === undefined ? "" : sayDate(term.to),
  ]),
});
