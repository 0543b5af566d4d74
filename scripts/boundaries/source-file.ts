import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A source file as the guards see it; `path` is relative to the repository, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One broken rule at one place. */
export interface Breach {
  readonly path: string;
  readonly line?: number;
  readonly said: string;
}

/** A guard looks at all source files and answers what is wrong; nothing where all is well. */
export type Guard = (files: readonly SourceFile[]) => Breach[];

const NOT_OURS = new Set(["node_modules", "dist", ".turbo", ".data", ".cache"]);

/** Every TypeScript and JavaScript file under these folders of the repository. */
export function readSources(root: string, folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) => readFolder(root, folder));
}

function readFolder(root: string, folder: string): SourceFile[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const relative = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : readFolder(root, relative);
    if (!/\.(tsx?|mjs)$/.test(entry.name)) return [];
    return [{ path: relative, text: readFileSync(path.join(root, relative), "utf8") }];
  });
}

/** The workspace that a path lies in, such as `domain`; undefined for scripts and root files. */
export const workspaceOf = (file: string): string | undefined =>
  /^(?:packages|apps)\/([^/]+)\//.exec(file)?.[1];

/** Tests and test kits may import what they like: the map is about what runs in production. */
export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || file.includes("/src/testing/");

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;
