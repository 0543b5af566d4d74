import { blocked } from "./act.ts";
import { closeIfLast } from "./closing.ts";
import { afterNo } from "./declining.ts";
import { checkReady } from "./ready.ts";
import { checkRequires } from "./requires.ts";
import { stageAct, tell } from "./stage-act.ts";
import { givenBy } from "./standing.ts";
import { holdsOf } from "./window.ts";

/** The party that a `recommend` stage names recommends a case or does not, with its opinion. */
export const recommendCase = stageAct({
  kind: "recommend-case",
  suits: ({ stage }) => stage.does === "recommend",
  check: checkReady,
  perform: (at, { recommends, opinion }) => {
    const obstacles = recommends ? checkRequires(at) : [];
    if (obstacles.length > 0) return blocked(...obstacles);
    const follows = recommends ? [...givenBy(at), ...closeIfLast(at)] : afterNo(at, "not-recommended");
    return {
      events: [tell(at, "case-recommended", { recommends, opinion }), ...follows],
      holds: holdsOf(at),
    };
  },
});
