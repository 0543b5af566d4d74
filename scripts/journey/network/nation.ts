// Provinces recommend to the nation, which runs no policy here: it reads and answers in its own space.
import { NATION } from "../../demo/above.ts";
import type { Cast as City } from "../chongqing/cast.ts";
import type { Cast as Province } from "../jiangxi/cast.ts";
import { ask, type Running } from "../player.ts";
import type { Actor } from "../world.ts";
import { answers, notFound, received } from "./dispatches.ts";

interface Both {
  province: Province;
  city: City;
}

const recommend = (by: Actor, { root }: Running, promotion: string) =>
  by.api.act.recommend.mutate(
    ask(by, { center: root, promotion, opinion: "具备创建国家中心的基础", addressee: NATION.id }),
  );

export async function toTheNation(
  { province, city }: Both,
  { provincial, municipal }: { provincial: Running; municipal: Running },
): Promise<void> {
  const { play, world } = city;
  play.tell.stage("七、重庆、江西向国家推荐：国家在自己的空间里收，没有自己的政策也能答复");
  await play.day("2023-12-04");
  const nation = await world.actor("national");
  await play.tell.done("重庆推荐给国家卫生健康委", recommend(city.leader, municipal, "crc-to-national"));
  await play.tell.done("江西推荐给国家卫生健康委", recommend(province.leader, provincial, "to-national"));
  const counted = await nation.api.desk.todo.query({ as: nation.as, me: nation.me });
  play.tell.holds(
    `国家的来件 ${counted.counts.received} 件，未答复 ${counted.counts.unanswered} 件`,
    counted.counts.unanswered === 2,
  );
  const one = await received(nation, municipal.root);
  const two = await received(nation, provincial.root);
  play.tell.holds("各省看不到别省的推荐", await notFound(province.officer, one));
  await play.tell.done("国家：采用重庆的", answers(nation, one, { outcome: "taken-up", words: "列入培育" }));
  await play.tell.done("国家：收到江西的", answers(nation, two, { outcome: "received", words: "" }));
  const { dispatches } = await city.leader.api.center.get.query({
    as: city.leader.as,
    center: municipal.root,
  });
  play.tell.holds(
    `重庆看到答复：${dispatches.find(({ kind }) => kind === "recommendation")?.answer}`,
    dispatches.some(({ kind, outcome }) => kind === "recommendation" && outcome === "taken-up"),
  );
}
