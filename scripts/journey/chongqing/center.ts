// A district's hospital acts in two tiers on one day: an application in its district, and one for a municipal center.
import { application } from "../answers.ts";
import { ask, type Running } from "../player.ts";
import type { Actor } from "../world.ts";
import { between, type Cast, CITY, DISTRICT, isScored, settlesWeights } from "./cast.ts";

const CALL = { procedure: "crc-entry", type: "municipal-crc", name: "心血管病临床医学研究中心" };
const STARTS = "procedures/crc-entry/starts/when";
const stageOf = (stage: string, at: string): string => `procedures/crc-entry/stages/${stage}/${at}`;

/** The year of a call, and the district's center from which an application comes. */
export interface Season {
  year: number;
  origin?: { tenant: number; center: string };
  /** what the authority settles as the condition; the host's grade alone where nothing else is said */
  condition?: { value: unknown; as: string };
}

const THIRD_GRADE = {
  value: { kind: "compare", of: { kind: "fact", fact: "host.grade" }, is: "at-least", than: "3" },
  as: "依托单位为三级医院",
};

export async function municipalCenter(cast: Cast): Promise<Running> {
  const { play, world, science } = cast;
  play.tell.stage("一、区县医院在同一天里用两套政策办事：区里申报，市里申报");
  const atDistrict = await world.actor("first-manager", "institution-manager", DISTRICT);
  const season = { year: 2022 };
  const { host, opening } = await calls(cast, season);
  await inTheDistrict(cast, atDistrict);
  const running = await play.opens(host, "市级临床医学研究中心：新建申报", opening);
  play.tell.holds("两级各有各的租户，同一个人同一天", atDistrict.as.tenant !== host.as.tenant);
  await isNamed(cast, running, season);
  const { history } = await science.api.center.get.query({ as: science.as, center: running.root });
  play.tell.holds(
    "区县的推荐记在市里的中心上",
    history.some(({ kind }) => kind === "case-recommended"),
  );
  return running;
}

/** The call of a year opens; nobody could apply before. */
export async function calls({ play, world, leader }: Cast, { year, origin }: Season) {
  const host = await world.actor("first-manager", "institution-manager", CITY);
  const opening = { ...CALL, year, channel: DISTRICT, ...(origin === undefined ? {} : { origin }) };
  await play.tell.stopped("市里的申报时间没有定", play.open(host, opening), {
    kind: "pending",
    code: "open-value",
  });
  const call = { year, as: `${year} 年 10 月 19 日至 31 日申报` };
  await play.settles(leader, STARTS, { ...call, value: between(`${year}-10-19`, `${year}-10-31`) });
  return { host, opening };
}

/** From the dossier to the list on which it stands. */
export async function isNamed(cast: Cast, running: Running, season: Season): Promise<void> {
  const host = await cast.world.actor("first-manager", "institution-manager", CITY);
  await cast.play.handsIn(running, "apply", { host });
  await recommended(cast, running, season);
  await reviewed(cast, running, season);
  await named(cast, running, season);
}

/** The same person on the same day in the district, under the district's own policy. */
async function inTheDistrict({ play }: Cast, by: Actor): Promise<void> {
  const stic = { procedure: "entry", year: 2022, name: "心血管病科创中心", type: "stic" };
  const opened = await play.tell.done("区里：新建科创中心申报", by.api.act.openCase.mutate(ask(by, stic)));
  const dossier = application(stic.name, "心血管内科", "主任");
  const handing = { case: opened.cases[0] ?? "", stage: "collect", answers: dossier };
  await play.tell.done("区里：提交申报", by.api.act.submit.mutate(ask(by, handing)));
}

async function recommended(
  { play, world, leader, officer }: Cast,
  running: Running,
  { year }: Season,
): Promise<void> {
  const district = await world.actor("officer", "officer", CITY);
  const at = { case: running.case, stage: "recommend" };
  const recommend = () =>
    district.api.act.recommendCase.mutate(
      ask(district, { ...at, recommends: true, opinion: "区科创中心基础好，同意推荐" }),
    );
  await play.settles(leader, stageOf("recommend", "window"), {
    value: between(`${year}-10-19`, `${year}-11-10`),
    as: "11 月 10 日前推荐",
    year,
  });
  await play.tell.stopped(
    "市里不能替区县推荐",
    officer.api.act.recommendCase.mutate(ask(officer, { ...at, recommends: true, opinion: "同意" })),
    { kind: "refused", code: "not-your-case" },
  );
  await play.tell.done("区卫生健康委推荐", recommend());
}

async function reviewed(cast: Cast, running: Running, { year }: Season): Promise<void> {
  const { play, leader } = cast;
  await play.day(`${year}-11-14`);
  const window = { value: between(`${year}-11-14`, `${year}-11-30`), as: "11 月下旬评审", year };
  await play.settles(leader, stageOf("review", "window"), window);
  await play.settles(leader, stageOf("review", "panel/size"), { value: 2, as: "请 2 位专家", year });
  const combine = { value: "mean", as: "取平均分" };
  await play.settles(leader, stageOf("review", "yields/score/combine"), combine);
  await settlesWeights(cast, "applied");
  const points = ["27", "18", "17", "9", "9", "8"];
  await isScored(cast, running, { stage: "review", sheet: "applied", points });
}

async function named(
  { play, leader, science }: Cast,
  running: Running,
  { year, condition = THIRD_GRADE }: Season,
): Promise<void> {
  const december = { value: between(`${year}-11-14`, `${year}-12-31`), as: "年底前决定", year };
  await play.settles(leader, stageOf("decide", "window"), december);
  await play.settles(leader, stageOf("publish", "window"), { ...december, as: "年底前公布" });
  await play.tell.stopped("认定条件没有写，等决定", play.decide(leader, running, "decide"), {
    kind: "pending",
    code: "open-value",
  });
  await play.settles(leader, "conditions/crc-ready/test", condition);
  await play.isDecided(leader, running, "decide");
  const list = {
    stage: "publish",
    kind: "list",
    number: `示卫〔${year}〕58号`,
    title: "关于公布市级中心名单的通知",
  };
  await play.tell.stopped("建设期没有写", play.issue(science, running, list), {
    kind: "pending",
    code: "open-value",
  });
  await play.settles(leader, "types/municipal-crc/term", {
    value: { n: 3, unit: "year" },
    as: "建设期三年",
  });
  await play.isIssued(science, running, list);
  play.tell.holds("市级临床医学研究中心已认定", (await play.standing(leader, running)) === "established");
}
