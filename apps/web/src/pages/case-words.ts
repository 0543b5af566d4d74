// Rules of a policy, and whom a filing is addressed to, in words.
import { type ActorRole, catalogueOf, nodeAt, type Policy } from "@yichuang/policy";

interface Addressee {
  role: ActorRole;
  body?: string;
}

export const addresseeKey = ({ role, body }: Addressee): string =>
  body === undefined ? role : `${role}/${body}`;

/** The tenant's own body where one is named, else the platform's word for the party. */
export const addresseeWord = (policy: Policy, { role, body }: Addressee): string =>
  policy.bodies.find(({ key }) => key === body)?.label?.zh ?? catalogueOf("zh").roles[role];

/** The tenant's word of a rule. */
export function ruleWord(policy: Policy, path: string): string {
  const node = nodeAt(policy, path);
  if (typeof node !== "object" || node === null || !("label" in node)) return path;
  const { label } = node;
  return typeof label === "object" && label !== null && "zh" in label ? String(label.zh) : path;
}
