// One line of history: what happened, in words that need no code.
import { type DomainEventKind, showTotal } from "@yichuang/domain";
import { itemWord, type Policy, Standing, wordFor } from "@yichuang/policy";

/** What a history line says beside who and when. `label` is the interface's word of the kind. */
export interface EventLine {
  label: string;
  opinion?: string;
  detail?: string;
}

const LABELS: Record<DomainEventKind, string> = {
  opened: "新建",
  submitted: "提交",
  signed: "签署意见",
  withdrawn: "撤回",
  returned: "退回修改",
  checked: "形式审查通过",
  met: "列入集中研讨",
  "meeting-held": "召开研讨",
  "case-recommended": "推荐",
  consented: "第三方同意意见",
  "consent-ended": "撤回同意意见",
  publicized: "公示",
  "publicity-ended": "公示期满",
  objected: "提出异议",
  "objection-settled": "处理异议",
  filed: "报送备案",
  acknowledged: "备案回执",
  "run-started": "开始运行",
  "run-ended": "运行期满",
  changed: "变更事项",
  appealed: "申诉有了结论",
  assigned: "分配专家",
  recused: "回避",
  judged: "专家评估",
  scored: "专家评分",
  concluded: "汇总评审意见",
  proposed: "提出拟办意见",
  decided: "研究决定",
  issued: "印发公文",
  designated: "列入名录",
  "standing-changed": "状态变更",
  "term-started": "建设期开始",
  "term-ended": "建设期满",
  reported: "完成报告",
  ranked: "排定名次",
  graded: "评定等次",
  "grade-adjusted": "调低等次",
  placed: "确定类别",
  barred: "限制申报",
  "bar-ended": "限制申报期满",
  "name-suspended": "暂停使用名称",
  "name-restored": "恢复使用名称",
  "suspension-ended": "暂停使用名称期满",
  funded: "拨付经费",
  withheld: "暂缓拨付",
  reclaimed: "追回经费",
  finished: "事项办结",
  "applied-consequence": "按规定处理",
  inspected: "督查",
  found: "发现问题",
  cleared: "问题办结",
  recommended: "推荐上级",
  "dispatch-answered": "答复来件",
  urged: "催办",
  missed: "逾期未办",
  settled: "补定原文未定事项",
  extended: "批准延期",
  waived: "豁免",
  "waiver-ended": "豁免到期",
  "duty-judged": "认定职责完成情况",
  linked: "加入网络",
  unlinked: "退出网络",
  closed: "办结",
  recorded: "登记台账",
  amended: "更正台账",
  verified: "核实台账",
  struck: "注销台账",
  claimed: "申报台账条目",
};

const textOf = (body: object, field: string): string | undefined => {
  const value: unknown = Object.entries(body).find(([name]) => name === field)?.[1];
  return typeof value === "string" && value !== "" ? value : undefined;
};

export function viewEvent(kind: string, body: object, policy?: Policy): EventLine {
  const opinion =
    textOf(body, "opinion") ??
    textOf(body, "reason") ??
    textOf(body, "as") ??
    textOf(body, "how") ??
    textOf(body, "words");
  const detail =
    textOf(body, "text") ??
    answerIn(body) ??
    documentOf(body) ??
    partyOf(body) ??
    (policy === undefined ? undefined : named(policy, body)) ??
    textOf(body, "score") ??
    textOf(body, "total");
  return {
    label: LABELS[kind as DomainEventKind] ?? kind,
    ...(opinion === undefined ? {} : { opinion }),
    ...(detail === undefined ? {} : { detail }),
  };
}

/** Yes or no, in the word that fits what was asked; the last day of what lasts. */
const YES_NO: readonly { field: string; beside?: string; yes: string; no: string }[] = [
  { field: "recommends", yes: "推荐", no: "不推荐" },
  { field: "given", yes: "同意", no: "不同意" },
  { field: "upheld", beside: "against", yes: "申诉成立", no: "申诉不成立" },
  { field: "upheld", beside: "objection", yes: "异议成立", no: "异议不成立" },
  { field: "upheld", yes: "有异议成立", no: "没有异议成立" },
];

function answerIn(body: object): string | undefined {
  for (const { field, beside, yes, no } of YES_NO) {
    const value: unknown = Object.entries(body).find(([name]) => name === field)?.[1];
    if (typeof value === "boolean" && (beside === undefined || beside in body)) return value ? yes : no;
  }
  const endsOn = textOf(body, "endsOn");
  return endsOn === undefined || "on" in body ? undefined : `至 ${endsOn}`;
}

/** What a pack has a word for: the standing, the grade, the class, the consequence. */
const named = (policy: Policy, body: object): string | undefined =>
  standingOf(policy, body) ?? gradeOf(policy, body) ?? itemOf(policy, body) ?? consequenceOf(policy, body);

/** A standing-changed event names the tenant's own word. */
function standingOf(policy: Policy, body: object): string | undefined {
  const to = Standing.safeParse(textOf(body, "to"));
  return to.success ? wordFor(policy, `standing.${to.data}`).zh : undefined;
}

function gradeOf(policy: Policy, body: object): string | undefined {
  const grading = policy.gradings.find(({ key }) => key === textOf(body, "grading"));
  const list = policy.lists.find(({ key }) => key === grading?.list);
  const grade = list?.items.find(({ key }) => key === textOf(body, "grade"));
  const score = textOf(body, "score");
  return grade === undefined
    ? undefined
    : `${itemWord(grade).zh}${score === undefined ? "" : `（${showTotal(score)} 分）`}`;
}

/** The item of a list into which a case was put. */
function itemOf(policy: Policy, body: object): string | undefined {
  const list = policy.lists.find(({ key }) => key === textOf(body, "list"));
  const item = list?.items.find(({ key }) => key === textOf(body, "item"));
  return item === undefined ? undefined : itemWord(item).zh;
}

const consequenceOf = (policy: Policy, body: object): string | undefined =>
  policy.consequences.find(({ key }) => key === textOf(body, "consequence"))?.label?.zh;

function partyOf(body: object): string | undefined {
  return "link" in body && typeof body.link === "object" && body.link !== null
    ? textOf(body.link, "name")
    : undefined;
}

function documentOf(body: object): string | undefined {
  if (!("document" in body) || typeof body.document !== "object" || body.document === null) return undefined;
  const title = textOf(body.document, "title");
  return title === undefined ? undefined : `${title}（${textOf(body.document, "number") ?? ""}）`;
}
