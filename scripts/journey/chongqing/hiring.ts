// Scarce people are hired by filing: four steps in a fixed order, by the unit, its authority and the personnel bureau.
import { ask, type Running } from "../player.ts";
import type { Actor } from "../world.ts";
import { answers, type Cast, CITY, rootOf } from "./cast.ts";

export async function filedHire(cast: Cast): Promise<void> {
  const { play, world, officer, hr, general } = cast;
  play.tell.stage("三、紧缺高层次人才备案招聘：简章、审核、备案和公告、自行实施");
  const district = await world.actor("first-manager", "institution-manager", CITY);
  const outside = await opens(cast, district, "区县医院：制定简章");
  await play.handsIn(outside, "draft", { host: district, said: { "unit/municipal": false } });
  await answers(cast, outside, { stage: "review", verdicts: { "hire-unit": true, scarce: true } });
  await play.isChecked(officer, outside, "review");
  const filing = (running: Running) =>
    officer.api.act.file.mutate(ask(officer, { case: running.case, stage: "file", words: "报请备案" }));
  await play.tell.stopped("不是市级医疗机构", filing(outside), { kind: "refused", code: "condition-false" });

  const running = await opens(cast, general, "综合医院：制定简章");
  await play.handsIn(running, "draft", { host: general });
  await play.tell.stopped("没有审核不能备案", filing(running), {
    kind: "refused",
    code: "stage-not-reached",
  });
  await answers(cast, running, { stage: "review", verdicts: { "hire-unit": true, scarce: true } });
  await play.isChecked(officer, running, "review");
  await play.tell.done("报市人力社保局备案", filing(running));
  const received = {
    case: running.case,
    stage: "file",
    to: { role: "authority", body: "hr" },
    words: "已备案",
  };
  await play.tell.done("市人力社保局：已备案", hr.api.act.acknowledge.mutate(ask(hr, received as never)));
  await play.isIssued(hr, running, {
    stage: "publish",
    kind: "letter",
    number: "示人社〔2022〕104号",
    title: "公开考核招聘公告",
  });
  await play.handsIn(running, "carry-out", { host: general });
  const { case: kase } = await officer.api.case.get.query({ as: officer.as, case: running.case });
  play.tell.holds("四步走完", kase.stages["carry-out"]?.doneOn !== undefined);
}

async function opens({ play }: Cast, by: Actor, words: string): Promise<Running> {
  const opening = { procedure: "filed-hire", year: 2022, institution: await rootOf(by) };
  return { ...(await play.opens(by, words, opening)), name: words.split("：")[0] ?? words };
}
