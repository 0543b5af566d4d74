// What a supposition does to policies and facts: the events that it would make, folded and never stored.
import type { Key } from "@yichuang/policy";
import type { PolicyPin, Uuid } from "../contract/basics.ts";
import type { PolicySet } from "../contract/decision.ts";
import type { DomainEventKind, EventBodies, HostFacts, NewEvent } from "../contract/events.ts";
import type { CenterFacts } from "../contract/facts.ts";
import type { NewLink } from "../contract/links.ts";
import type { Region } from "../contract/network.ts";
import { followingFrom } from "../acts/effects.ts";
import { afterEvents, place } from "../acts/following.ts";
import { newEvent } from "../acts/new-event.ts";
import { findCaseScene, type Scene } from "../acts/scene.ts";
import { beginsTheTerm } from "../acts/standing.ts";
import { labelOf, type Obstacle, refuse } from "../acts/violation.ts";
import { leadOf } from "../history/lead.ts";
import { openLinks } from "../history/network-events.ts";
import { yearOf } from "../time/days.ts";
import { isThere } from "./net.ts";
import { hostAt } from "./places.ts";
import { parentFacts } from "./parent-facts.ts";
import { entryOf } from "./root-records.ts";

/** A center that is supposed to begin. Its id is the caller's, so that a later supposition can name it. */
export interface SupposedCenter {
  type: Key;
  name: string;
  host: HostFacts;
  /** the region in which the institution would lie, where it is another one */
  region?: string;
  field?: string;
  parent?: Uuid;
}

export type Supposition =
  /** an application or a center is designated; with `begin` one that is not there yet */
  | { kind: "designate"; center: Uuid; begin?: SupposedCenter }
  /** another institution leads from now on, or the one that leads lies in another region */
  | { kind: "move"; center: Uuid; host?: HostFacts; region?: string }
  | { kind: "revoke"; center: Uuid }
  /** another version, or another document, is in force */
  | { kind: "adopt"; pin: PolicyPin; policy: PolicySet["current"]["policy"] };

/** The scene as it would be, or why a supposition cannot be made: it names what is not there. */
export type Supposed = { scene: Scene } | { obstacle: Obstacle };

export function sceneSupposing(scene: Scene, regions: readonly Region[], supposition: Supposition): Supposed {
  if (supposition.kind === "adopt") return { scene: adopt(scene, supposition) };
  if (supposition.kind === "designate" && supposition.begin !== undefined) {
    const { kind, center, begin: supposed } = supposition;
    const host = placed(supposed.host, regions, supposed.region);
    if (host === undefined) return notThere("地区", "region");
    const begun = begin(scene, center, { ...supposed, host });
    return "obstacle" in begun ? begun : sceneSupposing(begun.scene, regions, { kind, center });
  }
  const center = scene.facts.centers.find(({ id }) => id === supposition.center);
  if (center === undefined) return notThere("中心", "center");
  switch (supposition.kind) {
    case "designate":
      return isThere(center) ? alreadyThere(center) : { scene: after(scene, designation(scene, center)) };
    case "move": {
      const host = placed(supposition.host ?? leadOf(center), regions, supposition.region);
      return host === undefined
        ? notThere("地区", "region")
        : { scene: after(scene, moving(scene, center, host)) };
    }
    case "revoke":
      return isThere(center)
        ? { scene: after(scene, revocation(scene, center)) }
        : notThere("中心", "center");
  }
}

/** An institution where it lies, or in the region that is named; undefined where there is none of that code. */
function placed(
  host: HostFacts,
  regions: readonly Region[],
  code: string | undefined,
): HostFacts | undefined {
  if (code === undefined) return host;
  return regions.some((region) => region.code === code) ? hostAt(host, regions, code) : undefined;
}

const notThere = (zh: string, en: string): Supposed => ({
  obstacle: refuse("nothing-to-act-on", { what: { zh, en } }),
});

const alreadyThere = ({ name, dates }: CenterFacts): Supposed => {
  const on = dates["center.designated-on"];
  const what = { zh: name, en: name };
  return { obstacle: refuse("already-done", { what, ...(on === undefined ? {} : { on }) }) };
};

const after = (scene: Scene, events: readonly NewEvent[]): Scene => afterEvents(scene, place(scene, events));

/** The version that was in force stays at hand for the cases that are pinned to it. */
function adopt(scene: Scene, { pin, policy }: Extract<Supposition, { kind: "adopt" }>): Scene {
  const { current, calls = [], byHash, ...rest } = scene.policies;
  const kept = Object.fromEntries([current, ...calls].map((one) => [one.pin.hash, one.policy]));
  return { ...scene, policies: { ...rest, current: { pin, policy }, byHash: { ...byHash, ...kept } } };
}

/** One event of a center, as an act would tell it today. */
function told<K extends DomainEventKind>(
  scene: Scene,
  center: Pick<CenterFacts, "id">,
  { kind, body }: { kind: K; body: EventBodies[K] },
): NewEvent {
  return newEvent({ root: { kind: "center", id: center.id }, kind, body, onDay: scene.today });
}

/** A center that has applied today. */
function begin(scene: Scene, id: Uuid, supposed: SupposedCenter): Supposed {
  const { pin, policy } = scene.policies.current;
  const type = policy.types.find(({ key }) => key === supposed.type);
  if (type === undefined) return notThere("类型", "type");
  if (scene.facts.centers.some((center) => center.id === id))
    return { obstacle: refuse("already-done", { what: labelOf(type) }) };
  const parent = scene.facts.centers.find((center) => center.id === supposed.parent);
  if (supposed.parent !== undefined && parent === undefined) return notThere("上级中心", "parent center");
  const procedure = policy.procedures.find((one) => one.purpose === "entry" && one.for.includes(type.key));
  const { name, host, field } = supposed;
  const opened = told(
    scene,
    { id },
    {
      kind: "opened",
      body: {
        case: `${id}/entry`,
        // a type without a way in of its own is named elsewhere
        procedure: procedure?.key ?? "",
        purpose: "entry",
        year: yearOf(scene.today),
        pin,
        center: { type: type.key, name, host },
        ...(parent === undefined ? {} : { links: [linkTo(scene, parent)] }),
      },
    },
  );
  const submitted = told(
    scene,
    { id },
    {
      kind: "submitted",
      body: {
        case: `${id}/entry`,
        stage: procedure?.stages.find(({ does }) => does === "submit")?.key ?? "",
        revision: 1,
        answers: {},
        writes: { "application.name": name, ...(field === undefined ? {} : { "application.field": field }) },
        daysLate: 0,
        done: true,
      },
    },
  );
  return { scene: after(scene, [opened, submitted]) };
}

function linkTo(scene: Scene, parent: CenterFacts): NewLink {
  const { host, name } = parentFacts(parent);
  return {
    key: scene.env.ids(),
    role: "parent-center",
    name,
    center: parent.id,
    space: host.party,
    uscc: host.uscc,
  };
}

/** What the stage gives with which a center's way in designates it; established where it has none. */
function designation(scene: Scene, center: CenterFacts): NewEvent[] {
  const entry = entryOf(center);
  const found = entry === undefined ? undefined : findCaseScene(scene, entry.id);
  const stage = found?.procedure.stages.find(beginsTheTerm);
  const to = stage?.gives ?? "established";
  const at = { case: entry?.id ?? "", stage: stage?.key ?? "" };
  const on = scene.today;
  return [
    told(scene, center, { kind: "designated", body: { ...at, on } }),
    told(scene, center, { kind: "standing-changed", body: { to, on, cause: "designate" } }),
  ];
}

/** Who led before leaves; where it is the institution with which the center began, nobody else leads. */
function moving(scene: Scene, center: CenterFacts, host: HostFacts): NewEvent[] {
  const on = scene.today;
  const left = openLinks(center)
    .filter(({ role }) => role === "lead")
    .map(({ key }) => told(scene, center, { kind: "unlinked", body: { link: key, on } }));
  const { party: space, name, uscc } = host;
  const isBack = PLACE.every((part) => center.host[part] === host[part]);
  if (isBack) return left;
  const link: NewLink = { key: scene.env.ids(), role: "lead", name, space, uscc, host };
  return [...left, told(scene, center, { kind: "linked", body: { link, on } })];
}

/** What says who leads, and where. */
const PLACE = ["party", "regionCode", "province", "city", "region"] as const;

/** The center ends, and its branches as the policy says of those of its type. */
function revocation(scene: Scene, center: CenterFacts): NewEvent[] {
  const body = { to: "revoked" as const, on: scene.today, cause: "revoke" };
  const revoked = told(scene, center, { kind: "standing-changed", body });
  const at = findCaseScene(scene, center.cases.at(-1)?.id ?? "");
  if (at === undefined) return [revoked];
  const consequence = at.policy.consequences.find(
    ({ for: types, effects }) =>
      types.includes(center.type) &&
      effects.some((effect) => effect.do === "branches") &&
      effects.some((effect) => effect.do === "set-standing" && ENDS.includes(effect.standing)),
  );
  const branches = consequence?.effects.find((effect) => effect.do === "branches");
  if (consequence === undefined || branches === undefined) return [revoked];
  const path = `consequences/${consequence.key}/effects/${branches.key}`;
  const { more = [] } = followingFrom({ at: { ...at, root: center }, consequence, path }, branches);
  return [revoked, ...more];
}

const ENDS: readonly string[] = ["revoked", "exited"];
