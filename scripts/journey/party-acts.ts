// Acts of those who stand beside an application: who recommends, waives, checks by conditions, files and confirms.
import type { AppOutputs } from "@yichuang/api";
import { getCondition, getList, getStage, type Policy } from "@yichuang/policy";
import type { Teller } from "./expectations.ts";
import { ask, type Running } from "./player.ts";
import type { Actor } from "./world.ts";

type ActAnswer = AppOutputs["act"]["submit"];

/** A hat of another authority, worn in a tenant that has enrolled it. */
export const inTenant = (actor: Actor, tenant: number): Actor => ({ ...actor, as: { ...actor.as, tenant } });

/** A decision that puts a case into a class of the policy. */
export const place = (leader: Actor, running: Running, into: { stage: string; item: string }) =>
  leader.api.act.decide.mutate(
    ask(leader, { case: running.case, outcome: "approve", opinion: "同意", ...into }),
  );

export const decline = (leader: Actor, { case: id }: Running): Promise<ActAnswer> =>
  leader.api.act.decide.mutate(
    ask(leader, { case: id, stage: "decide", outcome: "decline", opinion: "尚不成熟" }),
  );

/** Every policy calls its stage of recommending alike. */
export const recommend = (by: Actor, running: Running): Promise<ActAnswer> =>
  by.api.act.recommendCase.mutate(
    ask(by, { case: running.case, stage: "recommend", recommends: true, opinion: "同意推荐" }),
  );

export const waive = (by: Actor, running: Running, rule: { path: string; reason: string }) =>
  by.api.act.waive.mutate(ask(by, { case: running.case, ...rule }));

export const file = (by: Actor, running: Running): Promise<ActAnswer> =>
  by.api.act.file.mutate(ask(by, { case: running.case, stage: "file", words: "报送认定结果" }));

/** The body to which a case was filed confirms that it has arrived. */
export const acknowledge = (by: Actor, running: Running, body: string): Promise<ActAnswer> => {
  const to = { role: "local-authority" as const, body };
  return by.api.act.acknowledge.mutate(
    ask(by, { case: running.case, stage: "file", to, words: "已收到备案材料" }),
  );
};

export type PartyActs = ReturnType<typeof partyActs>;

interface Checked {
  stage: string;
  verdict: boolean;
  /** conditions that are answered the other way */
  except?: string[];
}

export function partyActs(policy: Policy, tell: Teller) {
  const labelOfItem = (key: string): string =>
    policy.lists.flatMap(({ items }) => items).find((item) => item.key === key)?.label?.zh ?? key;
  return {
    isPlaced: (leader: Actor, running: Running, into: { stage: string; item: string }) =>
      tell.done(`${running.name}：决定，归入“${labelOfItem(into.item)}”`, place(leader, running, into)),
    isRecommended: (by: Actor, running: Running) =>
      tell.done(`${running.name}：推荐`, recommend(by, running)),
    isWaived: (by: Actor, running: Running, rule: { path: string; reason: string }) =>
      tell.done(`${running.name}：豁免，理由“${rule.reason}”`, waive(by, running, rule)),
    isAcknowledged: (by: Actor, running: Running, body: string) =>
      tell.done(`${running.name}：${body} 收到备案`, acknowledge(by, running, body)),
    /** Whoever checks answers each condition of the stage, aspect by aspect. */
    answers: async (officer: Actor, running: Running, { stage, verdict, except = [] }: Checked) => {
      const { yields = [] } = getStage(running.procedure, stage);
      const asked = yields.flatMap((one) => (one.kind === "verdict" ? (one.about ?? []) : []));
      for (const condition of asked) {
        const { test, label } = getCondition(policy, condition);
        const list = test.kind === "judged" ? test.aspects : undefined;
        const met = except.includes(condition) ? !verdict : verdict;
        const opinion = met ? "具备" : "不具备";
        const dimensions = (list === undefined ? [] : getList(policy, list).items).map(({ key }) => ({
          item: key,
          met,
          opinion,
        }));
        const act = { case: running.case, stage, condition, verdict: met, dimensions, opinion };
        await tell.done(
          `${running.name}：核对“${label?.zh ?? condition}”，${opinion}`,
          officer.api.act.judge.mutate(ask(officer, act)),
        );
      }
    },
  };
}
