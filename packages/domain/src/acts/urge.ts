import type { CalendarDate } from "../contract/basics.ts";
import type { CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import type { ObligationRow } from "../contract/rows.ts";
import { obligationsOn } from "../obligations/obligations-of.ts";
import type { Act } from "./act.ts";
import { AUTHORITY, blocked } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { actWord } from "./act-words.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { Scene } from "./scene.ts";
import { findRootById } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { refuse } from "./violation.ts";

const DAY_MS = 86_400_000;

/** Urges what is late, once in 24 hours for each obligation. */
export const urge: Act<"urge"> = {
  offersAt: (_scene, place) => {
    if (place.kind === "center") return [{ root: place.center }];
    return place.kind === "institution" ? [{ root: place.institution }] : [];
  },
  targetsOf: ({ root, obligation }) => [{ root, obligation }],
  doersAt: (scene, target) => {
    const root = bearerAt(scene, target.root);
    return root === undefined ? undefined : { roles: hatsOf(AUTHORITY, "urge"), root };
  },
  check: (scene, target) => {
    // what an act names is judged by itself, whatever else is owed
    if (target.obligation !== undefined) return [];
    const found = urgeable(scene, target.root).map((row) => checkRow(scene, row));
    if (found.some((obstacles) => obstacles.length === 0)) return [];
    return (
      found[0] ?? [refuse("nothing-to-act-on", { what: actWord(scene.policies.current.policy, "urge") })]
    );
  },
  perform: (scene, action) => {
    const root = bearerAt(scene, action.root);
    const row = urgeable(scene, action.root).find((one) => one.obligation_key === action.obligation);
    if (root === undefined || row === undefined) {
      return blocked(refuse("nothing-to-act-on", { what: { zh: action.obligation, en: action.obligation } }));
    }
    const obstacles = checkRow(scene, row);
    if (obstacles.length > 0) return blocked(...obstacles);
    const body = { obligation: row.obligation_key, to: row.to_space };
    return { events: [newEvent({ root: refOf(root), kind: "urged", body, onDay: scene.today })] };
  },
};

function bearerAt(scene: Scene, id: string | undefined): CenterFacts | InstitutionFacts | undefined {
  const root = findRootById(scene, id ?? "");
  return root?.kind === "tenant" ? undefined : root;
}

type Owed = ObligationRow & { due_on: CalendarDate };

/** What others than the authority still owe in a root until a day. */
function urgeable(scene: Scene, id: string | undefined): Owed[] {
  const root = bearerAt(scene, id);
  if (root === undefined) return [];
  return obligationsOn(scene.policies, root, { today: scene.today, tenant: scene.facts.tenant })
    .filter((row): row is Owed => row.to_space !== scene.policies.tenant && row.due_on !== null)
    .filter((row) => row.state === "open" || row.state === "missed");
}

function checkRow(scene: Scene, row: Owed): Obstacle[] {
  if (row.state !== "missed") {
    return [refuse("not-late", { what: { zh: row.matter, en: row.matter }, due: row.due_on })];
  }
  if (row.urged_at === null) return [];
  const next = Date.parse(row.urged_at) + DAY_MS;
  if (Date.parse(scene.env.now) >= next) return [];
  const instant = new Date(next).toISOString();
  return [refuse("urge-too-soon", { next: instant }, { earliest: instant })];
}
