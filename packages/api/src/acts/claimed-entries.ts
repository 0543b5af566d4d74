import type { Uuid } from "@yichuang/domain";
import { RecordClaim } from "@yichuang/policy";
import { z } from "zod";

const Claimed = z.array(RecordClaim);
const MOST = 1_000;

/** The entries of registers that any answer of a dossier claims, whatever its form is. */
export function claimedEntries(answers: { [section: string]: unknown }): Uuid[] {
  const values = Object.values(answers).flatMap((section): unknown[] =>
    typeof section === "object" && section !== null ? Object.values(section) : [],
  );
  const entries = values.flatMap((value) => Claimed.safeParse(value).data?.map(({ entry }) => entry) ?? []);
  return [...new Set(entries)].filter((entry) => z.uuid().safeParse(entry).success).slice(0, MOST);
}
