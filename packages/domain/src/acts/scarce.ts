import type { Holds } from "../contract/decision.ts";
import type { DomainEvent } from "../contract/events.ts";
import type { CenterFacts } from "../contract/facts.ts";
import { policyOfPin } from "../history/pinned-policy.ts";
import { scopesUnder } from "../network/branches.ts";
import { checkNames } from "../network/center-names.ts";
import { checkOffices } from "../network/office-terms.ts";
import type { Changed } from "../network/seats.ts";
import { takeSeats } from "../network/seats.ts";
import { scopesTallied } from "../network/tallied.ts";
import type { Scene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";

/** What events would take of what there is only so much of: what is in the way of it, and the scopes that it touches. */
export function checkScarce(
  scene: Scene,
  after: Scene,
  events: readonly DomainEvent[],
): { obstacles: Obstacle[]; scopes: string[] } {
  const changed = changedCenters(scene, after, events);
  const parts = [takeSeats(scene, changed), checkNames(scene, changed)];
  return {
    obstacles: [...parts.flatMap((part) => part.obstacles), ...checkOffices(scene, changed)],
    scopes: [
      ...parts.flatMap((part) => part.scopes),
      ...scopesUnder(scene.policies, changed),
      ...events.flatMap(scopesClaimed),
      ...scopesTallied(changed),
    ],
  };
}

/** Whoever claims the same thing looks at the shares and the claims before: the later one must have seen the first. */
const scopesClaimed = (event: DomainEvent): string[] =>
  event.kind === "claimed" ? event.body.claims.map(({ fingerprint }) => `claims:${fingerprint}`) : [];

/** Scopes with the version that was seen: whoever comes second counts again. */
export function holdsOfScopes({ facts }: Scene, scopes: readonly string[]): Pick<Holds, "seats"> {
  const seats = [...new Set(scopes)].toSorted().map((scope) => ({ scope, seen: facts.seats?.[scope] ?? 0 }));
  return seats.length === 0 ? {} : { seats };
}

function changedCenters(scene: Scene, after: Scene, events: readonly DomainEvent[]): Changed[] {
  const ids = [...new Set(events.filter(({ root }) => root.kind === "center").map(({ root }) => root.id))];
  return ids.flatMap((id) => {
    const center = after.facts.centers.find((one) => one.id === id);
    const kase = center === undefined ? undefined : caseOf(center, events);
    if (center === undefined || kase === undefined) return [];
    const before = scene.facts.centers.find((one) => one.id === id);
    return [{ policy: policyOfPin(scene.policies, kase.pin), before, after: center, kase }];
  });
}

/** The case that an act was about, as it is afterwards. */
function caseOf(center: CenterFacts, events: readonly DomainEvent[]) {
  const named = events.findLast((event) => event.root.id === center.id && "case" in event.body);
  const id = named !== undefined && "case" in named.body ? named.body.case : undefined;
  return center.cases.find((kase) => kase.id === id) ?? center.cases[0];
}
