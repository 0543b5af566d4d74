import type { OpenTerms } from "@yichuang/policy";
import type { OpenRef } from "../contract/verdict.ts";

/** An open value as decisions name it: where it stands, what it asks and who settles it. */
export const openRefOf = (terms: OpenTerms, path: string): OpenRef => ({
  path,
  asks: terms.asks,
  per: terms.per,
  by: terms.by?.role ?? "authority",
  ...(terms.least === undefined ? {} : { least: terms.least }),
  ...(terms.most === undefined ? {} : { most: terms.most }),
  ...(terms.choices === undefined
    ? {}
    : { choices: terms.choices.map(({ key, label }) => ({ key, label })) }),
});
