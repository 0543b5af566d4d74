import { type Form, type FormField, Policy, type Scalar } from "@yichuang/policy";
import pack from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import type { Violation } from "../contract/verdict.ts";
import { gapsOf } from "../forms/gaps.ts";
import { worldWith } from "./world.ts";

// One field in a form of its own, and what is wrong with an answer to it.

const policy = Policy.parse(pack);

export const formOf = (...fields: FormField[]): Form => ({ key: "f", sections: [{ key: "s", fields }] });

type Asked = Partial<FormField> & Pick<FormField, "kind">;

interface Known {
  facts?: { [ref: string]: Scalar };
  settled?: { [path: string]: unknown };
}

/** The gaps of a form whose only field is `x`; an answer of `undefined` is none. */
export const gapsFor = (field: Asked, value: unknown, { facts = {}, settled }: Known = {}): Violation[] =>
  gapsOf(
    formOf({ key: "x", ...field }),
    { s: value === undefined ? {} : { x: value } },
    worldWith(policy, facts, settled),
  );

/** What is wrong with an answer, by the fault where it is one and else by the code. */
export const faultsFor = (...asked: Parameters<typeof gapsFor>): string[] =>
  gapsFor(...asked).map((gap) => (gap.code === "field-invalid" ? gap.params.fault : gap.code));
