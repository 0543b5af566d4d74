// What is handed to another space with a recommendation or a filing: the center in its tenant's own words, and the
// dossier on which it stands.
import { wordFor } from "@yichuang/policy";
import type { PolicySet } from "../contract/decision.ts";
import type { HandedUp } from "../contract/dispatches.ts";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";
import { impersonal } from "../forms/impersonal.ts";
import { leadOf } from "../history/lead.ts";
import { policyOfCenter, policyOfPin } from "../history/pinned-policy.ts";
import { inOwnWords } from "./own-words.ts";
import { dayOf } from "../time/days.ts";

/** States of a case whose dossier was taken. */
const TAKEN: readonly CaseFacts["state"][] = ["in-review", "in-publicity", "decided", "closed"];

/** A center as it is handed on today; `of` where only the dossier of one case goes with it. */
export function handedUp(policies: PolicySet, center: CenterFacts, of?: CaseFacts): HandedUp {
  const policy = policyOfCenter(policies, center);
  const host = leadOf(center);
  const { standing } = center;
  const dossier = dossierOf(policies, of === undefined ? center.cases : [of]);
  return {
    center: center.id,
    name: center.name,
    type: center.type,
    ...inOwnWords(policy, center),
    host: host.name,
    uscc: host.uscc,
    ...(standing === undefined ? {} : { standing, standingWord: wordFor(policy, `standing.${standing}`).zh }),
    ...(dossier === undefined ? {} : { dossier }),
  };
}

/** A promotion can be asked for again where it was sent back, so its key has a number. */
export const recommendationKey = (promotion: string, nth: number): string =>
  `recommendation:${promotion}:${nth}`;

/** The latest whole dossier of the cases that were taken, without anything personal. */
function dossierOf(policies: PolicySet, cases: readonly CaseFacts[]): HandedUp["dossier"] {
  const [latest] = cases
    .filter(({ state }) => TAKEN.includes(state))
    .flatMap((kase) =>
      kase.submissions.filter(({ done }) => done).map((submission) => ({ kase, submission })),
    )
    .toSorted((a, b) => b.submission.at.localeCompare(a.submission.at));
  if (latest === undefined) return undefined;
  const { kase, submission } = latest;
  const form = policyOfPin(policies, kase.pin).forms.find(({ key }) => key === submission.form);
  if (form === undefined) return undefined;
  const answers = impersonal(form, submission.answers);
  return { policyHash: kase.pin.hash, form: form.key, answers, on: dayOf(submission.at) };
}
