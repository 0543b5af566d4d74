// The network as a file: one line for each center that is shown, in the order of the list.
import { type Network, tierWord } from "../components/network/network-model.ts";
import { zh } from "../words/zh.ts";
import { csvOf } from "./register-file.ts";

export function networkCsv({ nodes, fields, byId }: Network): string {
  const { field, center, host, uscc, region, tierHead, kind, standing, since, termEnds, above, strained } =
    zh.net;
  const head = [
    field,
    center,
    host,
    uscc,
    region,
    tierHead,
    kind,
    standing,
    since,
    termEnds,
    above,
    strained,
  ];
  const lines = fields.flatMap((name) =>
    nodes
      .filter((node) => node.field === name)
      .map((node) => [
        node.field,
        node.name,
        node.host,
        node.uscc ?? "",
        node.city?.name ?? "",
        tierWord(node.tier),
        node.type,
        node.word,
        node.since ?? "",
        node.termEndsOn ?? "",
        node.parents.map((id) => byId.get(id)?.name ?? "").join("；"),
        node.marks.map(({ words }) => words).join("；"),
      ]),
  );
  return csvOf([head, ...lines]);
}
