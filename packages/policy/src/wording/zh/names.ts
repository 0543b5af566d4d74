import type { ActorRole, HatRole } from "../../schema/actor.ts";
import type { Collection } from "../../schema/collection.ts";
import type { Duty } from "../../schema/duties.ts";
import type { Stage } from "../../schema/stages.ts";
import type { CaseState, Mark } from "../../schema/states.ts";
import type { Force } from "../../schema/text.ts";
import type { Catalogue } from "../catalogue.ts";

export const ROLES: Record<ActorRole, string> = {
  authority: "主管部门",
  experts: "专家",
  "third-party": "第三方机构",
  host: "依托单位",
  joint: "联合组建单位",
  director: "中心主任",
  contact: "中心联系人",
  channel: "推荐单位",
  "parent-center": "上级中心",
  "parent-authority": "上级中心的主管部门",
  "upper-authority": "上级主管部门",
  "local-authority": "所在地主管部门",
  partner: "合作单位",
  inspector: "督查员",
  public: "公众",
  platform: "平台",
};
export const HATS: Record<HatRole, string> = {
  "platform-admin": "平台管理员",
  "tenant-admin": "租户管理员",
  officer: "经办人",
  leader: "分管领导",
  inspector: "督查员",
  expert: "评审专家",
  "institution-manager": "依托单位管理员",
  "center-director": "中心主任",
  contact: "中心联系人",
};
export const BEARERS: Record<Duty["bearer"], string> = {
  tenant: "全域",
  institution: "各单位",
  center: "各中心",
  host: "依托单位",
  joint: "联合组建单位",
};
export const TERRITORIES = {
  district: "全区",
  municipal: "全市",
  provincial: "全省",
  national: "全国",
} as const;
export const FORCES: Record<Force, string> = {
  mandatory: "须",
  "in-principle": "原则上",
  preference: "优先",
  aspiration: "力争",
};
export const DOES: Record<Stage["does"], string> = {
  submit: "报送",
  recommend: "推荐",
  check: "形式审查",
  review: "评审",
  meet: "会议",
  consent: "同意",
  decide: "决定",
  publicize: "公示",
  issue: "印发",
  file: "备案",
  run: "运行",
};
export const WAYS: Catalogue["ways"] = {
  mean: "取平均分",
  "trimmed-mean": "去掉最高分和最低分后取平均",
  median: "取中位数",
  sum: "各项相加",
  all: "一致同意",
  "two-thirds": "三分之二以上同意",
  majority: "过半数同意",
  any: "一人同意即可",
};
export const LATENESS = { refused: "不受理", accepted: "受理" } as const;
export const DOCUMENTS: Catalogue["documents"] = {
  list: "名单",
  letter: "批复",
  contract: "任务书或合同",
  plaque: "牌匾",
  certificate: "证书",
  call: "申报通知",
};
export const EVERY: Catalogue["every"] = {
  call: "每次申报通知一次",
  year: "每年一次",
  once: "只一次",
  request: "可以多次",
  cycle: "每轮一次",
};
export const COLLECTIONS: Record<Collection, string> = {
  designations: "认定",
  applications: "申报",
  recommendations: "推荐",
  members: "成员单位",
  people: "人员",
  achievements: "成果",
  goals: "建设目标",
  consents: "同意书",
  evaluations: "评估",
  reports: "报告",
  bars: "限制申报",
  findings: "督查发现的问题",
  funds: "经费",
  activities: "活动",
  assets: "资产",
  changes: "变更",
};
export const CASE_STATES: Record<CaseState, string> = {
  draft: "草稿",
  submitted: "已报送",
  returned: "退回修改",
  "in-review": "评审中",
  "in-publicity": "公示中",
  decided: "已决定",
  closed: "已办结",
  withdrawn: "已撤回",
};
export const MARKS: Record<Mark, string> = {
  "name-suspended": "停用名称",
  barred: "限制申报",
  overdue: "逾期",
  violation: "违规",
  waived: "豁免",
  extended: "缓报",
  "claimed-twice": "重复申报",
  open: "原文未定",
};
