// A district recommends a center to its city with the dossier; the city answers, counts it, and names a municipal center
// that comes from it.
import type { Cast as City } from "../chongqing/cast.ts";
import { calls, isNamed } from "../chongqing/center.ts";
import { ask, type Cast as District } from "../fuling/cast.ts";
import type { Running } from "../player.ts";
import { answers, notFound, received } from "./dispatches.ts";

const CITY = 50;
const DISTRICT = 100;
const PROMOTION = "to-city";

/** The condition of the city asks for what came in from its districts, beside the grade of the host. */
const RECOMMENDED = {
  value: {
    kind: "all",
    of: [
      {
        key: "grade",
        kind: "compare",
        of: { kind: "fact", fact: "host.grade" },
        is: "at-least",
        than: "3",
      },
      {
        key: "recommended",
        kind: "compare",
        of: {
          kind: "tally",
          of: "recommendations",
          by: "count",
          where: {
            kind: "all",
            of: [
              {
                key: "own",
                kind: "compare",
                of: { kind: "fact", fact: "it.host" },
                is: "equal",
                than: { kind: "fact", fact: "host.uscc" },
              },
              {
                key: "from-a-district",
                kind: "compare",
                of: { kind: "fact", fact: "it.tier" },
                is: "equal",
                than: "district",
              },
            ],
          },
        },
        is: "at-least",
        than: 1,
      },
    ],
  },
  as: "依托单位为三级医院，且区县推荐过它的科创中心",
};

const recommend = ({ leader }: District, center: string, addressee?: number) =>
  leader.api.act.recommend.mutate(
    ask(leader, {
      center,
      promotion: PROMOTION,
      opinion: "成效突出，同意推荐",
      ...(addressee === undefined ? {} : { addressee }),
    }),
  );

/** Two centers go up: one is received, the other comes back with a reason and goes up again. */
export async function recommendsUp(
  district: District,
  city: City,
): Promise<{ center: string; sent: string }> {
  const { tell, day, today, leader } = district;
  tell.stage("五、涪陵向重庆推荐：连同材料交到市里的来件，市里答复");
  await day("2022-11-15");
  await city.play.day(today());
  const [first, second] = [district.center(0), district.center(2)];
  await tell.stopped("只能推荐给上级和参与的主管部门", recommend(district, first.center, 130), {
    kind: "refused",
    code: "field-invalid",
  });
  await tell.done("推荐给重庆市卫生健康委", recommend(district, first.center, CITY));
  await tell.done("推荐另一家", recommend(district, second.center, CITY));
  const [one, two] = [
    await received(city.officer, first.center),
    await received(city.officer, second.center),
  ];
  tell.holds("两件都到了市里的来件", one !== undefined && two !== undefined);
  await dossierOf(district, city, one);
  tell.holds("别的租户看不到", await notFound(await city.world.actor("sd-officer"), one));
  await tell.done("市里：收到", answers(city.officer, one, { outcome: "received", words: "" }));
  const returned = { outcome: "returned", words: "" } as const;
  await tell.stopped("退回要有理由", answers(city.officer, two, returned), {
    kind: "refused",
    code: "field-missing",
  });
  await tell.done("市里：退回", answers(city.officer, two, { ...returned, words: "请补充临床研究进展" }));
  const { dispatches } = await leader.api.center.get.query({ as: leader.as, center: second.center });
  tell.holds(
    `区里看到退回的理由：${dispatches[0]?.answer ?? ""}`,
    dispatches[0]?.outcome === "returned" && dispatches[0].answer === "请补充临床研究进展",
  );
  await tell.stopped("没有退回的不重复推荐", recommend(district, first.center, CITY), {
    kind: "refused",
    code: "already-done",
  });
  await tell.done("退回的可以再推荐", recommend(district, second.center, CITY));
  await tell.stopped(
    "已经退回的那一件不再答复",
    answers(city.officer, two, { outcome: "taken-up", words: "" }),
    { kind: "refused", code: "already-done" },
  );
  return { center: first.center, sent: second.center };
}

/** What the city reads: the center in the district's words, its dossier, and nothing personal. */
async function dossierOf(district: District, { officer }: City, at: Awaited<ReturnType<typeof received>>) {
  if (at === undefined) return;
  const asked = { as: officer.as, tenant: at.tenant_id, root: at.root_id, key: at.dispatch_key };
  const { body, from_name: from } = await officer.api.dispatch.get.query(asked);
  const { name, host, standingWord, dossier } = body;
  district.tell.holds(
    `市里读到：${from} ${host} ${name}（${standingWord}），附${dossier?.on}的材料`,
    dossier !== undefined && Object.keys(dossier.answers).length > 0,
  );
  const policy = await officer.api.policy.byHash.query({ as: officer.as, hash: dossier?.policyHash ?? "" });
  const form = policy.forms.find(({ key }) => key === dossier?.form);
  const personal = (form?.sections ?? []).flatMap((section) =>
    section.fields
      .filter((field) => field.personal === true)
      .map((field) => dossier?.answers[section.key]?.[field.key]),
  );
  district.tell.holds(
    "材料里没有个人信息",
    personal.length > 0 && personal.every((value) => value === undefined),
  );
}

interface Both {
  district: District;
  city: City;
}

/** A year later the hospital applies in the city, and names the district's center from which it comes. */
export async function fromTheDistrict(
  { district, city }: Both,
  { center, other }: { center: string; other: string },
): Promise<Running> {
  const { play, leader, officer } = city;
  play.tell.stage("六、市级中心从区里的科创中心来：市里的条件数得到区里的推荐，两边都看得到谱系");
  await play.day("2023-10-19");
  const season = { year: 2023, origin: { tenant: DISTRICT, center }, condition: RECOMMENDED };
  const { host, opening } = await calls(city, season);
  await play.tell.stopped(
    "推荐的是别家医院的中心",
    play.open(host, { ...opening, origin: { tenant: DISTRICT, center: other } }),
    { kind: "refused", code: "nothing-to-act-on" },
  );
  const running = await play.opens(host, "市级临床医学研究中心：新建申报，写明来自区里的中心", opening);
  const dispatch = await received(officer, center);
  await play.tell.done(
    "市里：采用",
    answers(officer, dispatch, { outcome: "taken-up", words: "列入 2023 年申报" }),
  );
  await isNamed(city, running, season);
  const above = await leader.api.center.get.query({ as: leader.as, center: running.root });
  const origin = above.network.links.find(({ role }) => role === "origin");
  play.tell.holds(
    `市里的中心：来自${origin?.elsewhere}的${origin?.name}，起于 ${origin?.from}`,
    origin?.center === center && origin.from === "2023-10-19",
  );
  const { leader: below } = district;
  const { dispatches } = await below.api.center.get.query({ as: below.as, center });
  const lineage = dispatches.find(({ kind }) => kind === "lineage");
  play.tell.holds(
    `区里的中心：${lineage?.from_name}的${lineage?.title}由它而来（${lineage?.standing_word}）`,
    lineage?.root_id === running.root,
  );
  play.tell.holds(
    "区里看到市里已采用",
    dispatches.some(({ outcome }) => outcome === "taken-up"),
  );
  return running;
}
