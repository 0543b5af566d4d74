// What a rehearsal of a version met: where it leads nowhere, what clashes, what waits for a value, and every year's days.
import { openValues, type Policy } from "@yichuang/policy";
import type { ReactNode } from "react";
import type { Outputs } from "../app/wearing.tsx";
import { EmptyState } from "../components/EmptyState.tsx";

type Rehearsal = NonNullable<Outputs["policyAdmin"]["version"]["rehearsal"]>;
type DeadEnd = Rehearsal["deadEnds"][number];
type CalendarLine = Rehearsal["calendar"][number];

/** Dead ends that the document itself is to blame for. */
const isBroken = ({ open, refused }: DeadEnd): boolean => open === undefined && refused === undefined;

const CLASHES = { order: "截止早于它前面一步的开始", overlap: "同一方同时要办两件" } as const;

export function VersionRehearsal({ rehearsal, policy }: { rehearsal: Rehearsal | null; policy: Policy }) {
  if (rehearsal === null)
    return (
      <EmptyState title="还没有预演" next="预演让几家单位照这一版走几年，看哪里走不下去、哪里时间冲突" />
    );
  const words = wordsOf(policy);
  const { from, years, acts, deadEnds, clashes, heldUp, calendar } = rehearsal;
  const broken = deadEnds.filter(isBroken).length;
  const dated = calendar.filter(({ opens, due, open }) => (opens ?? due ?? open) !== undefined);
  return (
    <div className="stack">
      <p>
        从 {from} 起预演 {years} 年，办理 {acts} 件事。
        <span className={`strong tone-${broken > 0 ? "cinnabar" : "pine"}`}>
          {broken > 0 ? `有 ${broken} 处按文本走不下去，请先改正` : "没有按文本走不下去的地方"}
        </span>
      </p>
      <Found title="走不下去的地方" heads={["事项", "从哪天起", "原因"]}>
        {deadEnds.map((end) => (
          <tr key={`${end.procedure}/${end.stage}`}>
            <td>{`${words.procedure(end.procedure)} · ${end.label.zh}`}</td>
            <td className="nowrap">{end.since}</td>
            <td>{words.reason(end)}</td>
          </tr>
        ))}
      </Found>
      <Found title="时间冲突" heads={["年度", "事项", "冲突"]}>
        {clashes.map(({ kind, year, procedure, first, second }) => (
          <tr key={`${kind}${year}${procedure}${first}${second}`}>
            <td className="nowrap">{year}</td>
            <td>{`${words.procedure(procedure)} · ${words.stage(procedure, second)}与${words.stage(procedure, first)}`}</td>
            <td>{CLASHES[kind]}</td>
          </tr>
        ))}
      </Found>
      <Found title="未定的值和不知道的事实" heads={["什么", "从哪天起", "预演时的假定"]}>
        {heldUp.map(({ path, asks, from: since, said }) => (
          <tr key={path}>
            <td>{asks.zh}</td>
            <td className="nowrap">{since}</td>
            <td>{said === undefined ? "无法假定" : `${said.zh}（假定，不是规定）`}</td>
          </tr>
        ))}
      </Found>
      <Found title="窗口和期限" heads={["年度", "事项", "开始", "截止"]}>
        {dated.map((line, at) => (
          <tr key={`${line.year}${line.procedure}${line.stage}${at}`}>
            <td className="nowrap">{line.year}</td>
            <td>{words.line(line)}</td>
            {line.open === undefined ? (
              <>
                <td className="nowrap">{line.opens ?? "—"}</td>
                <td className="nowrap">{line.due ?? "—"}</td>
              </>
            ) : (
              <td colSpan={2} className="mute">{`未定：${words.asks(line.open)}`}</td>
            )}
          </tr>
        ))}
      </Found>
    </div>
  );
}

function Found({ title, heads, children }: { title: string; heads: string[]; children: ReactNode[] }) {
  return (
    <section>
      <h2 className="section-title">{`${title} ${children.length}`}</h2>
      {children.length === 0 ? (
        <p className="mute">没有</p>
      ) : (
        <div className="table-scroll">
          <table className="plain" aria-label={title}>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** The words of the rehearsed document for what a rehearsal names by its keys. */
function wordsOf(policy: Policy) {
  const asked = new Map(openValues(policy).map(({ path, asks }) => [path, asks.zh]));
  const find = (key: string) => policy.procedures.find((one) => one.key === key);
  const procedure = (key: string): string => find(key)?.label?.zh ?? key;
  const asks = (path: string): string => asked.get(path) ?? path;
  return {
    procedure,
    asks,
    stage: (of: string, key: string): string =>
      find(of)?.stages.find((one) => one.key === key)?.label?.zh ?? key,
    line: ({ procedure: of, label }: CalendarLine): string =>
      of === undefined ? label.zh : `${procedure(of)} · ${label.zh}`,
    reason: ({ open, refused }: DeadEnd): string => {
      if (open !== undefined) return `未定：${asks(open)}`;
      return refused === undefined
        ? "没有人能办这一步"
        : `预演没有走下去：${refused.map(({ zh }) => zh).join("；")}`;
    },
  };
}
