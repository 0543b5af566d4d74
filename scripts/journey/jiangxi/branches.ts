import { acknowledge, file } from "../party-acts.ts";
import { ask, type Running } from "../player.ts";
import type { Cast, Hospital } from "./cast.ts";

const RULE = "conditions/parent-rule/test";
const FIELD = "心血管";
/** science bureau and health commission of each city */
const NANCHANG = [133, 134] as const;
const GANZHOU = [135, 136] as const;
const JIUJIANG = [137, 138] as const;

/** The hospital of the parent center sets the conditions, decides, and files what it decided to the city. */
export async function branches(cast: Cast, parent: Running): Promise<void> {
  const { play, leader, provincial, nanchang, womens, ganzhou, jiujiang } = cast;
  play.tell.stage("三、省级分中心：条件由省级中心定，由省级中心认定，报市里备案");
  await play.day("2023-03-06");
  const branch = await applied(cast, nanchang, { parent, name: "省心血管中心南昌分中心", city: NANCHANG });
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
  const again = await applied(cast, womens, { parent, name: "省心血管中心南昌妇儿分中心", city: NANCHANG });
  await play.isWaived(leader, again, rule);
  await play.tell.stopped("同一个市已有一家分中心", play.decide(provincial.host, again, "decide"), {
    kind: "refused",
    code: "seats-taken",
  });
  const elsewhere = [
    await applied(cast, ganzhou, { parent, name: "省心血管中心赣州分中心", city: GANZHOU }),
    await applied(cast, jiujiang, { parent, name: "省心血管中心九江分中心", city: JIUJIANG }),
  ];
  for (const one of elsewhere) {
    await play.isWaived(leader, one, rule);
    await play.isDecided(provincial.host, one, "decide");
  }
  const { network } = await leader.api.center.get.query({ as: leader.as, center: parent.root });
  const cities = new Set(
    network.under.flatMap(({ city, standing }) => (standing === "established" ? [city] : [])),
  );
  play.tell.holds(`分中心在三个市：${[...cities].join("、")}`, cities.size === 3);
}

async function applied(
  { play }: Cast,
  hand: Hospital,
  {
    parent,
    name,
    city: [science, health],
  }: { parent: Running; name: string; city: readonly [number, number] },
): Promise<Running> {
  const opening = { procedure: "branch-entry", type: "provincial-branch", year: 2023, name };
  const city = [
    { role: "local-authority" as const, space: science, body: "city-science" },
    { role: "local-authority" as const, space: health, body: "city-health" },
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
  await arrived(cast, branch, true);
  await play.isAcknowledged(science, branch, "city-science");
  await play.tell.stopped("科技局不能替卫生健康委确认", acknowledge(science, branch, "city-health"), {
    kind: "refused",
    code: "nothing-to-act-on",
  });
  await play.isAcknowledged(health, branch, "city-health");
  await arrived(cast, branch, false);
}

/** What is filed with an authority lies in its own space, and the task to confirm it in its one inbox. */
async function arrived({ play, science }: Cast, branch: Running, waiting: boolean): Promise<void> {
  const as = { ...science.as, tenant: science.me.party };
  const { items } = await science.api.dispatch.received.query({ as });
  const filing = items.find(({ case_id: id }) => id === branch.case);
  play.tell.holds(
    `市科技局在自己的来件里看到备案${waiting ? "，等它确认" : "，已经确认"}`,
    filing?.kind === "filing" && (filing.acknowledged_on === null) === waiting,
  );
  const { items: todo } = await science.api.desk.todo.query({ as, me: science.me });
  const due = todo.some((one) => one.case_id === branch.case && one.act === "acknowledge");
  play.tell.holds(waiting ? "待办里写明要在哪个租户办" : "待办里不再有这一件", due === waiting);
}
