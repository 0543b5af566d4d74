// Duties, targets and figures in words: what is asked, where it stands, what is on its way.
import type { AnyStanding } from "../components/StandingTag.tsx";
import type { Outputs } from "../app/wearing.tsx";

export type BoardView = Outputs["figure"]["board"];
export type TargetView = BoardView["targets"][number];
export type ReadingView = TargetView["readings"][number];
export type LineView = ReadingView["lines"][number];
export type FigureView = BoardView["figures"][number];

export const STATES: { [S in ReadingView["state"]]: { word: string; look: AnyStanding } } = {
  met: { word: "达到", look: "established" },
  "not-yet": { word: "推进中", look: "building" },
  "not-met": { word: "没有达到", look: "overdue" },
  open: { word: "原文未定", look: "open" },
  unknown: { word: "缺数据", look: "draft" },
  "to-judge": { word: "待认定", look: "in-review" },
};

export const BEARERS: { [B in TargetView["bearer"]]: string } = {
  tenant: "本地",
  institution: "各单位",
  center: "各中心",
  host: "依托单位",
  joint: "联合单位",
};

export const EVERY: { [E in TargetView["every"]]: string } = { year: "每年", once: "一次", always: "一直" };

const SHARE = "比";

/** Cut and never rounded up over a line. */
const rounded = (n: number): string => String(Math.trunc(n * 100 + Math.sign(n) * 1e-9) / 100);

/** A number with its unit; a share is told in percent. */
export function sayNumber(value: string, unit: string | undefined): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (unit === SHARE) return `${rounded(number * 100)}%`;
  return unit === undefined ? rounded(number) : `${rounded(number)} ${unit}`;
}

/** What a comparison asks for, short enough for a cell. */
export function sayAsked({ is, than, within, unit, label, growth }: LineView): string {
  const [first, second] = than.map((one) => sayNumber(one, unit));
  const name = label === undefined ? "" : `${label.zh} `;
  if (first === undefined) return `${name}${is === "known" ? "有数据" : "原文未定"}`;
  const words: { [O in LineView["is"]]?: string } = {
    "at-least": growth === true && than[0] === "0" ? "不减少" : `不少于 ${first}`,
    "more-than": growth === true && than[0] === "0" ? "有所增加" : `多于 ${first}`,
    "at-most": `不超过 ${first}`,
    "less-than": growth === true && than[0] === "0" ? "有所减小" : `少于 ${first}`,
    equal: first,
    between: `${first} 至 ${second ?? ""}`,
    about: `${first} 左右${within === undefined ? "" : `（上下 ${sayNumber(within, unit)}）`}`,
  };
  return `${name}${words[is] ?? than.join("、")}`;
}

export const sayValue = ({ value, unit, records, counted }: LineView | FigureReadingLike): string =>
  value === undefined ? (records.length === 0 ? "—" : String(counted)) : sayNumber(value, unit);

interface FigureReadingLike {
  value?: string;
  unit?: string;
  counted: number;
  records: { name: string }[];
}

/** What is under way and what that comes to. */
export function sayForecast({ forecast, lines }: ReadingView): string {
  if (forecast === undefined) return "—";
  const unit = lines[0]?.unit;
  const value = forecast.value === undefined ? "" : `可到 ${sayNumber(forecast.value, unit)}`;
  const by = forecast.by === undefined ? "" : `，最晚 ${forecast.by}`;
  return `${value}（在途 ${forecast.coming.length}${by}）`;
}

/** How the bearers of a duty stand, worst first, as one word for the whole row. */
export function stateOf({ readings }: TargetView): ReadingView["state"] | undefined {
  const order: ReadingView["state"][] = ["not-met", "not-yet", "open", "unknown", "to-judge", "met"];
  return order.find((state) => readings.some((reading) => reading.state === state));
}

export function sayWhen({ every, due, dueOpen }: TargetView): string {
  if (dueOpen !== undefined) return "期限原文未定";
  if (every === "year") return "每年";
  if (due === undefined) return every === "always" ? "一直" : "没有期限";
  return `到 ${due}`;
}
