import type { Duty } from "@yichuang/policy";
import type { Uuid } from "../contract/basics.ts";
import type { RootFacts } from "../contract/facts.ts";
import { emptyInstitution } from "../history/begin.ts";
import { isThere } from "../network/net.ts";
import { yearOf } from "../time/days.ts";
import type { Act, AbilityPlace } from "./act.ts";
import { blocked } from "./act.ts";
import { hatsOf } from "./actor.ts";
import { actWord } from "./act-words.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { Scene } from "./scene.ts";
import { findRootById } from "./scene.ts";
import { clausesOfNodes, labelOf, refuse } from "./violation.ts";

type Judged = Duty & { must: Extract<Duty["must"], { kind: "judged" }> };

/** The authority says whether the tenant, an institution or a center did its duty of a year. */
export const judgeDuty: Act<"judge-duty"> = {
  offersAt: (scene, place) => {
    const root = rootAt(scene, place);
    if (root === undefined) return [];
    return judgedDuties(scene, root).map((duty) => ({ root: root.id, path: pathOf(duty.key) }));
  },
  targetsOf: ({ center, institution, duty }, scene) => [
    { root: center ?? institution ?? scene.facts.tenant.id, path: pathOf(duty) },
  ],
  doersAt: (scene, { root: id = "", path }) => {
    const root = bearerAt(scene, id);
    const duty = root === undefined ? undefined : dutyAt(scene, root, path);
    if (root === undefined || duty === undefined) return undefined;
    return { roles: hatsOf(duty.must.by, "judge-duty"), root };
  },
  check: () => [],
  perform: (scene, action) => {
    const { center, institution, year, met, opinion } = action;
    const kind = center !== undefined ? "center" : institution !== undefined ? "institution" : "tenant";
    const root = bearerAt(scene, center ?? institution ?? scene.facts.tenant.id);
    const duty = root === undefined ? undefined : dutyAt(scene, root, pathOf(action.duty));
    const { policy } = scene.policies.current;
    if (root?.kind !== kind || duty === undefined) {
      return blocked(refuse("nothing-to-act-on", { what: actWord(policy, "judge-duty") }));
    }
    const clauses = clausesOfNodes(policy, duty);
    if (year > yearOf(scene.today)) {
      const field = { zh: "年度", en: "year" };
      return blocked(refuse("field-invalid", { field, fault: "date" }, { clauses, field: "year" }));
    }
    const before = (root.duties ?? []).find((one) => one.duty === duty.key && one.year === year);
    if (before !== undefined) {
      return blocked(refuse("already-done", { what: labelOf(duty), on: before.on }, { clauses }));
    }
    const host = root.kind === "institution" && root.seq === 0 ? { host: root.host } : {};
    const body = { duty: duty.key, year, met, opinion, ...host };
    const consulted = [pathOf(duty.key)];
    return {
      events: [newEvent({ root: refOf(root), kind: "duty-judged", body, onDay: scene.today, consulted })],
    };
  },
};

const pathOf = (duty: string): string => `duties/${duty}`;

const BEARERS: { [K in RootFacts["kind"]]: readonly Duty["bearer"][] } = {
  tenant: ["tenant"],
  institution: ["institution", "host", "joint"],
  center: ["center"],
};

/** The duties of a bearer that somebody must say were done. */
const judgedDuties = (scene: Scene, root: RootFacts): Judged[] =>
  scene.policies.current.policy.duties.filter(
    (duty): duty is Judged => duty.must.kind === "judged" && canBear(root, duty),
  );

function canBear(root: RootFacts, { bearer, for: types }: Duty): boolean {
  if (!BEARERS[root.kind].includes(bearer)) return false;
  return root.kind !== "center" || (isThere(root) && (types === undefined || types.includes(root.type)));
}

const dutyAt = (scene: Scene, root: RootFacts, path: string | undefined): Judged | undefined =>
  judgedDuties(scene, root).find(({ key }) => pathOf(key) === path);

function rootAt(scene: Scene, place: AbilityPlace): RootFacts | undefined {
  if (place.kind === "tenant") return scene.facts.tenant;
  if (place.kind === "center") return bearerAt(scene, place.center);
  return place.kind === "institution" ? bearerAt(scene, place.institution) : undefined;
}

/** A bearer's root; an institution that has no history in the tenant yet begins with the judgement. */
function bearerAt(scene: Scene, id: Uuid): RootFacts | undefined {
  const found = findRootById(scene, id);
  if (found !== undefined) return found;
  const { host } = scene.facts;
  return host === undefined || id === "" ? undefined : emptyInstitution(id, host);
}
