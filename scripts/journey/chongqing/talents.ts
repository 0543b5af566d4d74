// Young talents of the year, and what follows where somebody is reported and the report proves untrue.
import { ask, type Running } from "../player.ts";
import { answers, between, type Cast, isScored } from "./cast.ts";

const BORN = { "person/kind": "clinical", "person/field": "cardiology" };

async function applies({ play, general }: Cast, name: string, born: string): Promise<Running> {
  const opening = { procedure: "talent", type: "young-talent", year: 2022, name };
  const running = await play.opens(general, `${name}：新建申报`, opening);
  await play.handsIn(running, "apply", { host: general, said: { ...BORN, "person/born": born } });
  return running;
}

export async function talents(cast: Cast): Promise<Running> {
  const { play, leader, officer } = cast;
  play.tell.stage("二、中青年医学高端人才：42 周岁以下，按报送之日");
  await play.settles(leader, "procedures/talent/starts/when", {
    value: between("2022-11-14", "2022-12-10"),
    as: "11 月 14 日至 12 月 10 日申报",
    year: 2022,
  });
  const older = await applies(cast, "人选甲", "1979-11-14");
  const younger = await applies(cast, "人选乙", "1979-11-15");
  const check = { case: older.case, stage: "check", opinion: "材料齐全" };
  await play.tell.stopped("报送之日满 43 周岁", officer.api.act.check.mutate(ask(officer, check)), {
    kind: "refused",
    code: "condition-false",
  });
  await play.isChecked(officer, younger, "check");
  await play.settles(leader, "procedures/talent/stages/review/panel/size", {
    value: 2,
    as: "请 2 位专家",
    year: 2022,
  });
  await play.settles(leader, "procedures/talent/stages/review/yields/score/combine", {
    value: "mean",
    as: "取平均分",
  });
  const points = ["25", "18", "15", "8", "9", "7"];
  await isScored(cast, younger, { stage: "review", sheet: "applied", points });
  await play.isDecided(leader, younger, "decide");
  await play.isIssued(officer, younger, {
    stage: "publish",
    kind: "list",
    number: "示卫〔2022〕61号",
    title: "关于公布中青年医学高端人才名单的通知",
  });
  play.tell.holds("差一天满 43 周岁，入选", (await play.standing(officer, younger)) === "established");
  return younger;
}

export async function integrity(cast: Cast, talent: Running): Promise<void> {
  const { play, officer, leader, general } = cast;
  play.tell.stage("七、科研诚信：先听申辩，查无此事的公开澄清");
  const opening = { procedure: "integrity", year: 2023, center: talent.root };
  const running = { ...(await play.opens(officer, "有人反映，立案核查", opening)), name: "诚信核查" };
  await play.handsIn(running, "statement", { host: general, said: { "statement/kind": "integrity" } });
  const check = { case: running.case, stage: "check", opinion: "已查" };
  await play.tell.stopped("没有说清是否属实", officer.api.act.check.mutate(ask(officer, check)), {
    kind: "pending",
    code: "condition-pending",
  });
  await answers(cast, running, { stage: "check", verdicts: { violation: false } });
  await play.isChecked(officer, running, "check");
  await play.isDecided(leader, running, "conclude");
  const { history } = await officer.api.center.get.query({ as: officer.as, center: talent.root });
  const said = (kind: string) => history.find((event) => event.kind === kind)?.detail;
  play.tell.holds(
    "结论是澄清，后果是公开澄清",
    said("graded") === "澄清" && said("applied-consequence") === "不属实：澄清",
  );
  play.tell.holds("称号不受影响", (await play.standing(officer, talent)) === "established");
}
