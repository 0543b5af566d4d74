import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A headless browser: the system's Chromium or Chrome where there is one, else the one from npm. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: systemChromium() ?? (await unpackedChromium()),
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0, // root has no sandbox
    args: ["--disable-gpu", "--font-render-hinting=none"],
  });
}

/** The path of an installed browser, or undefined. */
function systemChromium(searchPath = process.env["PATH"] ?? ""): string | undefined {
  const folders = searchPath.split(path.delimiter).filter((folder) => !folder.includes("node_modules"));
  return SYSTEM_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(existsSync);
}

/**
 * The npm package's browser, unpacked once per version. Its own unpacking writes to one fixed path in the shared
 * temporary folder and trusts whatever lies there, and its arguments switch web security off: neither is used.
 */
async function unpackedChromium(): Promise<string> {
  const packageDir = path.resolve(
    path.dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))),
    "..",
  );
  const manifest = JSON.parse(readFileSync(path.join(packageDir, "package.json"), "utf8")) as {
    version: string;
  };
  const folder = path.resolve(import.meta.dirname, "../../../.cache", `chromium-${manifest.version}`);
  const executable = path.join(folder, "chrome-headless-shell");
  if (existsSync(executable)) return executable;
  mkdirSync(folder, { recursive: true });
  const partial = `${executable}.${process.pid}`;
  await pipeline(
    createReadStream(path.join(packageDir, "bin/chromium.br")),
    createBrotliDecompress({ chunkSize: 1 << 21 }),
    createWriteStream(partial, { mode: 0o755 }),
  );
  renameSync(partial, executable);
  return executable;
}
