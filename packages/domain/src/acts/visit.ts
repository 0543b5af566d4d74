import type { Procedure } from "@yichuang/policy";

/**
 * An inspection that is recorded by one act, which opens and closes it. One that hears the other side first, an
 * inquiry, is opened like any other case.
 */
export const isVisit = ({ purpose, stages }: Procedure): boolean =>
  purpose === "inspection" && stages.length === 1 && stages[0]?.does === "review";
