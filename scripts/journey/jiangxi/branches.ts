import { acknowledge, file } from "../party-acts.ts";
import { ask, type Running } from "../player.ts";
import type { Cast, Hospital } from "./cast.ts";

const RULE = "conditions/parent-rule/test";
const FIELD = "心血管";
const CITY_SCIENCE = 133;
const CITY_HEALTH = 134;

/** The hospital of the parent center sets the conditions, decides, and files what it decided to the city. */
export async function branches(cast: Cast, parent: Running): Promise<void> {
  const { play, leader, provincial, nanchang, womens, ganzhou } = cast;
  play.tell.stage("三、省级分中心：条件由省级中心定，由省级中心认定，报市里备案");
  await play.day("2023-03-06");
  const branch = await applied(cast, nanchang, { parent, name: "省心血管中心南昌分中心" });
  await play.tell.stopped("申报单位不是市级中心", play.decide(provincial.host, branch, "decide"), {
    kind: "refused",
    code: "condition-false",
  });
  const rule = { path: "conditions/is-municipal", reason: "市级中心建设尚未启动" };
  await play.isWaived(leader, branch, rule);
  await play.tell.stopped("省级中心还没有定认定条件", play.decide(provincial.host, branch, "decide"), {
    kind: "pending",
    code: "open-value",
  });
  const grade = { kind: "compare", of: { kind: "fact", fact: "host.grade" }, is: "at-least", than: "3a" };
  const settled = { value: grade, as: "分中心须为三级甲等医院", center: parent.root };
  await play.tell.stopped(
    "别的医院不能替省级中心定条件",
    nanchang.host.api.act.settle.mutate(
      ask(nanchang.host, { path: RULE, on: play.today(), ...settled, value: settled.value as never }),
    ),
    { kind: "refused", code: "not-your-case" },
  );
  await play.settles(provincial.host, RULE, settled);
  await play.tell.stopped("省科技厅不能替省级中心认定", play.decide(leader, branch, "decide"), {
    kind: "refused",
    code: "not-your-role",
  });
  await play.isDecided(provincial.host, branch, "decide");
  play.tell.holds("分中心已认定", (await play.standing(provincial.host, branch)) === "established");
  await filed(cast, branch);
  const again = await applied(cast, womens, { parent, name: "省心血管中心南昌妇儿分中心" });
  await play.isWaived(leader, again, rule);
  await play.tell.stopped("同一个市已有一家分中心", play.decide(provincial.host, again, "decide"), {
    kind: "refused",
    code: "seats-taken",
  });
  const elsewhere = await applied(cast, ganzhou, { parent, name: "省心血管中心赣州分中心" });
  await play.isWaived(leader, elsewhere, rule);
  await play.isDecided(provincial.host, elsewhere, "decide");
}

async function applied(
  { play }: Cast,
  hand: Hospital,
  { parent, name }: { parent: Running; name: string },
): Promise<Running> {
  const opening = { procedure: "branch-entry", type: "provincial-branch", year: 2023, name };
  const city = [
    { role: "local-authority" as const, space: CITY_SCIENCE, body: "city-science" },
    { role: "local-authority" as const, space: CITY_HEALTH, body: "city-health" },
  ];
  const asked = { ...opening, parent: parent.root, parties: city };
  const branch = { ...(await play.opens(hand.host, `申报${name}`, asked)), name };
  await play.handsIn(branch, "apply", { ...hand, said: { "basics/field": FIELD } });
  return branch;
}

/** Each of the two bodies of the city confirms for itself. */
async function filed(cast: Cast, branch: Running): Promise<void> {
  const { play, science, health, provincial } = cast;
  await play.tell.stopped("还没有报送，不能确认", acknowledge(science, branch, "city-science"), {
    kind: "refused",
    code: "nothing-to-act-on",
  });
  await play.tell.done("报市级科技、卫生健康主管部门备案", file(provincial.host, branch));
  await play.isAcknowledged(science, branch, "city-science");
  await play.tell.stopped("科技局不能替卫生健康委确认", acknowledge(science, branch, "city-health"), {
    kind: "refused",
    code: "nothing-to-act-on",
  });
  await play.isAcknowledged(health, branch, "city-health");
}
