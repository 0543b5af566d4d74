// One hospital on one day: an application in its district, a filing in the city, an achievement in its own ledger.
import { application } from "../answers.ts";
import { ask } from "../player.ts";
import type { Actor } from "../world.ts";
import { type Cast, CITY, DISTRICT, rootOf } from "../chongqing/cast.ts";

const NAME = "呼吸与危重症科创中心";

export async function oneDay({ play, world }: Cast): Promise<void> {
  const { tell } = play;
  tell.stage("〇、一家医院一天里在三个租户办事：区里、市里、自己的台账；待办在一张表里");
  const atDistrict = await world.actor("first-manager", "institution-manager", DISTRICT);
  const inCity = await world.actor("first-manager", "institution-manager", CITY);
  const stic = { procedure: "entry", year: 2022, name: NAME, type: "stic" };
  const entry = await tell.done("区里：新建申报", atDistrict.api.act.openCase.mutate(ask(atDistrict, stic)));
  const hire = { procedure: "filed-hire", year: 2022, institution: await rootOf(inCity) };
  const running = await play.opens(inCity, "市里：备案招聘", hire);
  await inbox(atDistrict, [DISTRICT, CITY], play);
  await inbox(inCity, [DISTRICT, CITY], play);
  await identities({ atDistrict, inCity }, { entry: entry.cases[0] ?? "", hire: running.case }, play);

  const answers = application(NAME, "呼吸与危重症医学科", "主任");
  const handing = { case: entry.cases[0] ?? "", stage: "collect", answers };
  await tell.done("区里：提交申报", atDistrict.api.act.submit.mutate(ask(atDistrict, handing)));
  await play.handsIn(running, "draft", { host: inCity, said: { "unit/municipal": false } });
  await keeps(atDistrict, play);
  const { items } = await atDistrict.api.desk.todo.query({ as: atDistrict.as, me: atDistrict.me });
  const left = items.filter(({ case_id: id }) => id === entry.cases[0] || id === running.case);
  tell.holds(
    "办完的不再等着",
    left.every(({ act }) => act !== "submit"),
  );
}

type Play = Cast["play"];

/** Whatever tenant the hat stands in, the list is the same. */
async function inbox(by: Actor, tenants: number[], { tell }: Play): Promise<void> {
  const { items, counts } = await by.api.desk.todo.query({ as: by.as, me: by.me });
  const named = new Map(items.map(({ tenant, tenant_name: name }) => [tenant, name]));
  tell.holds(
    `待办 ${counts.todo} 件，来自${[...named.values()].join("、")}`,
    tenants.every((tenant) => named.has(tenant)) && items.every(({ procedure }) => procedure !== ""),
  );
}

const opens = (by: Actor, id: string) =>
  by.api.case.get.query({ as: by.as, case: id }).then(
    () => true,
    () => false,
  );

/** Identities are switched, never merged: a case of one tenant is nowhere under the identity of another. */
async function identities(
  { atDistrict, inCity }: { atDistrict: Actor; inCity: Actor },
  { entry, hire }: { entry: string; hire: string },
  { tell }: Play,
): Promise<void> {
  tell.holds("在区里的身份下打得开区里的案卷", await opens(atDistrict, entry));
  tell.holds("在市里的身份下打不开区里的案卷", !(await opens(inCity, entry)));
  tell.holds("在区里的身份下打不开市里的案卷", !(await opens(atDistrict, hire)));
}

/** The hospital's own ledger lies in its own space. */
async function keeps(by: Actor, { tell, today }: Play): Promise<void> {
  const as = { hat: by.as.hat, tenant: by.me.party };
  const register = "ledger-achievements";
  const { bearers } = await by.api.register.list.query({ as, register });
  const answers = { title: "呼吸衰竭救治研究", kind: "paper", number: "10.1000/RESP", on: today() };
  const act = { root: bearers[0]?.root ?? "", register, answers };
  await tell.done("自己的台账：登记一篇论文", by.api.act.record.mutate({ ...ask(by, act), as }));
}
