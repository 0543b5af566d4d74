import type { Region } from "@yichuang/domain";
import { zh } from "../../words/zh.ts";
import { Matrix, type MatrixCell } from "../Matrix.tsx";
import type { Coverage } from "./coverage.ts";
import { type NetNode, tierRank, tierSign } from "./network-model.ts";
import { nodeLook } from "./node-look.ts";

export interface CoverageMatrixProps {
  coverage: Coverage;
  /** the tier of the reader's own authority: its own centers are told apart from those below */
  tier: string;
  onOpen: (field: string, region: string) => void;
}

/** Fields against places: how many centers, where the reader's own ones sit, which rules are strained, what is empty. */
export function CoverageMatrix({ coverage, tier, onOpen }: CoverageMatrixProps) {
  const { fields, columns, at, covered } = coverage;
  return (
    <Matrix
      dense
      label={zh.net.coverage}
      corner={zh.net.field}
      columns={columns.map((place) => ({ key: place.code, label: shortName(place), name: place.name }))}
      rows={fields.map((field) => ({
        key: field,
        name: field,
        cells: Object.fromEntries(columns.map(({ code }) => [code, cellOf(at(field, code), tier)])),
        end: (
          <span className={covered(field) === 0 ? "tint-cinnabar" : undefined}>
            {covered(field)}/{columns.length}
          </span>
        ),
      }))}
      end={zh.net.coveredHead}
      onOpen={onOpen}
    />
  );
}

/** Short enough for the head of a column: the kind of division is clear from the table. */
export const shortName = ({ name, kind }: Pick<Region, "name" | "kind">): string =>
  kind === "division" && name.length > 2
    ? name.replace(/(土家族苗族自治|自治|经济技术开发|地)?[市区县州]$/, "")
    : name;

function cellOf(nodes: NetNode[], tier: string): MatrixCell {
  if (nodes.length === 0) return { state: "empty", label: "", said: zh.net.empty };
  const said = nodes
    .map(({ host, word, marks }) => [host, word, ...marks.map(({ label }) => label)].join(" "))
    .join("；");
  const count = String(nodes.length);
  if (nodes.some(({ look }) => look === "violation")) return { state: "strained", label: count, said };
  if (nodes.some(({ look }) => look === "waived")) return { state: "waived", label: count, said };
  if (nodes.every((node) => nodeLook(node).glyph === "half-disc"))
    return { state: "begun", label: nodes.length === 1 ? "" : count, said };
  const own = nodes.find((node) => tierRank(node.tier) <= tierRank(tier));
  if (own === undefined) return { state: "covered", label: count, said };
  return { state: "seat", label: `${tierSign(own.tier)}${nodes.length === 1 ? "" : ` ${count}`}`, said };
}
