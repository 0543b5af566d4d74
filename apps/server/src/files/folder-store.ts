// Attachments in a folder. Keys are UUIDs, so no name of a person's file ever reaches the disk.
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FileStore } from "@yichuang/api";

const KEY = /^[0-9a-f-]{36}$/;

const MAX_BYTES = 20 * 1_048_576;

export class TooLargeError extends Error {
  constructor() {
    super(`a file is at most ${MAX_BYTES / 1_048_576} MB`);
    this.name = "TooLargeError";
  }
}

export function folderStore(folder: string): FileStore & { pathOf: (key: string) => string } {
  mkdirSync(folder, { recursive: true });
  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error("a file's key is a UUID");
    return path.join(folder, key);
  };
  return {
    pathOf,
    put: async (key, content) => {
      const part = `${pathOf(key)}.part`;
      const hash = createHash("sha256");
      let bytes = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length;
          hash.update(chunk);
          done(bytes > MAX_BYTES ? new TooLargeError() : null, chunk);
        },
      });
      try {
        await pipeline(Readable.from(content), measure, createWriteStream(part, { flags: "wx" }));
        await rename(part, pathOf(key));
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      return { key, bytes, sha256: hash.digest("hex") };
    },
    read: (key) => createReadStream(pathOf(key)) as AsyncIterable<Uint8Array>,
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}
