import { type ESTree, parseSync, Visitor } from "vite";
import { lineAt, type SourceFile } from "./source-file.ts";

/** One import, re-export or dynamic import of a module. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** `import type` and `export type` vanish; `import { type A }` leaves an import behind and counts as run time. */
  readonly typeOnly: boolean;
}

/** Parses a file; throws where it is no TypeScript. */
export function parseProgram(file: SourceFile): ESTree.Program {
  const { program, errors } = parseSync(file.path, file.text);
  const [first] = errors;
  if (first) throw new Error(`${file.path}: ${first.message}`);
  return program;
}

/** Every import of a file with a literal specifier. */
export function readImports(file: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ESTree.Node, source: ESTree.Node | null, typeOnly: boolean): void => {
    if (source?.type !== "Literal" || typeof source.value !== "string") return;
    found.push({ specifier: source.value, line: lineAt(file.text, node.start), typeOnly });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node, node.source, node.importKind === "type"),
    ExportNamedDeclaration: (node) => add(node, node.source, node.exportKind === "type"),
    ExportAllDeclaration: (node) => add(node, node.source, node.exportKind === "type"),
    ImportExpression: (node) => add(node, node.source, false),
    TSImportType: (node) => add(node, node.source, true),
  }).visit(parseProgram(file));
  return found;
}

/** `@scope/name/sub/path` and `name/sub/path` without the sub-path. */
export const packageName = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
