import type { Catalogue } from "../catalogue.ts";

const PLACES = { class: "类别", layer: "层次", support: "支持方式" } as const;
const CURRENCIES = { CNY: "元", "CNY-10k": "万元" } as const;
const PAID = {
  once: "一次拨付",
  yearly: "按年拨付",
  "by-term": "每个建设周期拨付一次",
  "by-grade": "评定等次后拨付",
  "by-decision": "逐次决定拨付",
} as const;

const amongEquals = (then: readonly string[]): string =>
  then.map((of, n) => `，${n === 0 ? "" : "仍"}相同的以${of}高者优先`).join("");

const inEach = (scopes: readonly string[]): string =>
  scopes.length === 0 ? "" : `按${scopes.join("、")}分别`;

export const RESULTS: Catalogue["results"] = {
  computed: ({ of }) => `得分 = ${of}`,
  ranked: ({ of, then, within, cut }) =>
    `${inEach(within)}按${of}由高到低排名${amongEquals(then)}，名次相同的并列${cut === undefined ? "" : `，前 ${cut} 名入选，末位并列的待定`}`,
  placed: ({ of, list }) => `确定${PLACES[of]}（${list}）`,
  lowered: ({ when, by }) => `${when}时降 ${by} 等`,
  quota: ({ grade, limit, side, as, per }) =>
    `${inEach(per)}“${grade}”${side === "most" ? "不超过" : "及以下不少于"} ${limit}${as === "share" ? "（占参评总数之比）" : " 个"}`,
  paid: ({ amount, currency, paid, years, most, when }) =>
    [
      `${amount}（${CURRENCIES[currency]}）`,
      PAID[paid],
      ...(years === undefined ? [] : [`共 ${years} 年`]),
      ...(most === undefined ? [] : [`合计不超过 ${most}`]),
      ...(when === undefined ? [] : [`条件：${when}`]),
    ].join("，"),
  payer: ({ by, share }) => (share === undefined ? `由${by}出资` : `由${by}承担 ${share}`),
};
