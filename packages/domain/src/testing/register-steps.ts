import type { Register } from "@yichuang/policy";
import type { Action } from "../contract/actions.ts";
import { at, MANAGER, newLife, type Life } from "./life.ts";
import { ODD_POLICY } from "./odd-policy.ts";
import { HOLIDAYS } from "./odd-steps.ts";

// A life under a policy with a register on each kind of root, and its first entries.

const said = (zh: string, en: string) => ({ zh, en });

/** An institution's own: entered by it, counts once the authority has verified it, and is entered once. */
const AWARDS: Register = {
  key: "awards",
  label: said("奖项台账", "awards"),
  because: ["all"],
  bearer: "institution",
  of: "achievements",
  by: [{ role: "host" }],
  checked: { role: "authority" },
  same: ["number"],
  fields: [
    { key: "title", label: said("奖项", "award"), kind: "text", required: true },
    { key: "number", label: said("编号", "number"), kind: "text" },
    { key: "kind", label: said("类别", "kind"), kind: "text", fact: "it.kind" },
    { key: "phone", label: said("电话", "phone"), kind: "phone", personal: true },
  ],
};
/** The tenant's own, which everybody may read. */
const VISITS: Register = {
  key: "visits",
  bearer: "tenant",
  by: [{ role: "authority" }, { role: "authority" }],
  public: true,
  fields: [{ key: "title", kind: "text", required: true }],
};
/** A center's, of one type only. */
const DEVICES: Register = {
  key: "devices",
  label: said("设备台账", "devices"),
  because: ["all"],
  bearer: "center",
  for: ["lab"],
  by: [{ role: "host" }],
  same: ["title"],
  fields: [{ key: "title", label: said("设备", "device"), kind: "text", required: true }],
};

export const INSTITUTION = "institution-1";
export const ENTERED_ON = at("2026-03-20");

export const registering = (): Life =>
  newLife({ ...ODD_POLICY, registers: [AWARDS, VISITS, DEVICES] }, HOLIDAYS);

type Written = { [field: string]: unknown };

export const recording = (written: Written = {}): Action => ({
  kind: "record",
  root: INSTITUTION,
  register: "awards",
  answers: { title: "科技奖", number: "A-1", kind: "award", phone: "13800000000", ...written },
});

/** The hospital enters an award and gives the key of its entry. */
export function enter(life: Life, written: Written = {}): string {
  const [event] = life.must(MANAGER, ENTERED_ON, recording(written)).events;
  if (event?.kind !== "recorded") throw new Error("nothing was recorded");
  return event.body.entry;
}
