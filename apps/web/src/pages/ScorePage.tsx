// Points line by line beside the own score.
import { flatten, type TreeItem } from "@yichuang/domain";
import { Input } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api } from "../app/client.ts";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { ClausePanel } from "../components/ClausePanel.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { IndicatorTree } from "../components/IndicatorTree.tsx";
import { PacketBody } from "./PacketBody.tsx";
import { ReviewHead, type ReviewProps, titleOf } from "./review-head.tsx";
import { type Marks, useScoreDraft } from "./use-score-draft.ts";

/** A line with what the center gave and named itself. */
interface OwnLine {
  self?: number;
  selfEvidence?: string[];
}

function ownOf<Name extends keyof OwnLine>(tree: readonly TreeItem[], name: Name) {
  const lines = flatten(tree).map((item): [string, OwnLine[Name]] => [item.path, (item as OwnLine)[name]]);
  return Object.fromEntries(lines.filter(([, own]) => own !== undefined));
}

/** What is signed: the points of each line, and the evidence accepted for it or for the group above it. */
function itemsOf(tree: readonly TreeItem[], { scores, comments, evidence }: Marks) {
  return flatten(tree).flatMap((item) => {
    const points = item.scored ? scores[item.path] : undefined;
    const said = comments[item.path];
    const named = item.indicator?.evidence === undefined ? [] : (evidence[item.path] ?? []);
    if (points === undefined && named.length === 0) return [];
    return [
      {
        item: item.path,
        ...(points === undefined ? {} : { points: String(points) }),
        ...(said === undefined || said === "" ? {} : { comment: said }),
        ...(named.length === 0 ? {} : { evidence: named }),
      },
    ];
  });
}

export function ScorePage({ review, words, stage, caseId }: ReviewProps) {
  const { as } = useWearing();
  const { busy, act } = useActing(words);
  const mine = review.mine.score;
  const draft = useScoreDraft(review, { caseId, stage });
  const { scores, comments, evidence } = draft;
  const [opinion, setOpinion] = useState(mine?.opinion ?? "");
  const [asking, setAsking] = useState(false);
  const tree = (review.packet?.body["tree"] ?? []) as TreeItem[];
  const self = ownOf(tree, "self");
  const go = async () => {
    const items = itemsOf(tree, draft);
    await act(
      (key) => api.act.score.mutate({ as, key, act: { case: caseId, stage, items, opinion } }),
      "评分已提交",
    );
    setAsking(false);
  };
  const lines = passLines(words, stage);
  const total = tree.reduce((sum, { weight }) => sum + Number(weight ?? 0), 0);
  return (
    <>
      <ReviewHead
        review={review}
        words={words}
        stage={stage}
        caseId={caseId}
        act="score"
        busy={busy}
        save={draft.status}
        onAct={() => setAsking(true)}
      />
      <div className="two-columns">
        <div>
          <IndicatorTree
            mode="score"
            tree={tree}
            scores={scores}
            onScore={draft.score}
            comments={comments}
            onComment={draft.comment}
            evidence={evidence}
            onEvidence={draft.accept}
            selfEvidence={ownOf(tree, "selfEvidence")}
            lists={words.policy.lists}
            readOnly={mine !== null}
            lines={lines}
            {...(total > 0 ? { total } : {})}
            {...(Object.keys(self).length > 0 ? { self } : {})}
          />
          <label className="stacked">
            评审意见
            <Input.TextArea
              aria-label="评审意见"
              rows={3}
              disabled={mine !== null}
              value={opinion}
              onChange={(event) => setOpinion(event.target.value)}
            />
          </label>
        </div>
        <aside>
          <PacketBody review={review} words={words} compact />
          <ClausePanel clauses={(review.stage?.clauses ?? []).map((clause) => words.clause(clause))} />
        </aside>
      </div>
      <Confirm
        open={asking}
        title={`提交评分：${titleOf(review)}`}
        effects={["提交之后不能修改", "逐项得分留存，可以复算"]}
        verb="签名并提交"
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      />
    </>
  );
}

/** Lines of the procedure's own grading that are numbers, for example the pass line. */
function passLines(words: PolicyWords, stage: string): { label: string; at: number }[] {
  const used = words.policy.procedures
    .filter(({ stages }) => stages.some(({ key, does }) => key === stage && does === "review"))
    .flatMap(({ stages }) => stages.flatMap(({ yields = [] }) => yields))
    .flatMap((one) => (one.kind === "grade" ? [one.grading] : []));
  return words.policy.gradings.flatMap((grading) => {
    if (!used.includes(grading.key)) return [];
    const value = grading.grade;
    if (typeof value !== "object" || !("cases" in value)) return [];
    return value.cases.flatMap(({ when, then }) =>
      when.kind === "compare" && typeof when.than === "number" && typeof then === "string"
        ? [{ label: words.grade(then)?.label ?? then, at: when.than }]
        : [],
    );
  });
}
