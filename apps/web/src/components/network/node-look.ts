// How a center of the network looks and is called, the same in every view.
import { zh } from "../../words/zh.ts";
import type { GlyphName } from "../Glyph.tsx";
import { standingLook, type Tone } from "../StandingTag.tsx";
import type { NetNode } from "./network-model.ts";

/** Its sign and colour: a mark goes before the standing. */
export function nodeLook({ look, standing }: Pick<NetNode, "look" | "standing">): {
  glyph: GlyphName;
  tone: Tone;
} {
  const [glyph, tone] = look === undefined ? standingLook(standing ?? "draft") : standingLook(look);
  return { glyph, tone };
}

/** The mark in one word and the rule behind it, else the standing. */
export function nodeSays({ look, marks, word, type }: NetNode): string {
  if (look === undefined) return `${word} · ${type}`;
  return `${zh.net[look]} · ${gravest({ look, marks })?.label ?? ""}`;
}

/** The mark that gives a center its look. */
export const gravest = ({
  look,
  marks,
}: Pick<NetNode, "look" | "marks">): NetNode["marks"][number] | undefined =>
  marks.find(({ kind }) => (kind === "waived") === (look === "waived"));

/** Everything about it in one line, for a reader who does not see where it stands. */
export const nodeName = (node: NetNode): string =>
  [node.name, node.host, node.city?.name, node.word, ...node.marks.map(({ words }) => words)]
    .filter((part) => part !== undefined && part !== "")
    .join("，");
