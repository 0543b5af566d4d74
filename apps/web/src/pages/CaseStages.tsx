import { Explanation } from "../components/Explanation.tsx";
import { ClauseRefs } from "../components/ClauseRefs.tsx";
import { Glyph } from "../components/Glyph.tsx";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { shortDate } from "../words/dates.ts";
import type { CasePageData } from "./case-acts.tsx";

const dayOf = (instant: string, shift = 0): string =>
  new Date(Date.parse(instant) + 28_800_000 - shift).toISOString().slice(0, 10);

/** The stages of a case in the policy's own words, each with its window, its clause and what it requires. */
export function CaseStages({ page, words }: { page: CasePageData; words: PolicyWords }) {
  const when = (stage: CasePageData["stages"][number]): string => {
    if (stage.doneOn !== undefined)
      return `${shortDate(stage.doneOn, page.today)} 办结${(stage.daysLate ?? 0) > 0 ? `，晚 ${stage.daysLate} 天` : ""}`;
    if (stage.endsOn !== undefined) {
      const first = stage.startedOn === undefined ? "" : `${shortDate(stage.startedOn, page.today)} 开始，`;
      return `${first}至 ${shortDate(stage.endsOn, page.today)}`;
    }
    if (stage.asks !== undefined) return `原文未定：${stage.asks.zh}`;
    const from = stage.opens === undefined ? undefined : shortDate(dayOf(stage.opens), page.today);
    const to = stage.closes === undefined ? undefined : shortDate(dayOf(stage.closes, 1), page.today);
    if (from !== undefined && to !== undefined) return `${from} 至 ${to}`;
    return to === undefined ? "" : `${to} 前`;
  };
  return (
    <section className="panel" aria-label="阶段">
      <h2 className="section-title">阶段</h2>
      <ol className="stage-list">
        {page.stages.map((stage) => (
          <li key={stage.key} className={stage.doneOn === undefined ? "" : "done"}>
            <div className="row">
              <Glyph name={stage.doneOn === undefined ? "ring" : "check"} />
              <span className="strong grow">{stage.label.zh}</span>
              <ClauseRefs clauses={stage.clauses.slice(0, 1).map((clause) => words.clause(clause))} />
            </div>
            <p className="sm mute">{when(stage)}</p>
            {stage.rulings.map(({ condition, effect, ruling }) => (
              <div key={condition}>
                <Explanation ruling={words.ruling(ruling)} />
                {effect === "waived" && <p className="sm mute">这一件已豁免这一条</p>}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
