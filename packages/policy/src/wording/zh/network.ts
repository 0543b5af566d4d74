import type { Catalogue } from "../catalogue.ts";
import { sayDay } from "../calendar.ts";

const listed = (names: readonly string[]): string =>
  names.length === 0 ? "" : `（${names.slice(0, 5).join("、")}${names.length > 5 ? "等" : ""}）`;

export const NETWORK: Catalogue["network"] = {
  "over-full": ({ cap, most, taken, holders }) =>
    `超出“${cap.zh}”：${most === undefined ? "" : `最多 ${most}，`}现有 ${taken}${listed(holders)}`,
  "parent-gone": ({ parent, standing }) => `上级中心${parent}现在是“${standing.zh}”`,
  "parent-left": ({ parent, on }) =>
    `与上级中心${parent}的联系已于 ${sayDay("zh", on)}结束，没有新的上级中心`,
  "term-over": ({ office, holder, on }) =>
    `“${office.zh}”${holder}的任期到 ${sayDay("zh", on)}已满，还没有重新确定`,
};
