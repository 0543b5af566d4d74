import { type ESTree, Visitor } from "vite";
import { parseProgram, readImports } from "./parse-module.ts";
import { type Breach, type Guard, isTest, lineAt, type SourceFile, workspaceOf } from "./source-file.ts";
import { WORKSPACE_MAP } from "./workspace-map.ts";

/** `window` is a word of the policy language; as a global it does not compile, for these have no DOM types. */
const PLATFORM = new Set(["process", "globalThis", "performance", "crypto", "fetch", "console", "Buffer"]);
const WAITING = new Set(["setTimeout", "setInterval", "setImmediate", "queueMicrotask"]);

/** Pure workspaces know no clock, no chance and no platform: the same input gives the same answer for ever. */
export const guardPurity: Guard = (files) =>
  files
    .filter((file) => WORKSPACE_MAP[workspaceOf(file.path) ?? ""]?.pure && file.path.includes("/src/"))
    .filter((file) => !isTest(file.path))
    .flatMap((file) => [...platformImports(file), ...impureCode(file)]);

const platformImports = (file: SourceFile): Breach[] =>
  readImports(file)
    .filter(({ specifier }) => specifier.startsWith("node:"))
    .map(({ line, specifier }) => ({ path: file.path, line, said: `${specifier} in a pure workspace` }));

function impureCode(file: SourceFile): Breach[] {
  const breaches: Breach[] = [];
  const add = (node: ESTree.Node, what: string): void => {
    breaches.push({
      path: file.path,
      line: lineAt(file.text, node.start),
      said: `${what} in a pure workspace`,
    });
  };
  new Visitor({
    NewExpression: (node) => {
      if (isNamed(node.callee, "Date") && node.arguments.length === 0) add(node, "new Date()");
    },
    CallExpression: (node) => {
      if (isNamed(node.callee, "Date")) add(node, "Date()");
      if (node.callee.type === "Identifier" && WAITING.has(node.callee.name)) add(node, node.callee.name);
      if (node.callee.type === "Identifier" && node.callee.name === "fetch") add(node, "fetch");
    },
    MemberExpression: (node) => {
      if (isNamed(node.object, "Date") && isNamed(node.property, "now")) add(node, "Date.now");
      if (isNamed(node.object, "Math") && isNamed(node.property, "random")) add(node, "Math.random");
      if (node.object.type === "Identifier" && PLATFORM.has(node.object.name)) add(node, node.object.name);
    },
  }).visit(parseProgram(file));
  return breaches;
}

const isNamed = (node: ESTree.Node, name: string): boolean =>
  node.type === "Identifier" && node.name === name;
