import type { HostFacts } from "../contract/events.ts";
import type { CenterFacts, InstitutionFacts } from "../contract/facts.ts";
import { openLinks } from "./network-events.ts";

/**
 * The institution that leads a center today: the one that was selected, else the one with which it began. Files and
 * history stay with the first one; what is to be done, and what is asked about the host, is the leading one's.
 */
export function leadOf(root: CenterFacts | InstitutionFacts): HostFacts {
  if (root.kind !== "center") return root.host;
  return openLinks(root).find((link) => link.role === "lead" && link.host !== undefined)?.host ?? root.host;
}
