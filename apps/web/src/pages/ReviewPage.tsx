// An expert's sheet: recusal first, then yes and no in each respect, or points beside the own score.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { flatten, type TreeItem } from "@yichuang/domain";
import type { ListItem } from "@yichuang/policy";
import { Input, Radio } from "antd";
import { useRef, useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { type PolicyWords, usePolicyVersion } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { ClausePanel } from "../components/ClausePanel.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { DueText } from "../components/DueText.tsx";
import { IndicatorTree } from "../components/IndicatorTree.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { SaveState, type SaveStateName } from "../components/SaveState.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { PacketBody } from "./PacketBody.tsx";

type Review = Outputs["review"]["get"];

export function ReviewPage() {
  const { id = "", stage = "" } = useParams({ strict: false });
  const { as, me } = useWearing();
  const { data } = useSuspenseQuery({
    ...ask.review.get.queryOptions({ as, case: id, stage, user: me.user }),
    refetchOnWindowFocus: false,
  });
  const words = usePolicyVersion(data.policyHash);
  const found = words.policy.procedures
    .flatMap((procedure) => procedure.stages)
    .find(({ key, does }) => key === stage && does === "review");
  const verdict = found?.yields?.find(({ kind }) => kind === "verdict");
  return verdict?.kind === "verdict" ? (
    <JudgePage review={data} words={words} stage={stage} condition={verdict.about?.[0] ?? ""} caseId={id} />
  ) : (
    <ScorePage review={data} words={words} stage={stage} caseId={id} />
  );
}

interface Props {
  review: Review;
  words: PolicyWords;
  stage: string;
  caseId: string;
}

const titleOf = (review: Review): string => review.packet?.title ?? "";

function Head({
  review,
  words,
  caseId,
  stage,
  act,
  onAct,
  busy,
  save,
}: Props & {
  act: "judge" | "score";
  onAct: () => void;
  busy: boolean;
  save?: { state: SaveStateName; at?: string };
}) {
  const { base } = useWearing();
  const ability = review.abilities.find((one) => one.act === act);
  const done = review.mine.judgement !== null || review.mine.score !== null;
  return (
    <PageHead
      crumbs={[{ label: "我的评审", to: base }, { label: titleOf(review) }]}
      title={titleOf(review)}
      tags={
        <>
          {review.mine.recused === null ? (
            done && <StandingTag standing="closed" label="已提交" />
          ) : (
            <StandingTag standing="waived" label="已回避" />
          )}
          {save !== undefined && !done && <SaveState {...save} />}
        </>
      }
      aside={<DueText due={review.stage?.due} today={review.today} done={done} />}
      actions={
        <>
          <Recuse review={review} words={words} caseId={caseId} stage={stage} />
          {ability !== undefined && !done && (
            <ActButton
              primary
              label="签名并提交"
              verdict={words.verdict(ability.verdict)}
              busy={busy}
              onAct={onAct}
            />
          )}
        </>
      }
    />
  );
}

function Recuse({ review, words, caseId, stage }: Props) {
  const { as } = useWearing();
  const { busy, act } = useActing(words);
  const [open, setOpen] = useState(false);
  const ability = review.abilities.find((one) => one.act === "recuse");
  if (
    ability === undefined ||
    review.mine.recused !== null ||
    review.mine.judgement !== null ||
    review.mine.score !== null
  )
    return null;
  const go = async (reason: string) => {
    const answer = await act(
      (key) => api.act.recuse.mutate({ as, key, act: { case: caseId, stage, reason } }),
      "已回避，这一份不再由您评审",
    );
    if (answer?.kind === "done") setOpen(false);
  };
  return (
    <>
      <ActButton label="申请回避" verdict={words.verdict(ability.verdict)} onAct={() => setOpen(true)} />
      <Confirm
        open={open}
        title={`回避：${titleOf(review)}`}
        effects={["您不再看到这一份材料", "主管部门会另请专家"]}
        verb="确认回避"
        reason
        busy={busy}
        onCancel={() => setOpen(false)}
        onConfirm={(reason) => void go(reason)}
      />
    </>
  );
}

interface Dimension {
  item: string;
  met?: boolean;
  opinion: string;
}

function JudgePage({ review, words, stage, condition, caseId }: Props & { condition: string }) {
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
      <Head
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
function ownScores(tree: readonly TreeItem[]): Scores {
  return Object.fromEntries(
    flatten(tree).flatMap((item) =>
      "self" in item && typeof item.self === "number" ? [[item.path, item.self]] : [],
    ),
  );
}

type Scores = { [path: string]: number | undefined };

function ScorePage({ review, words, stage, caseId }: Props) {
  const { as } = useWearing();
  const { busy, act } = useActing(words);
  const stored = review.draft?.answers as
    | { scores?: Scores; comments?: { [path: string]: string } }
    | undefined;
  const mine = review.mine.score;
  const [scores, setScores] = useState<Scores>(() =>
    mine === null
      ? (stored?.scores ?? {})
      : Object.fromEntries(mine.terms.map((term) => [term.item, Number(term.raw ?? term.points)])),
  );
  const [comments, setComments] = useState<{ [path: string]: string }>(() =>
    mine === null
      ? (stored?.comments ?? {})
      : Object.fromEntries(
          mine.terms.flatMap((term) => (term.comment === undefined ? [] : [[term.item, term.comment]])),
        ),
  );
  const [opinion, setOpinion] = useState(mine?.opinion ?? "");
  const [asking, setAsking] = useState(false);
  const [save, setSave] = useState<{ state: SaveStateName; at?: string }>({ state: "clean" });
  const version = useRef(review.draft?.version ?? 0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tree = (review.packet?.body["tree"] ?? []) as TreeItem[];
  const self = ownScores(tree);
  const keep = (next: { scores: Scores; comments: { [path: string]: string } }) => {
    clearTimeout(timer.current);
    setSave({ state: "saving" });
    timer.current = setTimeout(async () => {
      try {
        const saved = await api.draft.saveScores.mutate({
          as,
          case: caseId,
          stage,
          version: version.current,
          answers: next as never,
        });
        if (saved.kind === "conflict") return setSave({ state: "conflict" });
        version.current = saved.version;
        return setSave({
          state: "saved",
          at: new Date(Date.parse(saved.savedAt) + 28_800_000).toISOString().slice(11, 16),
        });
      } catch {
        return setSave({ state: "failed" });
      }
    }, 800);
  };
  const score = (path: string, points: number | null) => {
    const next = { ...scores, [path]: points ?? undefined };
    setScores(next);
    keep({ scores: next, comments });
  };
  const comment = (path: string, said: string) => {
    const next = { ...comments, [path]: said };
    setComments(next);
    keep({ scores, comments: next });
  };
  const items = flatten(tree).filter(({ scored }) => scored);
  const go = async () => {
    const given = items.flatMap(({ path }) => {
      const points = scores[path];
      const said = comments[path];
      return points === undefined
        ? []
        : [
            {
              item: path,
              points: String(points),
              ...(said === undefined || said === "" ? {} : { comment: said }),
            },
          ];
    });
    await act(
      (key) => api.act.score.mutate({ as, key, act: { case: caseId, stage, items: given, opinion } }),
      "评分已提交",
    );
    setAsking(false);
  };
  const lines = passLines(words);
  return (
    <>
      <Head
        review={review}
        words={words}
        stage={stage}
        caseId={caseId}
        act="score"
        busy={busy}
        save={save}
        onAct={() => setAsking(true)}
      />
      <div className="two-columns">
        <div>
          <IndicatorTree
            mode="score"
            tree={tree}
            scores={scores}
            onScore={score}
            comments={comments}
            onComment={comment}
            readOnly={mine !== null}
            lines={lines}
            self={self}
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

/** Lines of the grading that are numbers, for example the pass line. */
function passLines(words: PolicyWords): { label: string; at: number }[] {
  return words.policy.gradings.flatMap((grading) => {
    const value = grading.grade;
    if (typeof value !== "object" || !("cases" in value)) return [];
    return value.cases.flatMap(({ when, then }) =>
      when.kind === "compare" && typeof when.than === "number" && typeof then === "string"
        ? [{ label: words.grade(then)?.label ?? then, at: when.than }]
        : [],
    );
  });
}
