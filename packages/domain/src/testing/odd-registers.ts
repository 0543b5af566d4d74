import type { Condition, Register } from "@yichuang/policy";
import { newLife, type Life } from "./life.ts";
import { ODD_POLICY } from "./odd-policy.ts";
import { HOLIDAYS } from "./odd-steps.ts";
import { AWARDS, VISITS } from "./registers.ts";

const PRICED: Condition = {
  kind: "compare",
  of: { kind: "fact", fact: "center.name" },
  is: "equal",
  than: "转化实验室",
};

/** A center's, of one type only; each thing is entered once. */
const DEVICES: Register = {
  key: "devices",
  label: { zh: "设备台账", en: "devices" },
  because: ["all"],
  bearer: "center",
  for: ["lab"],
  by: [{ role: "host" }],
  same: ["title"],
  fields: [
    { key: "title", kind: "text", required: true },
    // this laboratory says what its devices cost
    { key: "price", kind: "number", required: PRICED },
  ],
};

/** A life under a policy with a register on each kind of root, which rests on its one clause. */
export const registering = (): Life =>
  newLife({ ...ODD_POLICY, registers: [{ ...AWARDS, because: ["all"] }, VISITS, DEVICES] }, HOLIDAYS);
