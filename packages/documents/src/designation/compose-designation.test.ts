import { expect, test } from "vitest";
import { designation, issued } from "../testing/example-documents.ts";
import { isDraft, sayNumber } from "../official/words.ts";

test("a designation is composed from the policy's bodies, stages and words", () => {
  const document = issued(3);
  expect(document.issuers).toEqual(["重庆市涪陵区卫生健康委员会"]);
  expect(document.addressees).toEqual(["委所属区级单位"]);
  expect(document.number === undefined ? "" : sayNumber(document.number)).toBe("示卫发〔2022〕21号");
  expect(document.body.map(({ text }) => text)).toEqual([
    "根据《涪陵区医学科技创新中心建设项目实施方案》，经收集信息、集中研讨、专家评估、研究决定，确定示例区第1人民医院“第1瀍河 <&> 科创中心”等3个科创中心为建设单位，现予公布（名单见附件）。",
    "建设周期自2022年11月10日起至2025年11月9日止。",
    "特此通知。",
  ]);
  expect(document.attachments).toEqual(["科创中心建设单位名单"]);
  expect(document.annexes[0]?.columns.map(({ label }) => label)).toEqual([
    "序号",
    "科创中心名称",
    "依托单位",
    "建设周期至",
  ]);
  expect(document.annexes[0]?.rows).toHaveLength(3);
  expect(isDraft(document)).toBe(false);
});

test("one center alone is not called several", () => {
  expect(issued(1).body[0]?.text).toContain(
    "确定示例区第1人民医院“第1瀍河 <&> 科创中心”为建设单位，现予公布。",
  );
});

test("a number that is not written as the standard has it leaves a draft", () => {
  expect(isDraft(designation(2))).toBe(true);
  expect(isDraft(designation(2, { number: "示卫发[2022]021号" }))).toBe(true);
});
