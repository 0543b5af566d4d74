// A new price item waits for its time and brings its whole dossier; where another's was approved it does neither.
import { type Running } from "../player.ts";
import type { Actor } from "../world.ts";
import { between, type Cast } from "./cast.ts";

const ITEM = "经导管三尖瓣钳夹术";
const opening = (year: number) => ({ procedure: "price-item", type: "price-item", year, name: ITEM });

export async function priceItem(cast: Cast): Promise<void> {
  const { play, leader, general, children } = cast;
  play.tell.stage("四、新增医疗服务价格项目：第一家按时间、交全部材料，后来的不受限制");
  await play.settles(leader, "procedures/price-item/starts/when/otherwise", {
    value: between("2023-03-01", "2023-03-31"),
    as: "2023 年 3 月申报",
    year: 2023,
  });
  await play.day("2023-02-01");
  const tooEarly = { kind: "refused", code: "window-not-open" } as const;
  await play.tell.stopped("第一家：申报时间没有到", play.open(general, opening(2023)), tooEarly);
  await play.day("2023-03-06");
  await firstOne(cast, await play.opens(general, "综合医院：申报新项目", opening(2023)));
  await play.day("2023-05-08");
  const other = await play.opens(children, "儿童医院：另一个项目", { ...opening(2023), name: "另一个项目" });
  await play.tell.stopped(
    "没有先例的项目仍受时间限制",
    play.submit(other, "apply", { host: children, said: await papers(children) }),
    { kind: "pending", code: "late-undecided" },
  );
  const second = await play.opens(children, "儿童医院：申报同一项目，不在申报时间里", opening(2023));
  await play.tell.stopped(
    "没有写明先例",
    play.submit(second, "apply", { host: children, said: { ...REDUCED, "material/precedent": "" } }),
    { kind: "refused", code: "field-missing" },
  );
  await play.handsIn(second, "apply", { host: children, said: REDUCED });
  await play.isDecided(leader, second, "decide");
  play.tell.holds("简化材料，不再评估，获批", (await play.standing(leader, second)) === "established");
}

/** No cost sheet, no assessment: the precedent stands for them. */
const REDUCED = {
  "item/innovative": "",
  "material/cost": [],
  "material/evidence": [],
  "material/precedent": "示例市级综合医院，同一项目已获批",
};

const papers = async (by: Actor) => ({
  "material/cost": [await by.upload("成本测算.pdf")],
  "material/evidence": [await by.upload("评估材料.pdf")],
});

async function firstOne({ play, officer, leader, general, experts }: Cast, running: Running): Promise<void> {
  await play.tell.stopped(
    "没有成本测算",
    play.submit(running, "apply", { host: general, said: { "material/cost": [] } }),
    { kind: "refused", code: "field-missing" },
  );
  await play.handsIn(running, "apply", { host: general, said: await papers(general) });
  await play.tell.stopped("没有评估不能审批", play.decide(leader, running, "decide"), {
    kind: "refused",
    code: "stage-not-reached",
  });
  await play.settles(leader, "procedures/price-item/stages/assess/panel/size", {
    value: 2,
    as: "请 2 位专家",
    year: 2023,
  });
  await play.isJudged(running, "assess", { officer, experts, verdict: true });
  await play.isDecided(leader, running, "decide");
}
