// Holds the source against docs/architecture.md and the house style. One line per breach, one count per guard.
import path from "node:path";
import { guardCycles } from "./boundaries/cycle-guard.ts";
import { guardImports } from "./boundaries/import-guard.ts";
import { guardFileNames, guardTenantNames } from "./boundaries/name-guard.ts";
import { guardPurity } from "./boundaries/purity-guard.ts";
import { guardSize } from "./boundaries/size-guard.ts";
import { type Guard, readSources } from "./boundaries/source-file.ts";

const GUARDS: Readonly<Record<string, Guard>> = {
  "imports follow the map": guardImports,
  "no import cycles": guardCycles,
  "policy and domain are pure": guardPurity,
  "files keep their size": guardSize,
  "files are named for what they know": guardFileNames,
  "running code names no tenant": guardTenantNames,
};

const files = readSources(path.resolve(import.meta.dirname, ".."), ["packages", "apps", "scripts"]);
for (const [name, guard] of Object.entries(GUARDS)) {
  const breaches = guard(files);
  console.log(`${name}: ${files.length} files, ${breaches.length} breaches`);
  for (const { path: file, line, said } of breaches) {
    console.error(`  ${file}${line === undefined ? "" : `:${line}`}  ${said}`);
  }
  if (breaches.length > 0) process.exitCode = 1;
}
