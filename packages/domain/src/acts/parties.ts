import type { CenterType } from "@yichuang/policy";
import { getForm, InstitutionValue, wordFor } from "@yichuang/policy";
import type { Answers, NewEvent } from "../contract/events.ts";
import type { KnownParty, LinkRole, NamedParty, NewLink } from "../contract/links.ts";
import type { ParentFacts } from "../contract/facts.ts";
import { openLinks } from "../history/network-events.ts";
import { newEvent, refOf } from "./new-event.ts";
import type { Scene, StageScene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, refuse } from "./violation.ts";

/** A link from a party as an act names it. Who is not known to the tenant stands as named, without a space. */
export function linkFrom(scene: Scene, party: NamedParty): NewLink {
  const parent = parentOf(scene, party.center);
  const known = knownParty(scene, party);
  const name = parent?.name ?? known?.name ?? party.name ?? party.uscc ?? "";
  const space = parent?.host.party ?? known?.space;
  const uscc = parent?.host.uscc ?? known?.uscc ?? party.uscc;
  const grade = parent?.grade ?? known?.grade;
  return {
    key: scene.env.ids(),
    role: party.role,
    name,
    ...(space === undefined ? {} : { space }),
    ...(uscc === undefined ? {} : { uscc }),
    ...(parent === undefined ? {} : { center: parent.id }),
    ...(party.body === undefined ? {} : { body: party.body }),
    ...(space === undefined ? { external: name } : {}),
    ...(grade === undefined ? {} : { grade }),
    ...(known?.tier === undefined ? {} : { tier: known.tier }),
    ...(known?.region === undefined ? {} : { region: known.region }),
    ...(known === undefined ? {} : { kind: known.kind }),
  };
}

const parentOf = (scene: Scene, center: string | undefined): ParentFacts | undefined =>
  scene.facts.parents?.find((one) => one.id === center);

const knownParty = (scene: Scene, party: NamedParty): KnownParty | undefined =>
  scene.facts.parties?.find((one) =>
    party.space === undefined ? one.uscc !== undefined && one.uscc === party.uscc : one.space === party.space,
  );

/** The same party in the same role. */
export const sameParty = (a: NewLink, b: NewLink): boolean =>
  a.role === b.role && identityOf(a) === identityOf(b);

const identityOf = ({ center, uscc, space, name }: NewLink): string | number =>
  center ?? uscc ?? space ?? name;

/** A parent center is there, stands, and is of a type under which the policy puts this one. */
export function checkParent(scene: Scene, type: CenterType, party: NamedParty): Obstacle[] {
  if (party.role !== "parent-center") return [];
  const { policy } = scene.policies.current;
  const parent = parentOf(scene, party.center);
  const clauses = clausesOfNodes(policy, type);
  const what = { zh: "上级中心", en: "parent center" };
  if (parent === undefined) return [refuse("nothing-to-act-on", { what }, { clauses })];
  if (type.under?.includes(parent.type) !== true) {
    return [refuse("field-invalid", { field: what, fault: "choice" }, { clauses, field: "parent" })];
  }
  if (parent.standing !== undefined && !GONE.includes(parent.standing)) return [];
  const standing =
    parent.standing === undefined
      ? {}
      : { standing: parent.standing, word: wordFor(policy, `standing.${parent.standing}`) };
  const allowed = [wordFor(policy, "standing.building"), wordFor(policy, "standing.established")];
  return [refuse("standing-wrong", { ...standing, allowed }, { clauses })];
}

const GONE: readonly string[] = ["applying", "declined", "revoked", "exited"];

/** The role that a field of institutions gives to those that it names; undefined where it names none. */
const ROLE_OF_FACT: { readonly [attribute: string]: LinkRole } = {
  hosts: "joint",
  joint: "joint",
  lead: "lead",
  core: "core",
  member: "member",
  members: "member",
  grassroots: "grassroots",
  partner: "partner",
  partners: "partner",
};

/**
 * Institutions that a dossier names in a role become parties with it; those that a later revision no longer names end.
 */
export function linksOfDossier(at: StageScene, answers: Answers): NewEvent[] {
  const { root, stage } = at;
  if (root.kind !== "center" || stage.form === undefined) return [];
  const form = getForm(at.policy, stage.form);
  const fields = form.sections.flatMap((section) =>
    section.fields
      .filter((field) => field.kind === "institution" && roleOf(field.fact) !== undefined)
      .map((field) => ({ section: section.key, field })),
  );
  return fields.flatMap(({ section, field }) => {
    const source = `${form.key}/${section}/${field.key}`;
    const named = institutionsIn(answers[section]?.[field.key]);
    const role = roleOf(field.fact) ?? "joint";
    const links = named
      .filter((one) => one.uscc === undefined || one.uscc !== root.host.uscc)
      .map((one) => ({ ...linkFrom(at.scene, { role, ...one }), source }));
    return changesOf(at, { source, links });
  });
}

const roleOf = (fact: string | undefined): LinkRole | undefined =>
  fact === undefined ? undefined : ROLE_OF_FACT[fact.slice(fact.indexOf(".") + 1)];

function institutionsIn(value: unknown): InstitutionValue[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values
    .map((one) => InstitutionValue.safeParse(typeof one === "string" ? { name: one } : one).data)
    .filter((one) => one !== undefined);
}

function changesOf(at: StageScene, { source, links }: { source: string; links: NewLink[] }): NewEvent[] {
  if (at.root.kind !== "center") return [];
  const before = openLinks(at.root).filter((link) => link.source === source);
  const root = refOf(at.root);
  const on = at.scene.today;
  const gone = before.filter((link) => !links.some((one) => sameParty(one, link)));
  const come = links.filter((link) => !before.some((one) => sameParty(one, link)));
  const told = { root, onDay: on, consulted: [at.path] };
  return [
    ...gone.map(({ key }) =>
      newEvent({ ...told, kind: "unlinked", body: { case: at.kase.id, link: key, on } }),
    ),
    ...come.map((link) => newEvent({ ...told, kind: "linked", body: { case: at.kase.id, link, on } })),
  ];
}
