import { decline, waive } from "../party-acts.ts";
import type { Running } from "../player.ts";
import { type Cast, type Hospital, institution } from "./cast.ts";

const CAP = "caps/one-per-field";
const FIELD = "心血管";
const NAMED = { stage: "publish", kind: "list" };

/** The season of the year, and two centers of one field: the second because there is a reason for it. */
export async function founding(cast: Cast): Promise<{ first: Running; second: Running }> {
  const { play, leader, provincial, university } = cast;
  play.tell.stage("一、省级中心组建：一家牵头、两家联合，人财物场地都要有");
  const opening = { procedure: "provincial-entry", type: "provincial", year: 2022 };
  await play.tell.stopped(
    "申报时间还没有定",
    play.open(provincial.host, { ...opening, name: "省心血管中心" }),
    {
      kind: "pending",
      code: "open-value",
    },
  );
  await play.settles(leader, "procedures/provincial-entry/starts/when", {
    value: { kind: "between", from: "2022-10-01", to: "2022-12-31" },
    as: "2022 年 10 月至 12 月申报",
    year: 2022,
  });
  await withoutSupports(cast);
  await play.day("2022-11-08");
  const first = await applied(cast, provincial, { name: "省心血管疾病临床医学研究中心" });
  await play.isDecided(leader, first, "decide");
  await named(cast, first, "示科〔2022〕61号");
  return { first, second: await sameField(cast, university) };
}

/** Applies with two joint institutions and is checked. */
async function applied(
  cast: Cast,
  hand: Hospital,
  { name, except = [] }: { name: string; except?: string[] },
): Promise<Running> {
  const { play, officer, nanchang, ganzhou } = cast;
  const opening = { procedure: "provincial-entry", type: "provincial", year: 2022, name };
  const center = { ...(await play.opens(hand.host, `申报${name}`, opening)), name };
  const joint = [await institution(cast, nanchang), await institution(cast, ganzhou)];
  await play.handsIn(center, "apply", {
    ...hand,
    said: { "basics/field": FIELD, "units/joint": joint },
  });
  await play.answers(officer, center, { stage: "check", verdict: true, except });
  await play.isChecked(officer, center, "check");
  return center;
}

async function withoutSupports(cast: Cast): Promise<void> {
  const { play, leader, university } = cast;
  const center = await applied(cast, university, {
    name: "省心律失常临床医学研究中心",
    except: ["supports-given"],
  });
  await play.tell.stopped("没有提供人、财、物、场地", play.decide(leader, center, "decide"), {
    kind: "refused",
    code: "condition-false",
  });
  await play.tell.stopped(
    "必须具备的条件不能豁免",
    waive(leader, center, { path: "conditions/supports-given", reason: "先建后补" }),
    { kind: "refused", code: "nothing-to-act-on" },
  );
  await play.tell.done("不予组建", decline(leader, center));
}

const named = async ({ play, officer }: Cast, center: Running, number: string): Promise<void> => {
  await play.isIssued(officer, center, { ...NAMED, number, title: `关于组建${center.name}的通知` });
  play.tell.holds("省级中心已组建", (await play.standing(officer, center)) === "established");
};

async function sameField(cast: Cast, hand: Hospital): Promise<Running> {
  const { play, officer, leader } = cast;
  play.tell.stage("二、原则上每个领域一个省级中心：第二个要有理由、有批准人");
  const second = await applied(cast, hand, { name: "省冠心病临床医学研究中心" });
  await play.isDecided(leader, second, "decide");
  const issued = {
    ...NAMED,
    number: "示科〔2022〕62号",
    title: `关于组建${second.name}的通知`,
  };
  await play.tell.stopped("同一领域已有一个省级中心", play.issue(officer, second, issued), {
    kind: "refused",
    code: "seats-taken",
  });
  const rule = { path: CAP, reason: "介入治疗与心外科方向不同，省内需求大" };
  await play.tell.stopped("经办人不能豁免", waive(officer, second, rule), {
    kind: "refused",
    code: "not-your-role",
  });
  await play.isWaived(leader, second, rule);
  await named(cast, second, issued.number);
  const { case: shown } = await officer.api.case.get.query({ as: officer.as, case: second.case });
  const waiver = shown.waivers.find(({ path }) => path === CAP);
  play.tell.holds(
    `豁免留有理由和批准人：${waiver?.reason}（${waiver?.who.name}）`,
    waiver?.reason === rule.reason && waiver.who.role === "leader",
  );
  return second;
}
