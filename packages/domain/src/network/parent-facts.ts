import type { CenterFacts, ParentFacts } from "../contract/facts.ts";
import { leadOf } from "../history/lead.ts";

/** What those under a center may see of it. */
export function parentFacts(center: CenterFacts): ParentFacts {
  const field = center.values["center.field"] ?? center.values["application.field"];
  return {
    id: center.id,
    type: center.type,
    name: center.name,
    host: leadOf(center),
    settlements: center.settlements,
    ...(center.standing === undefined ? {} : { standing: center.standing }),
    ...(typeof field === "string" ? { field } : {}),
    ...(center.grade === undefined ? {} : { grade: center.grade }),
  };
}
