// Where what ends begins anew the same day by the policy's own consequence, for ever.
import type { Procedure, Stage, Text } from "@yichuang/policy";
import type { CaseFacts } from "../contract/facts.ts";
import type { Bearer } from "./running.ts";

/** As often may the same begin on one day. */
const MOST_ROUNDS = 2;

const begunWith = ({ cases }: Bearer, { procedure, openedOn }: CaseFacts): CaseFacts[] =>
  cases.filter((one) => one.procedure === procedure && one.openedOn === openedOn);

/** Whether a case is the one too many of a procedure that ends and begins anew on one day: it is left where it is. */
export const goesRound = (root: Bearer, kase: CaseFacts): boolean =>
  begunWith(root, kase).slice(MOST_ROUNDS).includes(kase);

/** The stage after which a case began anew, and that in words. */
export function roundOf(
  root: Bearer,
  kase: CaseFacts,
  { stages }: Procedure,
): { stage: Stage; refused: Text[] } | undefined {
  const before = begunWith(root, kase)[MOST_ROUNDS - 1];
  const stage = stages.findLast(({ key }) => before?.stages[key]?.doneOn !== undefined);
  const zh = `绕不出来：${kase.openedOn} 一天里办完又重新开始`;
  const en = `it goes round: on ${kase.openedOn} alone it ends and begins anew again and again`;
  return stage === undefined ? undefined : { stage, refused: [{ zh, en }] };
}
