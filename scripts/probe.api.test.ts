// The probe of concurrency in small: nothing is wrong as it stands, and it is seen where a lock is taken out.
import { urlsByRole } from "@yichuang/db";
import { cloneDatabase } from "@yichuang/db/testing";
import { expect, inject, test } from "vitest";
import type { Break } from "./probe/breaks.ts";
import { probeConcurrency, type Report } from "./probe/concurrency.ts";

/** A busy machine takes its time; nothing here is measured. */
const PATIENCE = { timeout: 180_000 };

async function probe(seed: number, without?: Break): Promise<Report> {
  const database = await cloneDatabase(inject("postgresUrl"));
  try {
    return await probeConcurrency(
      { adminUrl: database.url(), ...urlsByRole(database.url) },
      { clients: 12, operations: 150, seed, ...(without === undefined ? {} : { without }) },
    );
  } finally {
    await database.drop();
  }
}

test("twelve clients at once break no rule, and nobody is refused without a reason", PATIENCE, async () => {
  const { sent, commits, snapshots, violations } = await probe(1);
  expect(violations).toEqual([]);
  expect(sent.length).toBeGreaterThanOrEqual(150);
  expect(commits).toBeGreaterThan(40);
  expect(snapshots).toBeGreaterThan(0);
  expect(sent.some(({ answer }) => answer.kind === "refused")).toBe(true);
});

test("without the lock of the seats somebody gets one too many", PATIENCE, async () => {
  const { violations } = await probe(2, "seats");
  expect(violations.join("\n")).toMatch(/more than 1 in .+/);
});

test("without the lock of the root a history is not what is stored", PATIENCE, async () => {
  const { violations } = await probe(3, "root");
  expect(violations.join("\n")).toContain("the cached facts");
});
