// Whom a center may be linked to, and the centers under one.
import type { SpaceId, Uuid } from "@yichuang/domain";
import type { Standing } from "@yichuang/policy";
import { jsonStatement, type Statement } from "../access/statement.ts";

export interface ToName {
  centers: { id: Uuid; name: string; type: string; unit: string; standing: Standing }[];
  spaces: { space: SpaceId; name: string; kind: string; uscc?: string }[];
}
/** Centers of these types that stand, and every space that takes part in the tenant. */
export const listToName = (types: string[]): Statement<ToName> =>
  jsonStatement("select app.to_name(array(select jsonb_array_elements_text($1::jsonb)))::text", [
    JSON.stringify(types),
  ]);

export interface UnderCenter {
  id: Uuid;
  name: string;
  unit: string;
  standing: Standing | null;
  city: string | null;
  on: string | null;
}
export const listUnder = (center: Uuid): Statement<UnderCenter[]> =>
  jsonStatement("select app.under_center($1)::text", [center]);
