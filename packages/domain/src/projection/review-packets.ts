import type { Indicator, Policy } from "@yichuang/policy";
import { SheetScores } from "@yichuang/policy";
import type { PolicySet } from "../contract/decision.ts";
import type { Answers } from "../contract/events.ts";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import type { ReviewPacketRow } from "../contract/rows.ts";
import { askedAt } from "../acts/judged-condition.ts";
import { isPanelReview } from "../acts/panel.ts";
import type { CaseSheet } from "../acts/sheet-of-case.ts";
import { answersFilling, sheetAt } from "../acts/sheet-of-case.ts";
import { impersonal } from "../forms/impersonal.ts";
import { policyOfPin } from "../history/pinned-policy.ts";
import type { TreeItem } from "../indicators/tree.ts";
import { caseAsked } from "../obligations/place.ts";
import { stageAsked } from "../obligations/of-stage.ts";

/** What the panel of a case may read: one packet per review, for those who were assigned and have not stood back. */
export function packetRows(policies: PolicySet, center: CenterFacts, kase: CaseFacts): ReviewPacketRow[] {
  const policy = policyOfPin(policies, kase.pin);
  const at = caseAsked({ root: center, policy, tenant: policies.tenant }, kase);
  if (at === undefined) return [];
  const reviews = at.procedure.stages.filter(isPanelReview);
  return reviews.flatMap((stage) => {
    const assigned = kase.assignments.filter((one) => one.stage === stage.key);
    if (assigned.length === 0) return [];
    const due = stageAsked(at, stage).due ?? null;
    const path = `procedures/${at.procedure.key}/stages/${stage.key}`;
    const sheet = sheetAt({ policy, stage, path, root: center, world: at.world });
    return [
      {
        case_id: kase.id,
        stage_key: stage.key,
        readers: assigned.filter((one) => one.recused === undefined).map((one) => one.user),
        title: center.name,
        due_on: due,
        body: {
          policyHash: kase.pin.hash,
          procedure: kase.procedure,
          year: kase.year,
          unit: center.host.name,
          conditions: askedAt({ stage }),
          dossiers: dossiersOf(policy, kase),
          goals: center.goals,
          ...(sheet === undefined ? {} : { sheet: sheet.sheet.key, tree: treeOf(policy, kase, sheet) }),
        },
      },
    ];
  });
}

/** The last whole revision of each form, without anything personal. */
function dossiersOf(policy: Policy, kase: CaseFacts): { stage: string; form: string; answers: Answers }[] {
  const last = new Map<string, CaseFacts["submissions"][number]>();
  for (const submission of kase.submissions) if (submission.done) last.set(submission.stage, submission);
  return [...last.values()].flatMap(({ stage, form: key, answers }) => {
    const form = policy.forms.find((candidate) => candidate.key === key);
    return form === undefined ? [] : [{ stage, form: form.key, answers: impersonal(form, answers) }];
  });
}

/** A line of the sheet as an expert sees it, the applicant's own score and the evidence named for it beside it. */
interface PacketLine extends Pick<TreeItem, "path" | "level" | "label" | "content" | "weight" | "scored"> {
  self?: number;
  selfEvidence?: string[];
  /** only what the item asks for as evidence */
  indicator?: Pick<Indicator, "key" | "evidence">;
  items: PacketLine[];
}

function treeOf(policy: Policy, kase: CaseFacts, { sheet, tree }: CaseSheet): PacketLine[] {
  const answers = answersFilling(policy, kase, { sheet: sheet.key, fills: "scores" });
  const own = SheetScores.safeParse(answers.at(-1)).data ?? {};
  const lineOf = ({
    path,
    level,
    label,
    content,
    weight,
    scored,
    indicator,
    items,
  }: TreeItem): PacketLine => ({
    path,
    level,
    label,
    scored,
    ...(content === undefined ? {} : { content }),
    ...(weight === undefined ? {} : { weight }),
    ...selfOf(own[path]),
    ...(indicator?.evidence === undefined
      ? {}
      : { indicator: { key: indicator.key, evidence: indicator.evidence } }),
    items: items.map(lineOf),
  });
  return tree.map(lineOf);
}

function selfOf(own: SheetScores[string] | undefined): Pick<PacketLine, "self" | "selfEvidence"> {
  if (own === undefined) return {};
  if (typeof own === "number") return { self: own };
  return { ...(own.points === undefined ? {} : { self: own.points }), selfEvidence: own.evidence };
}
