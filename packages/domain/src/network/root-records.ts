// What a center's own history adds to the collections that look beyond one root. The same records are stored beside
// the events, so that others can be counted without loading their histories.
import type { Policy, Procedure, Standing } from "@yichuang/policy";
import { findProcedure } from "@yichuang/policy";
import type { PolicySet } from "../contract/decision.ts";
import type { CaseFacts, CenterFacts, FactRecord } from "../contract/facts.ts";
import { linkOf } from "../acts/actor.ts";
import { leadOf } from "../history/lead.ts";
import { openLinks } from "../history/network-events.ts";
import { policyOfCenter, policyOfPin } from "../history/pinned-policy.ts";
import { dayOf } from "../time/days.ts";

/** Collections whose records lie in many roots. */
export const SHARED_COLLECTIONS = [
  "designations",
  "applications",
  "recommendations",
  "consents",
  "bars",
] as const;
export type SharedCollection = (typeof SHARED_COLLECTIONS)[number];

/** A record with the place that it comes from: a root's own records are read from its history, never from the store. */
export interface RootRecord {
  collection: SharedCollection;
  key: string;
  record: FactRecord;
}

/** The records of one center in all shared collections; each case is read under the policy that it is pinned to. */
export function rootRecords(policies: PolicySet, center: CenterFacts): RootRecord[] {
  return recordsUnder(center, (kase) =>
    kase === undefined ? policyOfCenter(policies, center) : policyOfPin(policies, kase.pin),
  );
}

/** The same, where only one policy is at hand. */
export const ownRecords = (policy: Policy, center: CenterFacts, collection: string): FactRecord[] =>
  recordsUnder(center, () => policy)
    .filter((one) => one.collection === collection)
    .map((one) => one.record);

function recordsUnder(center: CenterFacts, policyOf: (kase?: CaseFacts) => Policy): RootRecord[] {
  const designation = designationOf(policyOf(), center);
  return [
    ...(designation === undefined ? [] : [designation]),
    ...center.cases.flatMap((kase) => recordsOfCase(policyOf(kase), center, kase)),
    ...barsOf(center),
  ];
}

/** A bar as others see it: whom it concerns, from which types, until when. One that has ended is told no more. */
const barsOf = (center: CenterFacts): RootRecord[] =>
  center.bars
    .filter((bar) => bar.ended === undefined)
    .map((bar) => ({
      collection: "bars",
      key: bar.bar,
      record: {
        root: center.id,
        host: bar.who === "host" ? bar.uscc : undefined,
        at: bar.uscc,
        person: bar.person,
        type: bar.from,
        on: bar.on,
        until: bar.until,
        name: bar.name,
        consequence: bar.consequence,
        effect: bar.effect,
      },
    }));

const textOf = (center: CenterFacts, ...refs: string[]): string | undefined => {
  const found = refs.map((ref) => center.values[ref]).find((value) => value !== undefined);
  return found === undefined ? undefined : typeof found === "object" ? found.name : String(found);
};

/** What center and candidate have in common, whatever is counted. */
function commonRecord(policy: Policy, center: CenterFacts): FactRecord {
  const host = leadOf(center);
  const links = openLinks(center);
  const joint = links.filter((link) => link.role === "joint").map((link) => link.uscc ?? link.name);
  const type = policy.types.find((one) => one.key === center.type);
  const parent = links.find((link) => link.role === "parent-center");
  const channel = links.find((link) => link.role === "channel");
  return {
    root: center.id,
    type: center.type,
    name: center.name,
    standing: center.standing,
    tier: type?.tier,
    field: textOf(center, "center.field", "application.field"),
    host: host.uscc,
    unit: host.name,
    hosts: [host.uscc, ...joint],
    ...(parent === undefined ? {} : { parent: parent.center ?? parent.name }),
    region: host.region,
    province: host.province,
    city: host.city,
    ownership: host.ownership,
    universities: host.university === undefined ? [] : [host.university],
    ...(channel === undefined ? {} : { channel: channel.name }),
    specialty: textOf(center, "application.specialty"),
    class: textOf(center, "center.class", "application.class"),
    layer: textOf(center, "center.layer"),
    director: textOf(center, "director.id", "center.director"),
    item: textOf(center, "center.item", "application.item"),
  };
}

/** The case with which a center began; in its year a center is counted. */
export const entryOf = (center: CenterFacts): CaseFacts | undefined =>
  center.cases.find((kase) => kase.purpose === "entry");

/** A designation carries the facts that its policy keeps about the center; what is not known is left out. */
const factsOf = (policy: Policy, center: CenterFacts): FactRecord =>
  Object.fromEntries(
    policy.facts
      .filter(({ about }) => about === "center")
      .flatMap(({ key }) => {
        const value = center.values[`center.${key}`];
        return value === undefined || typeof value === "object" ? [] : [[key, value]];
      }),
  );

/** A center is among the designations from the first standing after its application on, ended ones too. */
export const isDesignated = (standing: Standing | undefined): standing is Standing =>
  standing !== undefined && standing !== "applying" && standing !== "declined";

function designationOf(policy: Policy, center: CenterFacts): RootRecord | undefined {
  const { standing } = center;
  if (!isDesignated(standing)) return undefined;
  const entry = entryOf(center);
  const record: FactRecord = {
    ...factsOf(policy, center),
    ...commonRecord(policy, center),
    standing,
    on:
      center.dates["center.designated-on"] ?? center.spans.find((span) => span.standing !== "applying")?.from,
    year: entry?.year,
    call: entry?.year,
  };
  return { collection: "designations", key: "center", record };
}

function recordsOfCase(policy: Policy, center: CenterFacts, kase: CaseFacts): RootRecord[] {
  const procedure = findProcedure(policy, kase.procedure);
  if (procedure === undefined) return [];
  const common = commonRecord(policy, center);
  return [
    ...applicationOf(kase, common),
    ...kase.recommendations
      .filter((one, index, all) => one.recommends && isLast(one, index, all))
      .map(({ stage, at }) => ({
        collection: "recommendations" as const,
        key: `${kase.id}:${stage}`,
        record: { ...common, application: kase.id, year: kase.year, call: kase.year, on: dayOf(at) },
      })),
    ...consentsOf(procedure, center, kase).map((record) => ({
      collection: "consents" as const,
      key: `${kase.id}:${String(record["stage"])}`,
      record: { ...record, field: common["field"] },
    })),
  ];
}

/** Of several words at one stage the last one counts. */
const isLast = (one: { stage: string }, index: number, all: readonly { stage: string }[]): boolean =>
  all.findLastIndex((other) => other.stage === one.stage) === index;

/** Consents that hold, by the party that gave them. */
function consentsOf(procedure: Procedure, center: CenterFacts, kase: CaseFacts): FactRecord[] {
  return kase.consents
    .filter((one, index, all) => one.given && one.ended === undefined && isLast(one, index, all))
    .map(({ stage, who, on }) => {
      const actor = procedure.stages.find((one) => one.key === stage)?.by;
      const link = actor === undefined ? undefined : linkOf(actor, center);
      return {
        root: center.id,
        stage,
        by: link?.uscc ?? link?.name ?? who.unit,
        "by-tier": link?.tier,
        application: kase.id,
        on,
      };
    });
}

/** What was handed in and not taken back. */
function applicationOf(kase: CaseFacts, common: FactRecord): RootRecord[] {
  const handedIn = kase.submissions.find((submission) => submission.done);
  if (kase.purpose !== "entry" || handedIn === undefined || kase.state === "withdrawn") return [];
  const record = {
    ...common,
    application: kase.id,
    year: kase.year,
    call: kase.year,
    on: dayOf(handedIn.at),
  };
  return [{ collection: "applications", key: kase.id, record }];
}
