import type { CenterFacts, ParentFacts } from "../contract/facts.ts";
import type { Link } from "../contract/links.ts";
import type { FactPlace } from "./fact-place.ts";
import type { EventOf, Reducers } from "./reducer.ts";
import { centerOnly } from "./reducer.ts";

/** Who comes into a center's network and who leaves it. Nothing is rewritten: an end is a date. */
export const NETWORK: Reducers<"linked" | "unlinked"> = {
  linked: (facts, event) => {
    const center = centerOnly(facts, event);
    const links = [...center.links, { ...event.body.link, from: event.body.on }];
    return withLead({ ...center, links }, event);
  },
  unlinked: (facts, event) => {
    const center = centerOnly(facts, event);
    return withLead({ ...center, links: center.links.map((link) => ended(link, event)) }, event);
  },
};

/** Who leads after a change of the network; where nobody was selected, the institution with which the center began. */
function withLead(center: CenterFacts, { body }: EventOf<"linked" | "unlinked">): CenterFacts {
  const holder = openLinks(center).find((link) => link.role === "lead")?.name ?? center.host.name;
  const before = center.offices.findLast((one) => one.office === "lead-host");
  if (before === undefined || before.holder === holder) return center;
  const named = {
    office: "lead-host" as const,
    holder,
    on: body.on,
    ...(body.case === undefined ? {} : { case: body.case }),
  };
  return { ...center, offices: [...center.offices, named] };
}

const ended = (link: Link, event: EventOf<"unlinked">): Link =>
  link.key === event.body.link && link.to === undefined ? { ...link, to: event.body.on } : link;

/** Links that hold: what has an end holds no longer, whatever day is read. */
export const openLinks = (center: CenterFacts): Link[] =>
  center.links.filter((link) => link.to === undefined);

/** The center above a root, as far as it was loaded. */
export function parentOf({
  root,
  parents = [],
}: Pick<FactPlace, "root" | "parents">): ParentFacts | undefined {
  if (root?.kind !== "center") return undefined;
  const link = openLinks(root).find((one) => one.role === "parent-center");
  return link === undefined ? undefined : parents.find((one) => one.id === link.center);
}
