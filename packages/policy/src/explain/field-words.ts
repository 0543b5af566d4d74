import type { Text } from "../schema/text.ts";
import type { Lang } from "../wording/lang.ts";

/** The words of a document's fields, for people who compare versions. What is not here is passed over on the way. */
const FIELD_WORDS: { readonly [field: string]: Text } = {
  version: { zh: "版次", en: "version" },
  title: { zh: "标题", en: "title" },
  inForce: { zh: "施行", en: "in force" },
  bodies: { zh: "发布单位", en: "bodies" },
  documents: { zh: "文件", en: "documents" },
  clauses: { zh: "条款", en: "clauses" },
  words: { zh: "用语", en: "words" },
  label: { zh: "名称", en: "name" },
  because: { zh: "依据", en: "sources" },
  force: { zh: "约束力", en: "force" },
  waiver: { zh: "豁免", en: "waiver" },
  lock: { zh: "锁定", en: "lock" },
  weight: { zh: "权重", en: "weight" },
  total: { zh: "总分", en: "total" },
  most: { zh: "上限", en: "at most" },
  least: { zh: "下限", en: "at least" },
  than: { zh: "界线", en: "line" },
  when: { zh: "条件", en: "condition" },
  window: { zh: "时间", en: "window" },
  from: { zh: "开始", en: "from" },
  to: { zh: "截止", en: "to" },
  late: { zh: "逾期", en: "late" },
  requires: { zh: "须符合", en: "requires" },
  after: { zh: "在此之后", en: "after" },
  lasts: { zh: "为期", en: "lasts" },
  within: { zh: "期限", en: "within" },
  required: { zh: "必填", en: "required" },
  test: { zh: "要求", en: "requirement" },
  term: { zh: "周期", en: "term" },
  panel: { zh: "专家组", en: "panel" },
  size: { zh: "人数", en: "size" },
  gives: { zh: "状态变为", en: "gives" },
  by: { zh: "由谁办理", en: "done by" },
  amount: { zh: "金额", en: "amount" },
};

export const fieldWord = (field: string, lang: Lang): string | undefined =>
  Object.hasOwn(FIELD_WORDS, field) ? FIELD_WORDS[field]?.[lang] : undefined;
