import type { Catalogue } from "../catalogue.ts";
import { sayDay } from "../calendar.ts";

const listed = (names: readonly string[]): string =>
  names.length === 0 ? "" : ` (${names.slice(0, 5).join(", ")}${names.length > 5 ? " and others" : ""})`;

export const NETWORK: Catalogue["network"] = {
  "over-full": ({ cap, most, taken, holders }) =>
    `more than “${cap.en}” allows: ${most === undefined ? "" : `at most ${most}, `}now ${taken}${listed(holders)}`,
  "parent-gone": ({ parent, standing }) => `the parent center ${parent} is now “${standing.en}”`,
  "parent-left": ({ parent, on }) =>
    `the link to the parent center ${parent} ended on ${sayDay("en", on)}, and there is no other`,
  "term-over": ({ office, holder, on }) =>
    `the term of ${holder} as “${office.en}” ended on ${sayDay("en", on)}, and nobody has been chosen since`,
};
