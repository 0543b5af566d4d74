// What a panel came to: yes and no in each respect, or the score sheets beside the own score.
import { showTotal } from "@yichuang/domain";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { evidenceWord } from "../components/Evidence.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { Glyph } from "../components/Glyph.tsx";
import { zh } from "../words/zh.ts";
import type { CasePageData } from "./case-acts.tsx";

const NOBODY = "00000000-0000-0000-0000-000000000000";

export function ReviewSummary({ page, words }: { page: CasePageData; words: PolicyWords }) {
  const { assignments, judgements, scores, proposals, decisions } = page.case;
  if (assignments.length + judgements.length + scores.length + decisions.length === 0) {
    return <EmptyState title="还没有评审" next="分配专家之后，进度和意见在这里看到" />;
  }
  const nameOf = (user: string, index: number): string =>
    user === NOBODY
      ? `专家 ${index + 1}`
      : (assignments.find((one) => one.user === user)?.name ?? `专家 ${index + 1}`);
  return (
    <div className="review-summary">
      {assignments.length > 0 && (
        <section>
          <h3 className="section-title">专家</h3>
          <ul className="plain-list">
            {assignments.map((one) => {
              const done =
                judgements.some(({ user }) => user === one.user) ||
                scores.some(({ user }) => user === one.user);
              return (
                <li key={`${one.stage}${one.user}`} className="row">
                  <Glyph name={one.recused === undefined ? (done ? "check" : "clock") : "diamond"} />
                  <span className="grow">
                    {one.name} <span className="mute">{one.unit}</span>
                  </span>
                  <span className="mute">
                    {one.recused === undefined
                      ? done
                        ? "已提交"
                        : "评审中"
                      : `已回避：${one.recused.reason}`}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {judgements.length > 0 && <Judgements page={page} words={words} nameOf={nameOf} />}
      {scores.length > 0 && <Scores page={page} words={words} nameOf={nameOf} />}
      {[
        ...proposals.map((one) => ({ ...one, what: "拟办意见" })),
        ...decisions.map((one) => ({ ...one, what: "决定" })),
      ].map((one) => (
        <p key={`${one.what}${one.at}`}>
          <span className="strong">{one.what}</span>：{OUTCOMES[one.outcome]}
          {one.opinion === "" ? "" : `，${one.opinion}`} <span className="mute">{one.who.name}</span>
        </p>
      ))}
    </div>
  );
}

const OUTCOMES: Record<string, string> = {
  approve: "同意",
  decline: "不同意",
  approved: "同意",
  declined: "不同意",
  concluded: "按规定评定",
};

interface Named {
  page: CasePageData;
  nameOf: (user: string, index: number) => string;
}

function Judgements({ page, words, nameOf }: Named & { words: PolicyWords }) {
  const { judgements } = page.case;
  const items = [...new Set(judgements.flatMap(({ dimensions }) => dimensions.map(({ item }) => item)))];
  const labelOf = (item: string): string =>
    words.policy.lists.flatMap((list) => list.items).find(({ key }) => key === item)?.label?.zh ?? item;
  return (
    <section>
      <h3 className="section-title">评估意见</h3>
      <div className="table-scroll">
        <table className="plain" aria-label="评估意见">
          <thead>
            <tr>
              <th scope="col">方面</th>
              {judgements.map((judgement, index) => (
                <th scope="col" key={judgement.user + index}>
                  {nameOf(judgement.user, index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item}>
                <th scope="row">{labelOf(item)}</th>
                {judgements.map((judgement, index) => {
                  const one = judgement.dimensions.find((dimension) => dimension.item === item);
                  return (
                    <td key={judgement.user + index}>
                      {one?.met === true ? "具备" : "不具备"} <span className="mute">{one?.opinion}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr>
              <th scope="row">结论</th>
              {judgements.map((judgement, index) => (
                <td key={judgement.user + index} className="strong">
                  {judgement.verdict ? "是" : "否"} <span className="mute">{judgement.opinion}</span>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Scores({ page, words, nameOf }: Named & { words: PolicyWords }) {
  const { scores, result } = page.case;
  // who saw no evidence for a group has no terms below it
  const all = scores.flatMap((score) => score.terms).map((term) => [term.item, term] as const);
  const terms = [...new Map(all).values()].filter(
    (term) => term.combine === undefined || term.evidence !== undefined,
  );
  return (
    <section>
      <h3 className="section-title">评分</h3>
      <div className="table-scroll">
        <table className="plain" aria-label="评分">
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col" className="num">
                满分
              </th>
              {scores.map((score, index) => (
                <th scope="col" className="num" key={score.user + index}>
                  {nameOf(score.user, index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {terms.map((term) => (
              <tr key={term.item}>
                <th scope="row">{term.label}</th>
                <td className="num">{term.weight ?? "—"}</td>
                {scores.map((score, index) => (
                  <td className="num" key={score.user + index}>
                    <Points term={score.terms.find(({ item }) => item === term.item)} words={words} />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">合计</th>
              <td>{terms.length === 0 ? "" : "—"}</td>
              {scores.map((score, index) => (
                <td className="num strong" key={score.user + index}>
                  {showTotal(score.total)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {result?.score !== undefined && (
        <p>
          合成得分 <strong>{showTotal(result.score)}</strong>
        </p>
      )}
    </section>
  );
}

type Term = CasePageData["case"]["scores"][number]["terms"][number];

/** Points of a line with the evidence that was accepted for them. */
function Points({ term, words }: { term: Term | undefined; words: PolicyWords }) {
  if (term === undefined) return "—";
  const named = term.evidence?.map((one) => evidenceWord(words.policy.lists, one)).join("、");
  return (
    <>
      {term.points}
      {named !== undefined && <span className="sm mute"> {named}</span>}
      {term.how === "no-evidence" && <span className="sm bad"> {zh.tree.noEvidence}</span>}
    </>
  );
}
