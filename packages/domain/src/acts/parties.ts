import type { CenterType, Form } from "@yichuang/policy";
import { getForm, InstitutionValue, wordFor } from "@yichuang/policy";
import type { Answers, NewEvent } from "../contract/events.ts";
import type { KnownParty, Link, LinkRole, NamedParty, NewLink } from "../contract/links.ts";
import type { CenterFacts, ParentFacts } from "../contract/facts.ts";
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
    ...(party.role === "lead" && known?.host !== undefined ? { host: known.host } : {}),
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
  return namingFields(form, roleOf).flatMap(({ section, field, role }) => {
    const source = `${form.key}/${section}/${field}`;
    const links = othersIn(root, answers[section]?.[field]).map((one) => ({
      ...linkFrom(at.scene, { role, ...one }),
      source,
    }));
    return changesOf(at, { links, before: openLinks(root).filter((link) => link.source === source) });
  });
}

/**
 * Institutions that a decision names in a role take the place of all that had it. `center.host` is who leads from now on:
 * where that is the institution with which the center began, nobody else does.
 */
export function linksOfDecision(at: StageScene, form: Form, answers: Answers): NewEvent[] {
  const { root } = at;
  if (root.kind !== "center") return [];
  return namingFields(form, decidedRole).flatMap(({ section, field, role }) => {
    const value = answers[section]?.[field];
    if (value === undefined) return [];
    const links = othersIn(root, value).map((one) => linkFrom(at.scene, { role, ...one }));
    return changesOf(at, { links, before: openLinks(root).filter((link) => link.role === role) });
  });
}

/** The fields of a form that name institutions in a role. */
const namingFields = (form: Form, roleBy: (fact: string) => LinkRole | undefined) =>
  form.sections.flatMap((section) =>
    section.fields.flatMap(({ key, kind, fact }) => {
      const role = kind === "institution" && fact !== undefined ? roleBy(fact) : undefined;
      return role === undefined ? [] : [{ section: section.key, field: key, role }];
    }),
  );

const roleOf = (fact: string): LinkRole | undefined => ROLE_OF_FACT[fact.slice(fact.indexOf(".") + 1)];

const decidedRole = (fact: string): LinkRole | undefined => (fact === "center.host" ? "lead" : roleOf(fact));

/** The institutions that an answer names, beside the one with which the center began. */
const othersIn = (root: CenterFacts, value: unknown): InstitutionValue[] =>
  institutionsIn(value).filter((one) => !isItsOwn(root, one));

const isItsOwn = ({ host }: CenterFacts, { uscc, name }: InstitutionValue): boolean =>
  uscc === undefined ? name === host.name : uscc === host.uscc;

function institutionsIn(value: unknown): InstitutionValue[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap(
    (one) => InstitutionValue.safeParse(typeof one === "string" ? { name: one } : one).data ?? [],
  );
}

function changesOf(at: StageScene, { before, links }: { before: Link[]; links: NewLink[] }): NewEvent[] {
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
