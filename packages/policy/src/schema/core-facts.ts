import type { Text } from "./text.ts";

/** What a fact holds; `meaning` and `standing` are the platform's closed words. */
export type FactKind =
  | "number"
  | "text"
  | "date"
  | "yes-no"
  | "item"
  | "standing"
  | "meaning"
  | "procedure"
  | "type";

export interface CoreFact {
  kind: FactKind;
  label: Text;
}

const fact = (kind: FactKind, zh: string, en: string): CoreFact => ({ kind, label: { zh, en } });

/** The facts that are always there, by reference. A tenant adds its own under `facts`. */
export const CORE_FACTS: { readonly [ref: string]: CoreFact } = {
  today: fact("date", "今天", "today"),
  "host.uscc": fact("text", "依托单位的统一社会信用代码", "the host's credit code"),
  "host.name": fact("text", "依托单位名称", "the host's name"),
  "host.legal-person": fact("yes-no", "依托单位具有法人资格", "the host is a legal person"),
  "host.kind": fact("text", "依托单位类别", "the host's kind"),
  "host.ownership": fact("text", "依托单位所有制", "the host's ownership"),
  "host.grade": fact("item", "依托单位等级", "the host's grade"),
  "host.region": fact("text", "依托单位所在区县", "the host's region"),
  "host.province": fact("text", "依托单位所在省", "the host's province"),
  "host.city": fact("text", "依托单位所在市", "the host's city"),
  "host.beds": fact("number", "依托单位床位数", "the host's beds"),
  "host.university": fact("text", "依托单位所属高校", "the host's university"),
  "host.role": fact("text", "单位在联合申报中的角色", "the host's role in a joint application"),
  "host.direct-channel": fact("yes-no", "依托单位可以直接申报", "the host may apply directly"),
  "director.id": fact("text", "中心主任", "the director"),
  "director.age": fact("number", "中心主任年龄", "the director's age"),
  "director.title": fact("text", "中心主任职称", "the director's title"),
  "director.posts": fact("number", "中心主任兼任的中心数", "centers that the director heads"),
  "center.standing": fact("standing", "中心状态", "the center's standing"),
  "center.type": fact("type", "中心类型", "the center's type"),
  "center.class": fact("item", "中心类别", "the center's class"),
  "center.field": fact("item", "中心领域", "the center's field"),
  "center.host": fact("text", "中心的依托单位", "the center's host"),
  "center.parent": fact("text", "上级中心", "the parent center"),
  "center.director": fact("text", "中心主任", "the center's director"),
  "center.name": fact("text", "中心名称", "the center's name"),
  "center.designated-on": fact("date", "公布之日", "the day of designation"),
  "center.term-started-on": fact("date", "建设周期起始日", "the first day of the term"),
  "center.term-ended-on": fact("date", "建设周期期满日", "the day on which the term ends"),
  "application.id": fact("text", "申报编号", "the application"),
  "application.name": fact("text", "申报的中心名称", "the name applied for"),
  "application.field": fact("item", "申报领域", "the field applied for"),
  "application.qualifier": fact("text", "申报领域限定", "the qualifier of the field"),
  "application.specialty": fact("text", "申报专科", "the specialty applied for"),
  "application.direction": fact("text", "研究方向", "the direction of research"),
  "application.host": fact("text", "申报单位", "the applicant"),
  "parent.standing": fact("standing", "上级中心状态", "the parent center's standing"),
  "parent.field": fact("item", "上级中心领域", "the parent center's field"),
  "parent.host": fact("text", "上级中心依托单位", "the parent center's host"),
  "parent.grade": fact("item", "上级中心等次", "the parent center's grade"),
  "case.year": fact("number", "本年度", "the year of the case"),
  "case.submitted-on": fact("date", "报送之日", "the day of submission"),
  "case.evaluated-on": fact("date", "评估之日", "the day of evaluation"),
  "case.took-part": fact("yes-no", "参加评估", "took part in the evaluation"),
  "case.absence-approved": fact("yes-no", "缺席已获同意", "the absence was approved"),
  "result.score": fact("number", "得分", "the score"),
  "result.rank": fact("number", "名次", "the rank"),
  "result.grade": fact("item", "等次", "the grade"),
  "result.means": fact("meaning", "等次的含义", "the meaning of the grade"),
  "field.label": fact("text", "领域名称", "the field's name"),
  "field.qualifier": fact("text", "领域限定", "the field's qualifier"),
  "field.means": fact("text", "对应的通用领域", "the common field"),
  "channel.name": fact("text", "推荐单位", "the recommending channel"),
  "channel.kind": fact("text", "推荐单位类别", "the channel's kind"),
  "channel.region": fact("text", "推荐单位所在地", "the channel's region"),
  "call.year": fact("number", "申报年度", "the call's year"),
  "call.closes": fact("date", "申报截止", "the call's closing day"),
  "tenant.region": fact("text", "所在地区", "the region"),
  "tenant.fields-count": fact("number", "领域总数", "the number of fields"),
};

/** The attributes of records (`it.…`), whatever their collection. */
export const RECORD_FACTS: { readonly [attribute: string]: CoreFact } = {
  id: fact("text", "编号", "identity"),
  type: fact("type", "类型", "type"),
  tier: fact("text", "层级", "tier"),
  field: fact("item", "领域", "field"),
  host: fact("text", "依托单位", "host"),
  hosts: fact("text", "依托单位", "hosts"),
  parent: fact("text", "上级中心", "parent center"),
  region: fact("text", "区县", "region"),
  province: fact("text", "省", "province"),
  city: fact("text", "市", "city"),
  class: fact("item", "类别", "class"),
  layer: fact("item", "层次", "layer"),
  standing: fact("standing", "状态", "standing"),
  director: fact("text", "主任", "director"),
  item: fact("text", "项目", "item"),
  on: fact("date", "日期", "day"),
  year: fact("number", "年度", "year"),
  call: fact("text", "申报年度", "call"),
  universities: fact("text", "高校", "universities"),
  channel: fact("text", "推荐单位", "channel"),
  specialty: fact("text", "专科", "specialty"),
  ownership: fact("text", "所有制", "ownership"),
  institution: fact("text", "单位", "institution"),
  role: fact("text", "角色", "role"),
  grade: fact("item", "等次", "grade"),
  person: fact("text", "人员", "person"),
  title: fact("text", "职称", "title"),
  age: fact("number", "年龄", "age"),
  kind: fact("text", "种类", "kind"),
  permanent: fact("yes-no", "在编", "permanent"),
  "months-employed": fact("number", "在岗月数", "months employed"),
  "months-per-year": fact("number", "每年在岗月数", "months per year"),
  team: fact("text", "团队", "team"),
  program: fact("text", "计划", "programme"),
  level: fact("text", "级别", "level"),
  money: fact("number", "经费", "money"),
  amount: fact("number", "数额", "amount"),
  index: fact("text", "收录", "index"),
  words: fact("number", "字数", "words"),
  text: fact("text", "内容", "text"),
  target: fact("text", "目标值", "target"),
  met: fact("yes-no", "已完成", "met"),
  owner: fact("text", "责任人", "owner"),
  due: fact("date", "期限", "due day"),
  by: fact("text", "出具方", "given by"),
  "by-tier": fact("text", "出具方层级", "tier of the giver"),
  application: fact("text", "申报", "application"),
  procedure: fact("procedure", "程序", "procedure"),
  score: fact("number", "得分", "score"),
  means: fact("meaning", "含义", "meaning"),
  accepted: fact("yes-no", "已受理", "accepted"),
  outcome: fact("text", "处理结果", "outcome"),
  payer: fact("text", "出资方", "payer"),
};
