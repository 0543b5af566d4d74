// Yes and no in each respect, and the whole.
import type { ListItem } from "@yichuang/policy";
import { Input, Radio } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api } from "../app/client.ts";
import { useWearing } from "../app/wearing.tsx";
import { ClausePanel } from "../components/ClausePanel.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { PacketBody } from "./PacketBody.tsx";
import { ReviewHead, type ReviewProps, titleOf } from "./review-head.tsx";

interface Dimension {
  item: string;
  met?: boolean;
  opinion: string;
}

export function JudgePage({ review, words, stage, condition, caseId }: ReviewProps & { condition: string }) {
  const { as } = useWearing();
  const { busy, act } = useActing(words);
  const named = words.policy.conditions.find(({ key }) => key === condition);
  const aspects = named?.test.kind === "judged" ? named.test.aspects : undefined;
  const items: ListItem[] = words.policy.lists.find(({ key }) => key === aspects)?.items ?? [];
  const mine = review.mine.judgement;
  const [answers, setAnswers] = useState<Dimension[]>(() =>
    items.map(({ key }) => mine?.dimensions.find(({ item }) => item === key) ?? { item: key, opinion: "" }),
  );
  const [verdict, setVerdict] = useState<boolean | undefined>(mine?.verdict);
  const [opinion, setOpinion] = useState(mine?.opinion ?? "");
  const [asking, setAsking] = useState(false);
  const readOnly = mine !== null;
  const set = (item: string, change: Partial<Dimension>) =>
    setAnswers(answers.map((one) => (one.item === item ? { ...one, ...change } : one)));
  const missing = answers.filter(({ met }) => met === undefined).length;
  const go = async () => {
    const answer = await act(
      (key) =>
        api.act.judge.mutate({
          as,
          key,
          act: {
            case: caseId,
            stage,
            condition,
            verdict: verdict ?? false,
            dimensions: answers.map(({ item, met, opinion: said }) => ({
              item,
              met: met ?? false,
              opinion: said,
            })),
            opinion,
          },
        }),
      "评估意见已提交",
    );
    setAsking(false);
    if (answer?.kind !== "done") return;
  };
  return (
    <>
      <ReviewHead
        review={review}
        words={words}
        stage={stage}
        caseId={caseId}
        act="judge"
        busy={busy}
        onAct={() => setAsking(true)}
      />
      <div className="two-columns">
        <div>
          <section className="form-section" aria-label="评估">
            <h2 className="section-title">
              {named?.test.kind === "judged" ? named.test.asks.zh : (named?.label?.zh ?? "评估")}
            </h2>
            <table className="plain judge-table" aria-label="逐项评估">
              <tbody>
                {items.map(({ key, label }) => {
                  const one = answers.find(({ item }) => item === key);
                  return (
                    <tr key={key}>
                      <th scope="row">{label?.zh ?? key}</th>
                      <td>
                        <Radio.Group
                          aria-label={label?.zh ?? key}
                          disabled={readOnly}
                          value={one?.met}
                          options={[
                            { value: true, label: "具备" },
                            { value: false, label: "不具备" },
                          ]}
                          onChange={(event) => set(key, { met: event.target.value === true })}
                        />
                      </td>
                      <td className="grow">
                        <Input
                          aria-label={`${label?.zh ?? key}的意见`}
                          placeholder="意见"
                          disabled={readOnly}
                          value={one?.opinion ?? ""}
                          onChange={(event) => set(key, { opinion: event.target.value })}
                        />
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
            <div className="row">
              <span className="strong">总的结论</span>
              <Radio.Group
                aria-label="总的结论"
                disabled={readOnly}
                value={verdict}
                options={[
                  { value: true, label: "是" },
                  { value: false, label: "否" },
                ]}
                onChange={(event) => setVerdict(event.target.value === true)}
              />
              {!readOnly && missing > 0 && <span className="sm mute">还有 {missing} 个方面没有选</span>}
            </div>
            <label className="stacked">
              评估意见
              <Input.TextArea
                aria-label="评估意见"
                rows={3}
                disabled={readOnly}
                value={opinion}
                onChange={(event) => setOpinion(event.target.value)}
              />
            </label>
          </section>
          <PacketBody review={review} words={words} />
        </div>
        <ClausePanel clauses={(review.stage?.clauses ?? []).map((clause) => words.clause(clause))} />
      </div>
      <Confirm
        open={asking}
        title={`提交评估意见：${titleOf(review)}`}
        effects={["提交之后不能修改", "其他专家提交之前看不到您的意见"]}
        verb="签名并提交"
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      />
    </>
  );
}

/** The center's own score, line by line, where it gave one. */
