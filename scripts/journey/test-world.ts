// A world for tests: the real server on a database of its own, which is dropped when the world closes.
import { urlsByRole } from "@yichuang/db";
import { cloneDatabase } from "@yichuang/db/testing";
import { type JourneyWorld, openWorld } from "./world.ts";

export interface TestWorld extends JourneyWorld {
  /** a connection string of who may read and write everything */
  adminUrl: string;
}

/** Opens a world on a new database of a server; with `webDir` it serves the built web as well. */
export async function openTestWorld(postgresUrl: string, webDir?: string): Promise<TestWorld> {
  const database = await cloneDatabase(postgresUrl);
  const adminUrl = database.url();
  const urls = { adminUrl, ...urlsByRole(database.url) };
  try {
    const world = await openWorld(urls, webDir);
    const close = async (): Promise<void> => {
      await world.close();
      await database.drop();
    };
    return { ...world, adminUrl, close };
  } catch (error) {
    await database.drop();
    throw error;
  }
}
