import type { Policy } from "@yichuang/policy";

const isNode = (value: unknown): value is { [name: string]: unknown } =>
  typeof value === "object" && value !== null;

const childOf = (node: unknown, step: string): unknown => {
  if (Array.isArray(node))
    return node.find((one) => isNode(one) && one["key"] === step) ?? node[Number(step)];
  return isNode(node) ? node[step] : undefined;
};

const labelOf = (node: unknown): string | undefined => {
  const label = isNode(node) ? node["label"] : undefined;
  const zh = isNode(label) ? label["zh"] : undefined;
  return typeof zh === "string" ? zh : undefined;
};

/** The labels on the way to a place of the policy: `types/network/roles/member/least` is 协同创新网络 · 成员单位. */
export function placeInPolicy(policy: Policy, path: string): string {
  const labels: string[] = [];
  let node: unknown = policy;
  for (const step of path.split("/")) {
    node = childOf(node, step);
    const label = labelOf(node);
    if (label !== undefined && label !== labels.at(-1)) labels.push(label);
  }
  return labels.join(" · ");
}
