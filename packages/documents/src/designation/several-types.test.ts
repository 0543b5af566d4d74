import document from "@yichuang/policy/packs/chongqing/policy.json" with { type: "json" };
import { findProcedure, findStage, parsePolicy } from "@yichuang/policy";
import { expect, test } from "vitest";
import { composeDesignation, type DesignatedCenter } from "./compose-designation.ts";

function compose(centers: DesignatedCenter[]) {
  const policy = parsePolicy(document);
  if (Array.isArray(policy)) throw new Error(JSON.stringify(policy));
  const procedure = findProcedure(policy, "named");
  const stage = procedure === undefined ? undefined : findStage(procedure, "publish");
  if (procedure === undefined || stage === undefined) throw new Error("the pack issues no document");
  return composeDesignation({ policy, procedure, stage, document: { title: "示例通知" }, centers });
}

const ward = { name: "示例病房", host: "示例医院", type: "research-ward" };
const technique = { name: "示例技术", host: "示例医院", type: "technique" };

test("what is of several types is called by none of them, and the annex has each one's own label", () => {
  const { body, attachments, annexes } = compose([ward, technique]);
  expect(body[0]?.text).toContain("等2项为");
  expect(attachments).toEqual(["已认定名单"]);
  expect(annexes[0]?.columns.map(({ label }) => label)).toEqual(["序号", "名称", "类型", "医疗卫生机构"]);
  expect(annexes[0]?.rows.map((row) => row[2])).toEqual(["研究型病房", "适宜技术"]);
});

test("what is of one type is called by its label, and a type without a term has no column for it", () => {
  const { body, annexes } = compose([ward, { ...ward, name: "另一病房" }]);
  expect(body[0]?.text).toContain("等2个研究型病房为");
  expect(annexes[0]?.columns.map(({ label }) => label)).toEqual(["序号", "研究型病房名称", "医疗卫生机构"]);
});
