import type { ActorRole } from "@yichuang/policy";
import type { PolicySet } from "../contract/decision.ts";
import type { CenterFacts } from "../contract/facts.ts";
import type { NoticeRow } from "../contract/rows.ts";
import { labelOf } from "../acts/violation.ts";
import { policyOfPin } from "../history/pinned-policy.ts";
import { startOfDay } from "../time/days.ts";
import { leadOf } from "../history/lead.ts";

const OF_THE_HOST: readonly ActorRole[] = ["host", "joint", "director", "contact"];

/** What a consequence announces (通报), one notice per space that it names. */
export function noticeRows(policies: PolicySet, center: CenterFacts): NoticeRow[] {
  return center.consequences
    .filter((applied) => applied.does === "announce")
    .flatMap((applied) => {
      const spaces = new Set(addressees(applied.with?.["to"]).map((role) => spaceOf(policies, center, role)));
      const kase = center.cases.find((candidate) => candidate.id === applied.case);
      const policy = kase === undefined ? policies.current.policy : policyOfPin(policies, kase.pin);
      const consequence = policy.consequences.find((candidate) => candidate.key === applied.consequence);
      const title = consequence === undefined ? applied.consequence : labelOf(consequence).zh;
      const decided = kase?.decisions.at(-1);
      return [...spaces].map((space) => ({
        root_id: center.id,
        notice_key: `${applied.case}:${applied.consequence}:${applied.effect}:${space}`,
        party_id: center.host.party,
        to_space: space,
        case_id: applied.case,
        title,
        text: `${center.name}：${title}`,
        at: decided?.at ?? startOfDay(applied.on),
      }));
    });
}

const addressees = (to: unknown): ActorRole[] =>
  typeof to === "string" ? (to.split(",") as ActorRole[]) : [];

const spaceOf = (policies: PolicySet, center: CenterFacts, role: ActorRole): number =>
  OF_THE_HOST.includes(role) ? leadOf(center).party : policies.tenant;
