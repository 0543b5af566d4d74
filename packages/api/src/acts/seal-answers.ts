import { type Scope, sealIdentity } from "@yichuang/db";
import { isIdentityNumber } from "@yichuang/domain";

type EntryAnswers = { [field: string]: unknown };

/**
 * An identity number goes no further than this: whatever field it was written into, only its keyed fingerprint is
 * decided about, stored and hashed. In a field that is meant for something else it is then refused as unreadable.
 */
export async function sealAnswers(scope: Scope, answers: EntryAnswers): Promise<EntryAnswers> {
  const sealed = await Promise.all(
    Object.entries(answers).map(async ([field, value]) => {
      if (typeof value !== "string" || !isIdentityNumber(value)) return [field, value] as const;
      const { fingerprint } = await scope.read({ fingerprint: sealIdentity(value.trim().toUpperCase()) });
      return [field, { fingerprint }] as const;
    }),
  );
  return Object.fromEntries(sealed);
}
