import { checkDeciding } from "./decide-case.ts";
import { stageAct, tell } from "./stage-act.ts";

/** The officer's proposal; it binds nobody and stays visible beside the leader's decision. */
export const propose = stageAct({
  kind: "propose",
  suits: ({ stage }) => stage.does === "decide",
  check: checkDeciding,
  perform: (at, { outcome, opinion }) => ({ events: [tell(at, "proposed", { outcome, opinion })] }),
});
