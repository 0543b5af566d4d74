import document from "@yichuang/policy/packs/fuling/policy.json" with { type: "json" };
import { findProcedure, findStage, parsePolicy } from "@yichuang/policy";
import { composeDesignation, type DesignatedCenter } from "../designation/compose-designation.ts";
import type { OfficialDocument } from "../official/official-document.ts";

/** Characters that many typefaces and some programs lose: a district, a given name, an element, a surname. */
export const DIFFICULT = ["瀍", "䶮", "𬭸", "㛃"];

function read() {
  const policy = parsePolicy(document);
  if (Array.isArray(policy)) throw new Error(JSON.stringify(policy));
  const procedure = findProcedure(policy, "entry");
  const stage = procedure === undefined ? undefined : findStage(procedure, "publish");
  if (procedure === undefined || stage === undefined) throw new Error("the pack issues no document");
  return { policy, procedure, stage };
}

const term = { from: "2022-11-10", to: "2025-11-09" };

const centers = (count: number): DesignatedCenter[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `第${index + 1}${DIFFICULT[index % DIFFICULT.length]}河 <&> 科创中心`,
    host: `示例区第${index + 1}人民医院`,
    term,
  }));

interface Registered {
  title?: string;
  number?: string;
  on?: string;
}

/** What the pack's own words make of a number of centers. */
export const designation = (count: number, registered: Registered = {}): OfficialDocument =>
  composeDesignation({
    ...read(),
    document: { title: "示例区卫生健康委员会关于公布2022年度科创中心第一批建设单位的通知", ...registered },
    centers: centers(count),
  });

/** The same, registered. */
export const issued = (count: number): OfficialDocument =>
  designation(count, { number: "示卫发〔2022〕21号", on: "2022-11-10" });
