// What a check has found in a document: where, what, and how to mend it.
import { Glyph, type GlyphName } from "./Glyph.tsx";

export interface ShownProblem {
  level: "error" | "open" | "reading" | "advice";
  /** in words; empty is the whole document */
  place: string;
  /** the address in the document, for whoever mends the file */
  path: string;
  said: string;
  mend: string;
}

const LEVELS: Record<ShownProblem["level"], { label: string; glyph: GlyphName; tone: string }> = {
  error: { label: "须改正", glyph: "cross", tone: "cinnabar" },
  open: { label: "原文未定", glyph: "dotted-eye", tone: "plum" },
  reading: { label: "理解口径", glyph: "diamond", tone: "plum" },
  advice: { label: "建议", glyph: "hollow-triangle", tone: "ochre" },
};
const ORDER: readonly ShownProblem["level"][] = ["error", "advice", "open", "reading"];

export function ProblemTable({ problems, label }: { problems: ShownProblem[]; label: string }) {
  const sorted = ORDER.flatMap((level) => problems.filter((problem) => problem.level === level));
  return (
    <div className="table-scroll">
      <table className="plain problems" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">类别</th>
            <th scope="col">位置</th>
            <th scope="col">内容</th>
            <th scope="col">怎样改</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((problem, at) => (
            <ProblemRow key={`${problem.path}${problem.said}${at}`} problem={problem} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ProblemRow({ problem }: { problem: ShownProblem }) {
  const { label, glyph, tone } = LEVELS[problem.level];
  return (
    <tr>
      <td className="nowrap">
        <span className={`standing tone-${tone}`}>
          <Glyph name={glyph} />
          {label}
        </span>
      </td>
      <td>
        {problem.place === "" && problem.path === "" ? "整份文档" : problem.place}
        {problem.path !== "" && <code className="doc-path">{problem.path}</code>}
      </td>
      <td>{problem.said}</td>
      <td>
        {problem.level === "open" || problem.level === "reading" ? (
          <Mute text={problem.mend} />
        ) : (
          problem.mend
        )}
      </td>
    </tr>
  );
}

const Mute = ({ text }: { text: string }) => <span className="mute">{text}</span>;

/** `须改正 1 · 原文未定 12`, in the order of the table. */
export const countProblems = (problems: readonly { level: ShownProblem["level"] }[]): string =>
  ORDER.map((level) => [LEVELS[level].label, problems.filter((one) => one.level === level).length] as const)
    .filter(([, n]) => n > 0)
    .map(([label, n]) => `${label} ${n}`)
    .join(" · ");
