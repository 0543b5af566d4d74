import type { CenterFacts } from "../contract/facts.ts";
import { labelOf } from "../acts/violation.ts";
import { officeTerms } from "../history/offices.ts";
import { worldOf } from "../history/world-of.ts";
import { startOfDay, yearOf } from "../time/days.ts";
import type { Asking, Due } from "./due.ts";
import { hasEnded } from "./due.ts";
import { placeFor } from "./place.ts";

/** When the term of an office ends the authority sees to it that it is filled again. */
export function duesOfOffices(asking: Asking, center: CenterFacts): Due[] {
  const type = asking.policy.types.find((one) => one.key === center.type);
  const world = worldOf(placeFor(asking));
  return (type?.offices ?? []).flatMap((office) =>
    officeTerms(center, office, world).flatMap(({ endsOn, next }) => {
      if (endsOn === undefined) return [];
      const key = `office-${office.key}:${yearOf(endsOn)}:${endsOn}`;
      const finished = center.finished.find((one) => one.obligation === key)?.on;
      const done = next ?? finished;
      return [
        {
          key,
          to: { space: asking.tenant, role: "officer" as const },
          act: "office",
          year: yearOf(endsOn),
          matter: labelOf(office).zh,
          opens: startOfDay(endsOn),
          due: endsOn,
          ...(done === undefined ? (hasEnded(center) ? { void: true } : {}) : { done: { on: done } }),
        },
      ];
    }),
  );
}
