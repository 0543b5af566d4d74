import { type Indicator, isOpen } from "@yichuang/policy";

type Points = NonNullable<Indicator["points"]>;

/** Whether a person gives the points, and no measure. */
export const isJudged = (points: Points): points is Extract<Points, { kind: "judged" }> =>
  typeof points === "object" && !isOpen(points) && "kind" in points && points.kind === "judged";
