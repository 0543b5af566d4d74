// Two ways in and no batches: one hospital is commissioned, another is recommended; classes of support, ways upward.
import { readPack } from "../demo/packs.ts";
import { decline, inTenant, type PartyActs, partyActs, place, recommend } from "./party-acts.ts";
import { ask, newPlayer, type Player, type Running } from "./player.ts";
import type { Actor, JourneyWorld } from "./world.ts";

const TENANT = 120;
const RECOMMENDER = 121;
const CLASS_1 = "lists/supports/items/class-1";

interface Cast {
  play: Player & PartyActs;
  officer: Actor;
  leader: Actor;
  recommender: Actor;
  experts: [Actor, Actor];
  provincial: { host: Actor; director: Actor };
  university: { host: Actor; director: Actor };
}

/** Plays the years 2022 to 2024 and answers how many expectations failed. */
export async function playShandong(world: JourneyWorld): Promise<number> {
  const policy = readPack("shandong");
  const player = newPlayer(world, policy, "2022-10-19");
  const cast: Cast = {
    play: { ...player, ...partyActs(policy, player.tell) },
    officer: await world.actor("sd-officer"),
    leader: await world.actor("sd-leader"),
    recommender: inTenant(await world.actor("sd-recommender"), TENANT),
    experts: [await world.actor("sd-expert-1"), await world.actor("sd-expert-2")],
    provincial: {
      host: await world.actor("sd-provincial-manager"),
      director: await world.actor("sd-provincial-director"),
    },
    university: {
      host: await world.actor("sd-university-manager"),
      director: await world.actor("sd-university-director"),
    },
  };
  const first = await commissioned(cast);
  const second = await recommended(cast);
  await yearly(cast, [first, second]);
  await upward(cast, first);
  return player.tell.failures();
}

/** The authority commissions a hospital; the center begins with an empty plan. */
async function commission({ play, officer, provincial }: Cast, name: string): Promise<Running> {
  const party = provincial.host.me.party;
  const { id: institution } = await officer.api.supervision.institution.query({ as: officer.as, party });
  const opening = { procedure: "commissioned", type: "center", year: 2022, institution, name };
  return { ...(await play.opens(officer, `定向委托：${name}`, opening)), name };
}

/** Enters people into the center's register and answers the claims of them. */
async function enters({ play }: Cast, host: Actor, { running, team }: { running: Running; team: string[] }) {
  for (const specialty of team) {
    const answers = { person: `示例${specialty}专家`, specialty } as never;
    await play.tell.done(
      `研究团队登记：${specialty}`,
      host.api.act.record.mutate(ask(host, { root: running.root, register: "team", answers })),
    );
  }
  const { procedure, case: id } = running;
  const asked = { as: host.as, of: "people" as const, procedure: procedure.key, case: id };
  const found = await host.api.register.claimable.query(asked);
  return found.map(({ claim }) => claim);
}

const WITHOUT_STATISTICS = ["epidemiology", "pharmacy", "bioinformatics"];
const WHOLE = [...WITHOUT_STATISTICS, "statistics"];

async function argued({ play, officer, experts }: Cast, running: Running): Promise<void> {
  await play.isJudged(running, "argue", { officer, experts, verdict: true });
}

async function commissioned(cast: Cast): Promise<Running> {
  const { play, officer, leader, provincial } = cast;
  play.tell.stage("一、定向委托：随时可以开始，团队不全的不启动");
  const early = await commission(cast, "省心血管病临床医学研究中心");
  const three = await enters(cast, provincial.host, { running: early, team: WITHOUT_STATISTICS });
  const said = { "organisation/team": three };
  await play.tell.stopped(
    "没有自定的量化指标",
    play.submit(early, "plan", { ...provincial, said: { ...said, "indicators/sheet": {} } }),
    { kind: "refused", code: "field-missing" },
  );
  await play.handsIn(early, "plan", { ...provincial, said });
  const pool = await officer.api.review.experts.query({ as: officer.as });
  const people = pool.map(({ user_id: user, name, party, unit }) => ({ user, name, party, unit }));
  await play.tell.stopped(
    "专家人数还没有定",
    officer.api.act.assignExperts.mutate(
      ask(officer, { case: early.case, stage: "argue", experts: people.slice(0, 2) }),
    ),
    { kind: "pending", code: "open-value" },
  );
  const panel = { value: 2, as: "每件请 2 位专家论证", year: 2022 };
  for (const procedure of ["commissioned", "recommended"])
    await play.settles(officer, `procedures/${procedure}/stages/argue/panel/size`, panel);
  await argued(cast, early);
  const placing = { stage: "decide", item: "nation" };
  await play.tell.stopped("团队里没有统计学专家", place(leader, early, placing), {
    kind: "refused",
    code: "condition-false",
  });
  await play.tell.done("这一次不启动", decline(leader, early));
  return begins(cast, placing);
}

/** Once more, with a statistician in the register: what is ripe starts, on any day. */
async function begins(cast: Cast, placing: { stage: string; item: string }): Promise<Running> {
  const { play, officer, leader, provincial } = cast;
  await play.day("2022-12-28");
  const center = await commission(cast, "省心血管病临床医学研究中心");
  const four = await enters(cast, provincial.host, { running: center, team: WHOLE });
  await play.handsIn(center, "plan", { ...provincial, said: { "organisation/team": four } });
  await argued(cast, center);
  await play.tell.stopped("没有说归入哪个层次", play.decide(leader, center, "decide"), {
    kind: "refused",
    code: "field-missing",
  });
  await play.isPlaced(leader, center, placing);
  await play.isIssued(officer, center, {
    stage: "start",
    kind: "letter",
    number: "示科函〔2022〕31号",
    title: "关于启动省心血管病临床医学研究中心建设的函",
  });
  play.tell.holds("启动建设", (await play.standing(officer, center)) === "building");
  return center;
}

async function recommended(cast: Cast): Promise<Running> {
  const { play, officer, leader, recommender, university } = cast;
  play.tell.stage("二、主管部门推荐：没有推荐不论证");
  await play.day("2023-02-15");
  const opening = { procedure: "recommended", type: "center", year: 2023, channel: RECOMMENDER };
  const name = "省呼吸病临床医学研究中心";
  const center = await play.opens(university.host, "申请推荐", { ...opening, name });
  const team = await enters(cast, university.host, { running: center, team: WHOLE });
  await play.handsIn(center, "plan", { ...university, said: { "organisation/team": team } });
  await play.settles(officer, "procedures/recommended/stages/argue/panel/size", {
    value: 2,
    as: "每件请 2 位专家论证",
    year: 2023,
  });
  const pool = await officer.api.review.experts.query({ as: officer.as });
  const people = pool.map(({ user_id: user, name: who, party, unit }) => ({ user, name: who, party, unit }));
  const assigning = { case: center.case, stage: "argue", experts: people.slice(0, 2) };
  await play.tell.stopped("还没有推荐", officer.api.act.assignExperts.mutate(ask(officer, assigning)), {
    kind: "refused",
    code: "stage-not-reached",
  });
  await play.tell.stopped("省科技厅不能替主管部门推荐", recommend(officer, center), {
    kind: "refused",
    code: "not-your-case",
  });
  await play.isRecommended(recommender, center);
  await argued(cast, center);
  await play.isPlaced(leader, center, { stage: "decide", item: "province" });
  await play.isIssued(officer, center, {
    stage: "start",
    kind: "letter",
    number: "示科函〔2023〕5号",
    title: "关于启动省呼吸病临床医学研究中心建设的函",
  });
  play.tell.holds("启动建设", (await play.standing(officer, center)) === "building");
  return center;
}

/** What the page of a center says of itself, as one text. */
async function pageOf({ officer }: Cast, { root }: Running) {
  return officer.api.center.get.query({ as: officer.as, center: root });
}

async function yearly(cast: Cast, centers: [Running, Running]): Promise<void> {
  const { play, officer } = cast;
  play.tell.stage("三、年度考核：没有建设期，启动之后年年考核，按结果分类支持");
  const [first, second] = centers;
  await play.day("2023-11-20");
  const { obligations } = await pageOf(cast, second);
  const years = obligations.filter((one) => one.procedure_key === "yearly").map((one) => one.year);
  play.tell.holds("启动之后年年要考核", years.includes(2024));
  await play.settles(officer, "procedures/yearly/stages/review/panel/size", {
    value: 2,
    as: "每件请 2 位专家",
    year: 2023,
  });
  // one center may be in the first rank of its specialty and lead its region: layers need not add up
  const leading = { "standing/rank": "3", "standing/branch": false, "standing/national": false };
  await assessed(cast, first, { hand: { ...cast.provincial, said: leading }, item: "class-1" });
  await assessed(cast, second, {
    hand: { ...cast.university, said: { ...leading, "standing/rank": "18" } },
    item: "class-2",
  });
  await classWords(cast, first);
}

interface Assessing {
  hand: Cast["provincial"] & { said: { [field: string]: unknown } };
  item: string;
}

async function assessed(cast: Cast, about: Running, { hand, item }: Assessing): Promise<void> {
  const { play, officer, leader, experts } = cast;
  const opening = { procedure: "yearly", year: 2023, center: about.root };
  const running = await play.opens(officer, `${about.name}：发起年度考核`, opening);
  const named = { ...running, name: about.name };
  await play.handsIn(named, "report", hand);
  await play.tell.stopped("没有评价，不能确定支持类别", place(leader, named, { stage: "classify", item }), {
    kind: "refused",
    code: "stage-not-reached",
  });
  await play.isJudged(named, "review", { officer, experts, verdict: true });
  await play.isPlaced(leader, named, { stage: "classify", item });
}

/** The text does not say what the classes are called: so it stands, until the authority says it. */
async function classWords(cast: Cast, center: Running): Promise<void> {
  const { play, leader } = cast;
  const detail = async () =>
    (await pageOf(cast, center)).history
      .filter(({ kind }) => kind === "placed")
      .map((line) => line.detail ?? "")
      .join("；");
  play.tell.holds(`类别名称写作原文未定：${await detail()}`, (await detail()).includes("原文未定"));
  await play.settles(leader, CLASS_1, {
    value: { zh: "重点支持", en: "priority support" },
    as: "第 1 类称为重点支持",
  });
  play.tell.holds(`补定之后写作：${await detail()}`, (await detail()).includes("重点支持"));
}

async function upward(cast: Cast, center: Running): Promise<void> {
  const { play, officer, leader } = cast;
  play.tell.stage("四、有望成为国家级的：加大指导和支持");
  await play.day("2024-03-01");
  const opening = { procedure: "national", year: 2024, center: center.root };
  const running = await play.opens(officer, `${center.name}：列为争创对象`, opening);
  await play.isRecommended(leader, { ...running, name: center.name });
  const { consequences } = await pageOf(cast, center);
  play.tell.holds("加大指导和支持", JSON.stringify(consequences).includes("guidance"));
}
