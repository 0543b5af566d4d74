import type { Text } from "../schema/text.ts";

/** What the `fault:…` messages of the schemas mean: what is wrong, and how to mend it. */
export const SCHEMA_FAULTS: { readonly [fault: string]: { said: Text; mend: Text } } = {
  key: {
    said: { zh: "key 的写法不对", en: "this is not a key" },
    mend: {
      zh: "只用小写字母、数字和单个连字符，例如 self-assessment",
      en: "lower-case letters, digits and single hyphens, for example self-assessment",
    },
  },
  reference: {
    said: { zh: "事实名称的写法不对", en: "this is not the name of a fact" },
    mend: {
      zh: "写成 主体.属性，例如 host.grade、stage.publish.done-on",
      en: "write subject.attribute, for example host.grade or stage.publish.done-on",
    },
  },
  decimal: {
    said: { zh: "小数超过四位，或者数太大", en: "more than four decimal places, or too large" },
    mend: { zh: "最多保留四位小数", en: "keep at most four decimal places" },
  },
  day: {
    said: { zh: "日期的写法不对", en: "this is not a day" },
    mend: { zh: "写成 2022-10-23", en: "write it as 2022-10-23" },
  },
  moment: {
    said: { zh: "时刻的写法不对", en: "this is not a moment" },
    mend: {
      zh: "写成 2022-10-23 或 2022-10-23T17:00:00",
      en: "write it as 2022-10-23 or 2022-10-23T17:00:00",
    },
  },
  year: {
    said: { zh: "年份的写法不对", en: "this is not a year" },
    mend: { zh: "写成 2022", en: "write it as 2022" },
  },
  "month-day": {
    said: { zh: "每年日期的写法不对", en: "this is not a day of every year" },
    mend: { zh: "写成 07-31", en: "write it as 07-31" },
  },
  "no-such-day": {
    said: { zh: "日历上没有这一天", en: "this day does not exist in the calendar" },
    mend: { zh: "请对照日历改正", en: "correct it against a calendar" },
  },
  "grade-or-could": {
    said: { zh: "grade 和 could 要写一个，也只写一个", en: "one of grade and could is written, and no more" },
    mend: {
      zh: "得出等次写 grade，还有几种可能写 could",
      en: "write grade where the grade comes out, could where several are still possible",
    },
  },
  concept: {
    said: { zh: "平台没有这个概念", en: "the platform has no such concept" },
    mend: {
      zh: "用 standing.*、grade.*、act.*、tier.*、indicator.*，或者 center、institution 等名词",
      en: "use standing.*, grade.*, act.*, tier.*, indicator.* or a noun such as center or institution",
    },
  },
};
