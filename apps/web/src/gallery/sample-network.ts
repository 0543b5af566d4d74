// An invented province of any size: the same number makes the same network.
import type { ExternalCenter, NetworkCenter, NetworkMark, PublishedLink, Region } from "@yichuang/domain";
import type { Standing } from "@yichuang/policy";

const ROOT = "990000";
const CITIES = Array.from("甲乙丙丁戊己庚辛壬癸子").map((sign, at): Region => ({
  code: `99${String(at + 1).padStart(2, "0")}00`,
  name: `${sign}川市`,
  kind: "division",
  parent: ROOT,
  from: "1990-01-01",
  predecessors: [],
}));
export const REGIONS: Region[] = [
  { code: ROOT, name: "示例省", kind: "division", from: "1990-01-01", predecessors: [] },
  ...CITIES,
];
const FIELDS = [
  ..."心血管疾病 神经系统疾病 呼吸系统疾病 恶性肿瘤 儿童健康 老年疾病 肾脏疾病 口腔疾病 代谢性疾病 消化系统疾病".split(
    " ",
  ),
  ..."感染性疾病 妇产疾病 眼部疾病 耳鼻喉疾病 皮肤疾病 精神疾病 骨科与运动 急危重症 麻醉 放射与治疗 检验医学".split(
    " ",
  ),
  ..."中医内科 中医骨伤 针灸康复 康复医学 全科医学 移植医学 罕见病 出生缺陷 职业病 血管外科 疼痛医学 营养医学".split(
    " ",
  ),
  ..."病理 超声医学 核医学 介入医学 整形修复".split(" "),
];
export const NAMED_FIELDS = [...FIELDS.slice(0, 8), "血液系统疾病"];
export const TODAY = "2026-10-20";
export const TIER = "provincial";
export { ROOT };

/** The same sequence for the same seed, between 0 and 1. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

export interface SampleNetwork {
  centers: NetworkCenter[];
  external: ExternalCenter[];
  marks: NetworkMark[];
}

const STANDINGS: Standing[] = ["established", "established", "established", "building", "rectifying"];
const HOSTS = ["示例省人民医院", "示例大学一附院", "示例大学二附院", "示例省专科医院"];
const LOWER = ["示例一院", "示例二院", "示例市立医院", "示例中医院", "示例妇幼", "示例中心医院"];
const CAPITAL = CITIES[0] as Region;

interface Planted {
  field: string;
  city: Region;
  tier: string;
  type: string;
  host: string;
  parent?: NetworkCenter;
}

/** Puts one center into the network after another. */
function planter(roll: () => number) {
  const centers: NetworkCenter[] = [];
  const plant = ({ field, city, tier, type, host, parent }: Planted): NetworkCenter => {
    const from = `${2020 + Math.floor(roll() * 6)}-0${1 + Math.floor(roll() * 9)}-15`;
    const standing = STANDINGS[Math.floor(roll() * STANDINGS.length)] ?? "established";
    const center: NetworkCenter = {
      tenant: 1,
      center: `00000000-0000-7000-8000-${String(centers.length).padStart(12, "0")}`,
      name: `${host} ${field}${type}`,
      host,
      uscc: host,
      type,
      typeLabel: type,
      tier,
      field,
      fieldLabel: field,
      place: city.code,
      standing,
      designatedOn: from,
      spans: [{ from, standing }],
      links: parent === undefined ? [] : [hanging(parent.name, parent.center)],
      waivers: [],
    };
    centers.push(center);
    return center;
  };
  return { centers, plant };
}

const hanging = (name: string, center: string): PublishedLink => ({
  role: "parent-center",
  name,
  center,
  from: "2020-01-01",
});

export function sampleNetwork(size: number): SampleNetwork {
  const roll = dice(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)] as T;
  const { centers, plant } = planter(roll);
  const large = size > 100;
  const fields = FIELDS.slice(0, large ? FIELDS.length : 7);
  for (const field of fields) {
    const seat = { field, city: CAPITAL, tier: "provincial", type: "省级中心" };
    const heads = [plant({ ...seat, host: pick(HOSTS) })];
    const until = centers.length + Math.max(3, Math.round(size / fields.length));
    while (centers.length < until) {
      const at = roll();
      const host = `${pick(LOWER)}${large ? centers.length : ""}`;
      const lower = { field, city: pick(CITIES.slice(1)), tier: "municipal", host };
      if (large && at < 0.04) heads.push(plant({ ...seat, host }));
      else {
        if (at < 0.6) plant({ ...lower, type: "分中心", parent: pick(heads) });
        if (at > 0.4) plant({ ...lower, type: "市级中心" });
      }
    }
  }
  return { centers, external: nationalOnes(fields, centers), marks: marksOn(centers) };
}

/** National centers above the first fields. */
function nationalOnes(fields: string[], centers: NetworkCenter[]): ExternalCenter[] {
  return fields.slice(0, 3).map((field, at) => {
    const id = `national-${at}`;
    const name = `国家${field}中心`;
    centers.find((one) => one.field === field)?.links.push(hanging(name, id));
    return {
      id,
      name,
      tier: "national",
      title: "国家中心",
      authority: "示例部委",
      host: `示例${name}`,
      field,
      from: "2019-01-01",
    };
  });
}

const SECOND: Omit<NetworkMark, "center"> = {
  kind: "cap-exceeded",
  path: "caps/one-per-city",
  label: "同市第 2 家",
  words: "每个省级中心在一个设区市不超过 1 家分中心，这是第 2 家",
  clauses: [
    { document: "示例实施意见", section: "分中心", gist: "每个省级中心在一个设区市不超过 1 家分中心" },
  ],
};
const WAIVED: Omit<NetworkMark, "center"> = {
  kind: "waived",
  path: "conditions/municipal-first",
  label: "尚非市级中心",
  words: "分中心必须是市级中心：已豁免，到 2027 年 6 月 30 日",
  until: "2027-06-30",
  clauses: [{ document: "示例实施意见", section: "三(二)", gist: "分中心原则上应为市级中心" }],
};

const marksOn = (centers: readonly NetworkCenter[]): NetworkMark[] =>
  centers
    .filter(({ typeLabel }) => typeLabel === "分中心")
    .flatMap(({ center }, at) => {
      if (at % 23 === 3) return [{ ...SECOND, center }];
      return at % 11 === 5 ? [{ ...WAIVED, center }] : [];
    });
