// Each journey over the API holds, and afterwards every stored row is what its history says.
import { verifyReplay } from "@yichuang/db";
import { expect, inject, test } from "vitest";
import { Client } from "pg";
import { JOURNEYS } from "./journey/journeys.ts";
import { openTestWorld } from "./journey/test-world.ts";

/** Plays a journey on a database of its own; `then` looks at what it left there. */
async function plays(route: string, then: (adminUrl: string) => Promise<void>): Promise<void> {
  const world = await openTestWorld(inject("postgresUrl"));
  try {
    expect(await JOURNEYS[route]?.(world)).toBe(0);
    await then(world.adminUrl);
  } finally {
    await world.close();
  }
}

async function replaysClean(adminUrl: string): Promise<void> {
  expect(await verifyReplay({ adminUrl })).toEqual([]);
}

/** A row that was written by hand is found by the replay. */
async function findsAHand(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("update app.center_state set standing = 'revoked' where standing = 'exited'");
    expect(await verifyReplay({ adminUrl })).toEqual([expect.stringContaining("center_state")]);
  } finally {
    await client.end();
  }
}

test.each(Object.keys(JOURNEYS))(
  "the life of %s holds over the API, and its replay finds the stored facts and rows",
  { timeout: 120_000 },
  async (route) => plays(route, replaysClean),
);

test("a row that was written by hand is found by the replay", { timeout: 120_000 }, async () =>
  plays("luoyang", findsAHand),
);
