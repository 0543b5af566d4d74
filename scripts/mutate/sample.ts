// A plugin of Stryker that lets a run take a sample: `YC_SAMPLE=10` breaks ten of a hundred top-level declarations. Which
// ones follows from file, name and seed alone, so that everybody who repeats the run breaks the same.
import { createHash } from "node:crypto";
import path from "node:path";

/** What is read of a node of the syntax tree. */
interface Node {
  readonly type: string;
  readonly id?: { readonly name?: string } | null;
  readonly declaration?: Node | null;
  readonly declarations?: readonly Node[];
}

interface NodePath {
  readonly node: Node;
  readonly parent: { readonly type: string } | null;
  readonly hub?: { readonly file: { readonly opts: { readonly filename: string } } };
}

const { YC_SAMPLE: percent = "100", YC_SAMPLE_SEED: seed = "" } = process.env;

const nameOf = ({ id, declaration, declarations }: Node): string =>
  id?.name ?? [declaration, declarations?.[0]].map((node) => (node ? nameOf(node) : "")).join("");

function shouldIgnore({ node, parent, hub }: NodePath): string | undefined {
  if (parent?.type !== "Program") return undefined;
  const file = path.relative(process.cwd(), hub?.file.opts.filename ?? "").replaceAll(path.sep, "/");
  const place =
    createHash("sha256")
      .update(`${seed}${file}#${nameOf(node)}`)
      .digest()
      .readUInt16BE() / 0x1_00_00;
  return place * 100 < Number(percent) ? undefined : "not in the sample";
}

export const strykerPlugins = [{ kind: "Ignore", name: "sample", value: { shouldIgnore } }];
