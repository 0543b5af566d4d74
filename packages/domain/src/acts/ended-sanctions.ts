import type { CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import { plusDays } from "../time/days.ts";
import { policyOfCenter } from "../history/pinned-policy.ts";
import { endOfBar } from "./bars.ts";
import type { FellDue } from "./lasting.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { Scene } from "./scene.ts";

/** A bar and a suspended name end with the end of their last day; the day after bears it. */
export function endedSanctions(scene: Scene, root: CenterFacts | InstitutionFacts): FellDue[] {
  if (root.kind !== "center") return [];
  const over = (until: string | undefined): until is string => until !== undefined && until < scene.today;
  const policy = policyOfCenter(scene.policies, root);
  const bars = root.bars.flatMap((one) => {
    const { bar, ended } = one;
    const until = one.until ?? endOfBar(scene, policy, one);
    if (ended !== undefined || !over(until)) return [];
    const on = plusDays(until, 1);
    return [{ on, events: [newEvent({ root: refOf(root), kind: "bar-ended", body: { bar }, onDay: on })] }];
  });
  const until = root.nameSuspended?.until;
  if (!over(until)) return bars;
  const on = plusDays(until, 1);
  const restored = newEvent({ root: refOf(root), kind: "suspension-ended", body: {}, onDay: on });
  return [...bars, { on, events: [restored] }];
}
