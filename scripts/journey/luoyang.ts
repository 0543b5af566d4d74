// A city's three years: naming after review, naming at once for a title held elsewhere, contracts, checks, exit.
import { readPack } from "../demo/packs.ts";
import { ask, newPlayer, type Player, type Running } from "./player.ts";
import type { Actor, JourneyWorld } from "./world.ts";

interface Cast {
  play: Player;
  officer: Actor;
  leader: Actor;
  experts: [Actor, Actor];
  central: { host: Actor; director: Actor };
  tcm: { host: Actor; director: Actor };
}

/** Plays the years 2023 to 2026 and answers how many expectations failed. */
export async function playLuoyang(world: JourneyWorld): Promise<number> {
  const play = newPlayer(world, readPack("luoyang"), "2022-10-19");
  const cast: Cast = {
    play,
    officer: await world.actor("ly-officer"),
    leader: await world.actor("ly-leader"),
    experts: [await world.actor("ly-expert-1"), await world.actor("ly-expert-2")],
    central: {
      host: await world.actor("ly-central-manager"),
      director: await world.actor("ly-central-director"),
    },
    tcm: { host: await world.actor("ly-tcm-manager"), director: await world.actor("ly-tcm-director") },
  };
  const hospital = await researchHospital(cast);
  const center = await directNaming(cast);
  await checks(cast, hospital);
  await finals(cast, hospital, center);
  return play.tell.failures();
}

const panelOf = (procedure: string): string => `procedures/${procedure}/stages/review/panel/size`;

/** The contract: drawn up and signed by the director and the host, concluded by the authority. */
async function contract({ play, officer }: Cast, running: Running, hand: Cast["central"]): Promise<void> {
  await play.handsIn(running, "undertake", hand);
  await play.isIssued(officer, running, {
    stage: "contract",
    kind: "contract",
    number: `示卫合〔2023〕${running.name.length}号`,
    title: "项目合同",
  });
}

async function researchHospital(cast: Cast): Promise<Running> {
  const { play, officer, leader, experts, central } = cast;
  play.tell.stage("一、研究型医院：申报、评审、公布建设单位");
  const opening = { procedure: "hospital-entry", type: "hospital", year: 2023, name: "示例市中心医院" };
  await play.tell.stopped("实施周期还没有开始", play.open(central.host, { ...opening, year: 2022 }), {
    kind: "refused",
    code: "window-not-open",
  });
  await play.day("2023-03-01");
  const hospital = await play.opens(central.host, "新建申报", opening);
  const said = { "basics/as": "construction", "priority/exam": "b-plus" };
  await play.tell.stopped("申报时间还没有定", play.submit(hospital, "apply", { ...central, said }), {
    kind: "pending",
    code: "open-value",
  });
  await play.settles(leader, "procedures/hospital-entry/stages/apply/window", {
    value: { kind: "between", from: "2023-03-01", to: "2023-04-30" },
    as: "2023 年 3 月 1 日至 4 月 30 日申报",
    year: 2023,
  });
  await play.tell.stopped(
    "没有承诺建设经费",
    play.submit(hospital, "apply", { ...central, said: { ...said, "commitment/funds": "0" } }),
    { kind: "refused", code: "condition-false" },
  );
  await play.handsIn(hospital, "apply", { ...central, said });
  await play.isChecked(officer, hospital, "check");
  await play.settles(officer, panelOf("hospital-entry"), { value: 2, as: "每件请 2 位专家", year: 2023 });
  await play.isJudged(hospital, "review", { officer, experts, verdict: true });
  const { stages } = await officer.api.case.get.query({ as: officer.as, case: hospital.case });
  const first = stages
    .flatMap(({ rulings }) => rulings)
    .find(({ ruling }) => ruling.path.includes("hospital-first"));
  play.tell.holds("国考 B+ 及以上，列为优先", first?.ruling.truth === "true");
  await play.isDecided(leader, hospital, "decide");
  await play.isIssued(officer, hospital, {
    stage: "name-building",
    kind: "list",
    number: "示卫〔2023〕11号",
    title: "关于公布市级研究型医院建设单位的通知",
  });
  play.tell.holds("成为建设单位", (await play.standing(officer, hospital)) === "building");
  await contract(cast, hospital, central);
  return hospital;
}

interface Titled {
  by: Actor;
  root: string;
  uscc: string;
}

/** A title that is held elsewhere: entered once by the institution, verified by the authority; answers the claim of it. */
async function title({ play, officer }: Cast, { by, root, uscc }: Titled, key: string) {
  const held = {
    title: key,
    subject: "脑病",
    field: "cardio",
    host: uscc,
    by: "主管部门",
    on: "2021-06-01",
    proof: [await by.upload("称号文件.pdf")],
  };
  await play.tell.done(
    "登记已有称号",
    by.api.act.record.mutate(ask(by, { root, register: "titles", answers: held as never })),
  );
  const { rows } = await by.api.register.list.query({ as: by.as, register: "titles", page: 1 });
  const entry = rows.find(({ state }) => state === "recorded")?.entry_id ?? "";
  await play.tell.done(
    "核实已有称号",
    officer.api.act.verify.mutate(ask(officer, { root, entry, opinion: "与文件一致" })),
  );
  return { register: "titles", entry, title: "脑病", attributes: { title: key } };
}

async function directNaming(cast: Cast): Promise<Running> {
  const { play, officer, leader, tcm } = cast;
  play.tell.stage("二、临床诊疗研究中心：已有省级称号的直接命名，不再评审");
  await play.day("2023-05-10");
  const center = await play.opens(tcm.host, "申请直接命名", {
    procedure: "center-direct",
    type: "center",
    year: 2023,
    name: "脑病临床诊疗研究中心",
  });
  const { id: root, host } = await tcm.host.api.supervision.institution.query({
    as: tcm.host.as,
    party: tcm.host.me.party,
  });
  const titled = { by: tcm.host, root, uscc: host.uscc };
  const municipal = await title(cast, titled, "municipal-center");
  await play.tell.stopped(
    "市级称号不够直接命名",
    play.submit(center, "apply", { ...tcm, said: { "ground/titles": [municipal] } }),
    { kind: "refused", code: "field-invalid" },
  );
  const provincial = await title(cast, titled, "provincial-center");
  await play.handsIn(center, "apply", { ...tcm, said: { "ground/titles": [provincial] } });
  await play.isChecked(officer, center, "check");
  await play.isDecided(leader, center, "decide");
  await play.isIssued(officer, center, {
    stage: "name",
    kind: "list",
    number: "示卫〔2023〕25号",
    title: "关于命名市级临床诊疗研究中心的通知",
  });
  play.tell.holds("直接命名，已认定", (await play.standing(officer, center)) === "established");
  await contract(cast, center, tcm);
  return center;
}

/** A check of a running project: what the host hands in, what the experts find, what the leader decides. */
async function check(
  cast: Cast,
  about: Running,
  { procedure, year, decision, verdict, hand }: Check,
): Promise<void> {
  const { play, officer, leader, experts } = cast;
  const running = await play.opens(officer, `${about.name}：发起`, { procedure, year, center: about.root });
  const named = { ...running, name: about.name };
  await play.handsIn(named, "report", hand);
  await play.isJudged(named, "review", { officer, experts, verdict });
  await play.isDecided(leader, named, decision);
}

interface Check {
  procedure: string;
  year: number;
  decision: string;
  verdict: boolean;
  hand: Cast["central"] & { said?: { [field: string]: unknown } };
}

async function checks(cast: Cast, hospital: Running): Promise<void> {
  const { play, officer, leader, central } = cast;
  play.tell.stage("三、年度信息报告和中期考核");
  await play.day("2023-12-10");
  const yearly = await play.opens(central.host, "年度信息报告", {
    procedure: "yearly",
    year: 2023,
    center: hospital.root,
  });
  await play.handsIn(yearly, "report", central);
  await play.day("2024-06-03");
  const opening = { procedure: "mid-term", year: 2024, center: hospital.root };
  await play.tell.stopped("中期考核的时间还没有定", play.open(officer, opening), {
    kind: "pending",
    code: "open-value",
  });
  await play.settles(leader, "procedures/mid-term/starts/when", {
    value: { kind: "between", from: "2024-06-01", to: "2024-07-31" },
    as: "2024 年 6 月至 7 月中期考核",
  });
  await play.settles(officer, panelOf("mid-term"), { value: 2, as: "每件请 2 位专家", year: 2024 });
  await check(cast, hospital, { ...opening, decision: "decide", verdict: true, hand: central });
}

async function finals(cast: Cast, hospital: Running, center: Running): Promise<void> {
  const { play, officer, central, tcm } = cast;
  play.tell.stage("四、期末验收：完成合同的认定，没有完成的退出并取消补助");
  await play.tell.stopped(
    "周期没有届满，不能验收",
    play.open(officer, { procedure: "final", year: 2024, center: hospital.root }),
    { kind: "refused", code: "term-not-ended" },
  );
  await play.day("2026-01-12");
  await play.settles(officer, panelOf("final"), { value: 2, as: "每件请 2 位专家", year: 2026 });
  const final = { procedure: "final", year: 2026, decision: "grade" };
  await check(cast, hospital, { ...final, verdict: true, hand: central });
  play.tell.holds("研究型医院已认定", (await play.standing(officer, hospital)) === "established");
  await check(cast, center, { ...final, verdict: false, hand: tcm });
  play.tell.holds("没有完成合同任务，退出", (await play.standing(officer, center)) === "exited");
  const { history } = await officer.api.center.get.query({ as: officer.as, center: center.root });
  play.tell.holds(
    "补助同时取消",
    history.some(({ kind }) => kind === "withheld" || kind === "reclaimed" || kind === "applied-consequence"),
  );
}
