import { type Breach, type Guard, isTest, type SourceFile, workspaceOf } from "./source-file.ts";
import { EMPTY_NAMES, TENANT_NAMES } from "./workspace-map.ts";

const KEBAB = /^\$?[a-z0-9]+(-[a-z0-9]+)*$/;
const PASCAL = /^[A-Z][A-Za-z0-9]*$/;

/** Files are kebab-case, React components PascalCase, and none is named for being of use to several. */
export const guardFileNames: Guard = (files) => files.flatMap(({ path }) => checkPath(path));

function checkPath(file: string): Breach[] {
  const parts = file.split("/");
  const names = parts.map((part) => part.split(".")[0] ?? "");
  const stem = names.at(-1) ?? "";
  const empty = names.find((name) => EMPTY_NAMES.includes(name));
  const isComponent = file.endsWith(".tsx");
  const wellFormed = KEBAB.test(stem) || (isComponent && PASCAL.test(stem));
  return [
    ...(empty === undefined ? [] : [{ path: file, said: `${empty} says nothing about what is inside` }]),
    ...(wellFormed ? [] : [{ path: file, said: `${stem} is neither kebab-case nor a component's name` }]),
  ];
}

/** Running code names no tenant: what differs between tenants is in their policies. */
export const guardTenantNames: Guard = (files) =>
  files
    .filter(
      ({ path }) => path.includes("/src/") && !isTest(path) && KNOWS_NO_TENANT.has(workspaceOf(path) ?? ""),
    )
    .flatMap(namedTenants);

const KNOWS_NO_TENANT = new Set(["policy", "domain", "db", "auth", "documents", "api", "server", "web"]);

const namedTenants = (file: SourceFile): Breach[] =>
  file.text.split("\n").flatMap((text, index) => {
    const name = TENANT_NAMES.find((each) => text.toLowerCase().includes(each));
    return name === undefined ? [] : [{ path: file.path, line: index + 1, said: `names the tenant ${name}` }];
  });
