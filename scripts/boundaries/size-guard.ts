import { type Breach, type Guard, isTest } from "./source-file.ts";

const LIMIT = 400;
const TEST_LIMIT = 600;
const INDEX_LIMIT = 50;

/** A file that grows past its limit knows more than one thing. */
export const guardSize: Guard = (files) =>
  files.flatMap((file): Breach[] => {
    const limit = limitOf(file.path);
    const lines = file.text.trimEnd().split("\n").length;
    return lines > limit ? [{ path: file.path, said: `${lines} lines, ${limit} at most` }] : [];
  });

function limitOf(file: string): number {
  if (file.endsWith("/index.ts")) return INDEX_LIMIT;
  return isTest(file) ? TEST_LIMIT : LIMIT;
}
