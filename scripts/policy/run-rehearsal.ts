import { rehearse } from "@yichuang/domain";
import { type Lang, openValues, type Policy } from "@yichuang/policy";

const WORDS = {
  zh: {
    calendar: "日历",
    clashes: "时间冲突",
    order: "截止早于它前面一步的开始",
    overlap: "同一方同时要办两件",
    heldUp: "等待未定的值和不知道的事实（已作假定继续预演，并不是规定）",
    supposed: "假定",
    nothing: "无法假定",
    ends: "走不下去的地方",
    none: "没有",
    waits: "未定",
    anytime: "随时",
    refused: "预演没有走下去",
  },
  en: {
    calendar: "Calendar",
    clashes: "Clashes",
    order: "closes before what it comes after opens",
    overlap: "one party is asked for both at once",
    heldUp:
      "Held up by open values and unknown facts (something was supposed so that the rehearsal went on; it is no rule)",
    supposed: "supposed",
    nothing: "nothing can be supposed",
    ends: "Dead ends",
    none: "none",
    waits: "open",
    anytime: "any time",
    refused: "the rehearsal did not get further",
  },
} as const;

/** Prints what a rehearsal meets; gives the exit code, 1 where the document itself leads nowhere. */
export function runRehearsal(policy: Policy, asked: { lang: Lang; from: string; years: number }): number {
  const { lang, from, years } = asked;
  const words = WORDS[lang];
  const { calendar, clashes, heldUp, deadEnds } = rehearse(policy, { from, years });
  const nameOf = (procedure: string): string =>
    policy.procedures.find(({ key }) => key === procedure)?.label?.[lang] ?? procedure;
  const stageOf = (procedure: string, stage: string): string =>
    policy.procedures.find(({ key }) => key === procedure)?.stages.find(({ key }) => key === stage)?.label?.[
      lang
    ] ?? stage;
  const asksOf = (path: string): string =>
    openValues(policy).find((one) => one.path === path)?.asks[lang] ?? path;
  print(
    words.calendar,
    words.none,
    calendar.map(({ year, procedure, label, opens, due, open, missing }) => {
      const days = opens === undefined && due === undefined ? "" : `${opens ?? ""} – ${due ?? ""}`;
      const hangs = open === undefined ? (missing ?? "") : `${words.waits}：${asksOf(open)}`;
      const name = procedure === undefined ? label[lang] : `${nameOf(procedure)} · ${label[lang]}`;
      return `${year}  ${name}  ${days + hangs || words.anytime}`;
    }),
  );
  print(
    words.clashes,
    words.none,
    clashes.map(
      ({ kind, year, procedure, first, second }) =>
        `${year}  ${nameOf(procedure)}  ${stageOf(procedure, second)} / ${stageOf(procedure, first)}: ${words[kind]}`,
    ),
  );
  print(
    words.heldUp,
    words.none,
    heldUp.map(({ path, asks, from: since, said }) => {
      const then = said === undefined ? words.nothing : `${words.supposed} ${said[lang]}`;
      return `${since}  ${asks[lang]}  → ${then}  [${path}]`;
    }),
  );
  print(
    words.ends,
    words.none,
    deadEnds.map(
      ({ procedure, label, since, open, refused }) =>
        `${since}  ${nameOf(procedure)} · ${label[lang]}${open === undefined ? "" : `  ${words.waits}：${asksOf(open)}`}${refused === undefined ? "" : `（${words.refused}：${refused.map((one) => one[lang]).join("；")}）`}`,
    ),
  );
  return deadEnds.some(({ open, refused }) => open === undefined && refused === undefined) ? 1 : 0;
}

function print(title: string, none: string, lines: readonly string[]): void {
  console.log(`\n${title} (${lines.length})`);
  for (const line of lines.length === 0 ? [none] : lines) console.log(`  ${line}`);
}
