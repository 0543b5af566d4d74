import type { Policy } from "@yichuang/policy";
import { nodeAt } from "@yichuang/policy";
import type { PolicySet } from "../contract/decision.ts";
import type { CenterFacts } from "../contract/facts.ts";
import type { PublishedLink, PublishedSpan, PublishedWaiver } from "../contract/network.ts";
import type { NetworkCenterRow } from "../contract/rows.ts";
import { leadOf } from "../history/lead.ts";
import { policyOfCenter, policyOfPin } from "../history/pinned-policy.ts";
import { inOwnWords } from "../network/own-words.ts";
import { isDesignated } from "../network/root-records.ts";
import { partiesOf } from "./rows-of-network.ts";

/**
 * What the network may see of a center: one row from its first standing after the application on, ended ones too. An
 * application, a review, a person are never in it: types that designate people are not of the network.
 */
export function publishedRows(policies: PolicySet, center: CenterFacts): NetworkCenterRow[] {
  const { standing } = center;
  const policy = policyOfCenter(policies, center);
  const type = policy.types.find(({ key }) => key === center.type);
  if (!isDesignated(standing) || type?.subject === "person") return [];
  const { tier, field, ...words } = inOwnWords(policy, center);
  const host = leadOf(center);
  const spaces = new Set([center.host.party, host.party, ...partiesOf(center)]);
  const place = host.regionCode;
  return [
    {
      center_id: center.id,
      party_id: center.host.party,
      shown_to: [...spaces].toSorted((a, b) => a - b),
      name: center.name,
      host_name: host.name,
      uscc: host.uscc,
      type_key: center.type,
      tier,
      field: words.fieldLabel ?? "",
      place: place ?? "",
      standing,
      grade_key: center.grade ?? "",
      body: {
        ...words,
        ...(field === undefined ? {} : { field }),
        ...(place === undefined ? {} : { place }),
        spans: spansOf(center),
        links: linksOf(center),
        waivers: waiversOf(policies, center),
      },
    },
  ];
}

const spansOf = ({ spans }: CenterFacts): PublishedSpan[] =>
  spans
    .filter((span) => isDesignated(span.standing))
    .map(({ from, to, standing, grade }) => ({
      from,
      ...(to === undefined ? {} : { to }),
      standing,
      ...(grade === undefined ? {} : { grade }),
    }));

const linksOf = ({ links }: CenterFacts): PublishedLink[] =>
  links.map(({ role, name, center, tenant, space, from, to }) => ({
    role,
    name,
    ...(center === undefined ? {} : { center }),
    ...(tenant === undefined ? {} : { tenant }),
    ...(space === undefined ? {} : { space }),
    from,
    ...(to === undefined ? {} : { to }),
  }));

/** Waivers of rules that hold in principle, each with its reason: the register prints them. */
const waiversOf = (policies: PolicySet, { cases }: CenterFacts): PublishedWaiver[] =>
  cases.flatMap(({ pin, waivers }) =>
    waivers.map(({ path, reason, until }) => ({
      path,
      label: labelAt(policyOfPin(policies, pin), path),
      reason,
      ...(until === undefined ? {} : { until }),
    })),
  );

function labelAt(policy: Policy, path: string): string {
  const node = nodeAt(policy, path);
  const label = typeof node === "object" && node !== null && "label" in node ? node.label : undefined;
  return (label as { zh?: string } | undefined)?.zh ?? path;
}
