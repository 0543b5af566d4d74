import type { Catalogue } from "../catalogue.ts";
import { sayDay, sayClosing, sayInstant } from "../calendar.ts";
import type { AdministrationFault, FieldFault } from "../violations.ts";
import { CASE_STATES, HATS, ROLES } from "./names.ts";

const on = (day: string | undefined): string => (day === undefined ? "" : sayDay("zh", day));
const at = (instant: string): string => sayInstant("zh", instant);
const until = (instant: string): string => sayClosing("zh", instant);
const listed = (parts: readonly { zh: string }[]): string => parts.map((part) => part.zh).join("、");

const FIELD_FAULTS: Record<FieldFault, (field: string) => string> = {
  "uscc-shape": (field) => `${field}应为 18 位数字或大写字母，请对照证照`,
  "uscc-check-digit": (field) => `${field}第 18 位校验不符，请对照证照`,
  email: (field) => `${field}不像电子邮件地址，请写成 name@example.cn`,
  phone: (field) => `${field}不像电话号码，请只写数字，可带区号和连字符`,
  identity: (field) => `${field}应为 18 位身份证件号，请对照证件`,
  share: (field) => `${field}应在 0 到 1 之间，合计不超过 1`,
  "not-in-register": (field) => `${field}里有台账中没有的一条，请重新选取`,
  date: (field) => `${field}不是日历上的一天，请重新选择日期`,
  number: (field) => `${field}应为数字，最多四位小数`,
  choice: (field) => `${field}不在可选的项里，请重新选择`,
  "too-small": (field) => `${field}太少，请补足`,
  "unknown-field": (field) => `表里没有“${field}”这一项，请刷新后再填`,
  "not-marked": (field) => `${field}没有标出要修改，这次不能改`,
  shape: (field) => `${field}的内容读不出来，请重新填写`,
};
const UNITS = { characters: "字", files: "个文件", megabytes: "MB", rows: "行" } as const;

const ADMINISTRATION: Record<AdministrationFault, string> = {
  "not-a-draft": "这一版不是草稿，不能再改。请导入新的一版",
  "no-day": "还没有写从哪一天起施行，请选择日期",
  "nobody-asked": "还没有人提请发布，请租户管理员先提请",
  "second-person": "提请发布的人不能自己确认，请分管领导换一个人确认",
  "version-taken": "这一版或更高的版本已经发布过，请把 version 加一之后再导入",
  "too-early": "施行日期不能早于今天，也不能早于上一版的施行日期，请换一个日期",
  "in-force": "这一版正在施行，先发布接替它的一版，才能停用",
  "not-adopted": "通知所依据的这一版没有发布，请对照已发布的版本改正",
  "call-taken": "这一年已经有同样 id 的通知，请换一个 id",
  "no-such-parent": "没有这个上级单位，请重新选择",
  "name-taken": "已经有同名的单位，请核对名称",
  "no-such-hat": "不能给这个单位的人这个身份，请先登记单位，再选它的身份",
  "sign-in-taken": "这个账号名已经有人用，请换一个",
  "region-code": "区划代码应为 6 位数字，功能区再加 Z 和两位数字，例如 500102、500000Z01，请改正",
  "region-taken": "这个区划代码已经登记过，请核对代码，或在原来的一条上修改",
  "region-in-itself": "上级区划不能是它自己或它的下级，请重新选择",
  "region-has-parts": "这一天还有以它为上级的区划在使用，请先撤销它们，或把它们改到别的上级",
  "zone-elsewhere": "功能区代码的前六位应是它的上级区划，请改正代码或重新选择上级",
  "no-region-above": "上级区划在启用日期还没有或已经撤销，请改正日期或重新选择上级",
  "no-such-region": "没有登记这个区划，请重新选择，或先在“区划”里登记",
  "no-such-predecessor": "由其变更而来的区划里有没有登记的，或者有它自己，请重新选择",
  "no-such-successor": "承接的区划里有当天不在使用的，或者有它自己，请重新选择",
  "no-such-center": "没有登记这个中心，请刷新后再办",
  "center-taken": "同一层级、称谓、名称、单位的中心已经登记，请在原来的一条上修改",
  "uscc-wrong": "统一社会信用代码应为 18 位，并与第 18 位校验相符，请对照证照",
  "days-reversed": "终止日期应晚于启用日期，请改正日期",
  "ended-already": "已经终止，不能再办；需要重新使用的，请登记新的一条",
  "rehearsal-too-long": "预演在一分钟内没有走完，请少演几年",
};

export const VIOLATIONS: Catalogue["violations"] = {
  "window-not-open": ({ stage, opens, closes }) =>
    `${stage.zh}还没有打开，${at(opens)}打开${closes === undefined ? "" : `，${until(closes)}关闭`}`,
  "window-closed": ({ stage, closed, next }) =>
    `${stage.zh}已于 ${until(closed)} 关闭${next === undefined ? "" : `。下次 ${at(next)} 打开`}`,
  "late-undecided": ({ stage, closed, asks, by }) =>
    `${stage.zh}已于 ${until(closed)} 截止。原文没有规定“${asks.zh}”，要等${ROLES[by]}确定之后才能办`,
  "late-refused": ({ stage, closed, settledOn, next }) =>
    `${stage.zh}已于 ${until(closed)} 截止，逾期不受理${settledOn === undefined ? "" : `（${on(settledOn)}确定）`}${next === undefined ? "" : `。下次 ${at(next)} 打开`}`,
  "not-your-role": ({ act, roles }) =>
    `${act.zh}由${roles.map((role) => HATS[role]).join("或")}办理，请换成这个身份或请对方办理`,
  "not-your-case": ({ what }) => `${what.zh}不是您所在单位的，只有本单位的人可以办理`,
  "stage-not-reached": ({ stage, awaits }) =>
    `还不能办“${stage.zh}”：${listed(awaits)}还没有完成。完成之后就可以办`,
  "stage-done": ({ stage, on: day }) =>
    `“${stage.zh}”已经办结${day === undefined ? "" : `（${on(day)}）`}，不用再办`,
  "wrong-state": ({ state, allowed }) =>
    `现在是“${CASE_STATES[state]}”，要在“${allowed.map((one) => CASE_STATES[one]).join("”或“")}”时才能办`,
  "condition-false": ({ condition, said, waivableBy }) =>
    `不符合“${condition.zh}”${said === undefined ? "" : `：${said.zh}`}${waivableBy === undefined ? "" : `。这一条是原则性要求，可以由${ROLES[waivableBy]}豁免`}`,
  "condition-pending": ({ condition, awaiting }) =>
    `“${condition.zh}”还没有结论${awaiting === undefined ? "" : `，等${awaiting.zh}`}。有结论之后就可以办`,
  "open-value": ({ asks, by, per, could }) =>
    `原文没有规定“${asks.zh}”。${could === undefined ? "" : `没有确定之前可能是${could.map((one) => one.zh).join("或")}。`}请${ROLES[by]}先确定${PER[per]}`,
  "field-missing": ({ section, field, hint }) =>
    `请写“${section.zh}”里的“${field.zh}”${hint === undefined ? "" : `（${hint.zh}）`}`,
  "field-too-long": ({ field, most, now, unit }) =>
    `“${field.zh}”最多 ${most} ${UNITS[unit]}，现在 ${now} ${UNITS[unit]}，请删 ${now - most} ${UNITS[unit]}`,
  "field-invalid": ({ field, fault }) => FIELD_FAULTS[fault](field.zh),
  "weight-sum": ({ item, sum, most }) =>
    `“${item.zh}”下面的权重合计 ${sum}，超过它的权重 ${most}。请减少，或全部留空`,
  "signature-missing": ({ by }) => `还缺${ROLES[by]}签名，签了之后才能报送`,
  "seats-taken": ({ cap, most, taken, holders, waivableBy }) =>
    `“${cap.zh}”已满：${most === undefined ? "" : `最多 ${most}，`}已有 ${taken}${holders.length === 0 ? "" : `（${holders.slice(0, 5).join("、")}${holders.length > 5 ? "等" : ""}）`}${waivableBy === undefined ? "" : `。这一条是原则性要求，可以由${ROLES[waivableBy]}豁免`}`,
  "terms-used-up": ({ office, holder, most, waivableBy }) =>
    `${holder}担任“${office.zh}”已满 ${most} 届，不能再连任${waivableBy === undefined ? "" : `。这一条是原则性要求，可以由${ROLES[waivableBy]}豁免`}`,
  "name-not-as-composed": ({ name, expected }) => `名称“${name}”不合规定，应为“${expected}”`,
  "name-taken": ({ name, holder }) => `名称“${name}”已由${holder}使用，请换一个`,
  recused: ({ reason }) => `您已回避这一份：${reason}`,
  "conflict-of-interest": ({ institution }) => `您在${institution}任职，按规定回避本单位的这一份`,
  "already-done": ({ what, on: day }) =>
    `${what.zh}已经办过${day === undefined ? "" : `（${on(day)}）`}，不用再办`,
  "panel-incomplete": ({ have, need }) =>
    `专家组应有 ${need} 人，现在 ${have} 人，${have < need ? `还差 ${need - have} 人` : `多 ${have - need} 人`}`,
  "not-assigned": ({ stage }) => `“${stage.zh}”没有指派给您，由指派的专家办理`,
  "term-not-ended": ({ act, earliest }) => `现在还不能${act.zh}：建设期没有满。最早 ${on(earliest)}`,
  "standing-wrong": ({ word, allowed }) =>
    `中心现在${word === undefined ? "还没有状态" : `是“${word.zh}”`}，要是“${allowed.map((one) => one.zh).join("”或“")}”才能办`,
  "someone-opened-it": ({ what, by, on: day }) =>
    `${what.zh}已经有人发起${by === undefined ? "" : `（${by}${day === undefined ? "" : `，${on(day)}`}）`}，请在那一件里继续办`,
  "settlement-out-of-bounds": ({ asks, least, most, choices }) =>
    `“${asks.zh}”${bounds(
      least,
      most,
      choices?.map((one) => one.zh),
    )}，请改在范围之内`,
  "urge-too-soon": ({ next }) => `24 小时内已经催过这一件，${at(next)}之后可以再催`,
  "not-late": ({ what, due }) =>
    `${what.zh}还没有逾期${due === undefined ? "" : `，期限是 ${on(due)}`}，逾期之后才能催办`,
  "document-number-taken": ({ number, title, on: day }) =>
    `${number}已经用过${title === undefined ? "" : `：《${title}》`}${day === undefined ? "" : `（${on(day)}）`}，请换一个文号`,
  "no-holiday-table": ({ stage, year }) =>
    `“${stage.zh}”按工作日计算，${year} 年的节假日安排还没有登记，登记之后才能办`,
  "in-cohort": ({ stage }) => `“${stage.zh}”对同年的各件一并办理，请在批次页面办理`,
  "tie-undecided": ({ what, names, room }) =>
    `“${what.zh}”处${names.join("、")}并列，只有 ${room} 个名额，请先指明给谁`,
  barred: ({ who, until: last, why }) => `${who}因“${why.zh}”限制申报，到 ${on(last)}为止，期满后可以再申报`,
  "nothing-to-act-on": ({ what }) => `没有可以办理的${what.zh}，请先选择`,
  "entered-already": ({ register, title, on: day }) =>
    `${register.zh}里已经有“${title}”${day === undefined ? "" : `（${on(day)}登记）`}，一项只登记一次，请在原来的一条上修改`,
  "entry-struck": ({ title, reason, on: day }) =>
    `“${title}”已${day === undefined ? "" : `于 ${on(day)} `}注销：${reason}。不能再办`,
  "shares-over-whole": ({ title, sum }) => `各中心申报“${title}”的份额合计 ${sum}，超过 1。请减少份额`,
  administration: ({ why }) => ADMINISTRATION[why],
};

const PER = {
  policy: "",
  call: "（按年度确定）",
  case: "（就这一件确定）",
  center: "（由上级中心确定）",
} as const;

function bounds(
  least: number | undefined,
  most: number | undefined,
  choices: readonly string[] | undefined,
): string {
  if (choices !== undefined) return `只能是${choices.join("或")}`;
  if (least !== undefined && most !== undefined) return `只能在 ${least} 到 ${most} 之间`;
  if (least !== undefined) return `不能低于 ${least}`;
  return most === undefined ? "不能这样确定" : `不能高于 ${most}`;
}
