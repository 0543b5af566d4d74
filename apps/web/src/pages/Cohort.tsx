// The cases of a year at one stage: scores, places with equals, the cut, grades, and the act over all of them.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { showTotal } from "@yichuang/domain";
import { Button } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { type PolicyWords, usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { type Column, DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { GradeMark } from "../components/GradeMark.tsx";
import { Refusal } from "../components/Refusal.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { meaningOf } from "./CenterListPage.tsx";
import { type Foreseen, foreseenOf, placeOf, type CohortRow } from "./cohort-rows.ts";

type View = Outputs["cohort"]["get"];

interface Over {
  procedure: string;
  stage: string;
  year: number;
}

export function Cohort({ over, label }: { over: Over; label: string }) {
  const { as } = useWearing();
  const words = usePolicy();
  const [prefer, setPrefer] = useState<string[]>([]);
  const { data, isFetching } = useQuery({
    ...ask.cohort.get.queryOptions({ as, ...over, prefer }),
    placeholderData: keepPreviousData,
  });
  const told = foreseenOf(data);
  const rows = (data?.rows ?? []).toSorted(
    (a, b) =>
      (placeOf(a, told)?.place ?? 9999) - (placeOf(b, told)?.place ?? 9999) ||
      Number(b.score ?? 0) - Number(a.score ?? 0),
  );
  const isOver = rows.length > 0 && rows.every(({ state }) => state === "closed");
  const outcomes = isOver ? [] : (data?.outcomes ?? []);
  const tied = rows.some((row) => (placeOf(row, told)?.tied ?? 1) > 1);
  return (
    <>
      {outcomes.map((outcome) => (
        <Outcome key={outcome.act} outcome={outcome} over={over} prefer={prefer} count={rows.length} />
      ))}
      {isOver && <p className="sm mute">都已办结</p>}
      {tied && !isOver && (
        <p className="sm mute">得分相同的并列；名额不够分给并列的各件时，勾选优先的再办理</p>
      )}
      <DataList<CohortRow>
        label={label}
        rows={rows}
        rowKey={(row) => row.case}
        loading={isFetching}
        pageSize={1000}
        selected={prefer}
        onSelect={setPrefer}
        empty={<EmptyState title="这一年还没有案卷" next="换一个年度或事项再看" />}
        columns={columnsOf(words, told)}
      />
    </>
  );
}

const VERBS = { rank: "排出名次", grade: "一起评定等次" } as const;

interface OutcomeProps {
  outcome: View["outcomes"][number];
  over: Over;
  prefer: string[];
  count: number;
}

/** What the act would come to today, and the button. */
function Outcome({ outcome, over, prefer, count }: OutcomeProps) {
  const { as } = useWearing();
  const words = usePolicy();
  const { busy, act } = useActing(words);
  const [asking, setAsking] = useState(false);
  const verb = VERBS[outcome.act];
  if (count === 0) return null;
  const go = async (opinion: string) => {
    const answer = await act(
      (key) =>
        outcome.act === "rank"
          ? api.act.rank.mutate({ as, key, act: { ...over, prefer } })
          : api.act.grade.mutate({ as, key, act: { ...over, prefer, opinion } }),
      outcome.act === "rank" ? "已排出名次" : "已评定等次",
    );
    if (answer?.kind === "done") setAsking(false);
  };
  return (
    <>
      <p className="row-wrap">
        <span className="grow">
          {outcome.kind === "decided" ? `可以${verb}，下表是现在办理的结果` : `还不能${verb}`}
        </span>
        <Button
          type="primary"
          disabled={outcome.kind !== "decided"}
          loading={busy}
          onClick={() => setAsking(true)}
        >
          {verb}
        </Button>
      </p>
      {outcome.violations.slice(0, 3).map((violation, n) => (
        <Refusal key={`${violation.code}${n}`} {...words.violation(violation)} />
      ))}
      <Confirm
        open={asking}
        title={`${over.year} 年：${verb}`}
        effects={[
          `写入 ${count} 件案卷`,
          prefer.length === 0 ? "没有指定优先的" : `优先 ${prefer.length} 件`,
        ]}
        verb={`确认${verb}`}
        reason={outcome.act === "grade"}
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={(opinion) => void go(opinion)}
      />
    </>
  );
}

function columnsOf(words: PolicyWords, told: Foreseen): Column<CohortRow>[] {
  return [
    {
      key: "title",
      title: "名称",
      render: (row) => <Title row={row} />,
    },
    { key: "unit", title: "单位", width: 200, render: (row) => row.unit },
    {
      key: "score",
      title: "得分",
      width: 100,
      align: "right",
      render: (row) => (row.score === undefined ? (row.absent ? "没有参加" : "—") : showTotal(row.score)),
    },
    { key: "place", title: "名次", width: 130, render: (row) => <Place row={row} told={told} /> },
    { key: "chosen", title: "入围", width: 110, render: (row) => <Chosen row={row} told={told} /> },
    {
      key: "grade",
      title: "等次",
      width: 200,
      render: (row) => <Grade row={row} told={told} words={words} />,
    },
    {
      key: "state",
      title: "案卷",
      width: 110,
      render: (row) => <StandingTag standing={row.state} />,
    },
  ];
}

function Title({ row }: { row: CohortRow }) {
  const { base } = useWearing();
  return <AppLink to={`${base}/cases/${row.case}`}>{row.title}</AppLink>;
}

function Place({ row, told }: { row: CohortRow; told: Foreseen }) {
  const found = placeOf(row, told);
  if (found === undefined) return <span className="mute">—</span>;
  return (
    <>
      第 {found.place} 名{found.tied > 1 ? `（${found.tied} 件并列）` : ""}
    </>
  );
}

function Chosen({ row, told }: { row: CohortRow; told: Foreseen }) {
  const found = placeOf(row, told);
  if (found?.chosen === undefined)
    return found !== undefined && found.cut !== undefined ? (
      <StandingTag standing="open" label="待选" />
    ) : (
      <span className="mute">—</span>
    );
  return found.chosen ? (
    <StandingTag standing="decided" label="入围" />
  ) : (
    <StandingTag standing="withdrawn" label="未入围" />
  );
}

/** The grade that was given, or the one that would be; and what a quota lowered. */
function Grade({ row, told, words }: { row: CohortRow; told: Foreseen; words: PolicyWords }) {
  const key = row.grade ?? told.grades[row.case];
  const grade = key === undefined ? undefined : words.grade(key);
  if (grade === undefined) return <span className="mute">—</span>;
  const lowered = row.grade === undefined ? told.lowered[row.case] : row.lowered?.[0]?.from;
  const from = lowered === undefined ? undefined : words.grade(lowered);
  return (
    <span className="row-wrap">
      <GradeMark meaning={meaningOf(grade.means)} label={grade.label} />
      {from !== undefined && <span className="sm mute">由{from.label}调低</span>}
    </span>
  );
}
