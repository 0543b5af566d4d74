import path from "node:path";
import { type Import, packageName, readImports } from "./parse-module.ts";
import { type Breach, type Guard, isTest, type SourceFile, workspaceOf } from "./source-file.ts";
import { WORKSPACE_MAP, type WorkspaceRule } from "./workspace-map.ts";

const SCOPE = "@yichuang/";

/** Each workspace's running code imports only what the map lets it. */
export const guardImports: Guard = (files) =>
  files.filter((file) => file.path.includes("/src/") && !isTest(file.path)).flatMap(checkFile);

function checkFile(file: SourceFile): Breach[] {
  const workspace = workspaceOf(file.path) ?? "";
  const rule = WORKSPACE_MAP[workspace];
  if (!rule) return [{ path: file.path, said: `the workspace ${workspace} is not on the map` }];
  return readImports(file).flatMap((each) => {
    const said = refusal(file, each, rule);
    return said === undefined ? [] : [{ path: file.path, line: each.line, said }];
  });
}

function refusal(file: SourceFile, { specifier, typeOnly }: Import, rule: WorkspaceRule): string | undefined {
  const workspace = workspaceOf(file.path);
  if (specifier.startsWith(".")) {
    const target = path.posix.join(path.posix.dirname(file.path), specifier);
    // journeys play what scripts/journey tells, in a real browser
    if (workspace === "e2e" && target.startsWith("scripts/")) return undefined;
    return workspaceOf(target) === workspace ? undefined : `${specifier} leaves the workspace`;
  }
  if (specifier.startsWith(SCOPE)) return refusalOfOurs(packageName(specifier), typeOnly, rule);
  const library = packageName(specifier);
  if (rule.never?.includes(library)) return `${library} belongs to another layer`;
  if (rule.onlyLibraries && !rule.onlyLibraries.includes(library))
    return `${library} is not among its libraries`;
  return undefined;
}

function refusalOfOurs(name: string, typeOnly: boolean, rule: WorkspaceRule): string | undefined {
  const workspace = name.slice(SCOPE.length);
  if (rule.ours.includes(workspace)) return undefined;
  if (!rule.typesOf?.includes(workspace)) return `${name} is not a layer that it may import`;
  return typeOnly ? undefined : `${name} may be named in \`import type\` only`;
}
