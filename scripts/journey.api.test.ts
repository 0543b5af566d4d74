// The journey over the API holds, and afterwards every stored row is what its history says.
import { cloneDatabase, type ClonedDatabase } from "@yichuang/db/testing";
import { verifyReplay } from "@yichuang/db";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { Client } from "pg";
import { playFuling } from "./journey/fuling.ts";
import { type JourneyWorld, openWorld } from "./journey/world.ts";

let database: ClonedDatabase;
let world: JourneyWorld;

beforeAll(async () => {
  database = await cloneDatabase(inject("postgresUrl"));
  world = await openWorld({
    adminUrl: database.url(),
    appUrl: database.url("yc_app"),
    workerUrl: database.url("yc_worker"),
  });
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

test("three centers live their whole life over the API", { timeout: 120_000 }, async () => {
  expect(await playFuling(world)).toBe(0);
});

test("a replay of every history finds the stored facts and rows", { timeout: 60_000 }, async () => {
  expect(await verifyReplay({ adminUrl: database.url() })).toEqual([]);
});

test("a row that was written by hand is found by the replay", { timeout: 60_000 }, async () => {
  const client = new Client({ connectionString: database.url() });
  await client.connect();
  try {
    await client.query("update app.center_state set standing = 'exited' where standing = 'revoked'");
    expect(await verifyReplay({ adminUrl: database.url() })).toEqual([
      expect.stringContaining("center_state"),
    ]);
  } finally {
    await client.end();
  }
});
