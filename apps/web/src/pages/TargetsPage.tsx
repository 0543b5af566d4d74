// Targets and duties of the whole tenant: what the policy asks, where it stands today, what is on its way.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Drawer, Select, Tabs } from "antd";
import { ask } from "../app/client.ts";
import { usePolicy } from "../app/policy-in-force.tsx";
import type { TargetSearch } from "../app/router.tsx";
import { useWearing } from "../app/wearing.tsx";
import { ClauseRefs } from "../components/ClauseRefs.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { ForceMark } from "../components/ForceMark.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { QueryRow } from "../components/QueryRow.tsx";
import { FigureList } from "./FigureList.tsx";
import { csvOf, saveFile } from "./register-file.ts";
import { TargetDetail } from "./TargetDetail.tsx";
import { Progress, TargetState } from "./TargetProgress.tsx";
import {
  BEARERS,
  type BoardView,
  sayAsked,
  sayForecast,
  sayValue,
  sayWhen,
  STATES,
  stateOf,
  type TargetView,
} from "./target-words.ts";

const VIEWS = [
  { key: "all", label: "全部", states: undefined },
  { key: "short", label: "没有达到", states: ["not-met", "not-yet"] },
  { key: "open", label: "原文未定", states: ["open"] },
  { key: "waiting", label: "缺数据或待认定", states: ["unknown", "to-judge"] },
  { key: "met", label: "已达到", states: ["met"] },
] as const;

const inView = (view: (typeof VIEWS)[number], target: TargetView): boolean =>
  view.states === undefined || view.states.some((state) => state === stateOf(target));

export function TargetsPage() {
  const { as } = useWearing();
  const navigate = useNavigate();
  const search: TargetSearch = useSearch({ strict: false });
  const { data, isFetching } = useQuery({
    ...ask.figure.board.queryOptions({ as, ...(search.year === undefined ? {} : { year: search.year }) }),
    placeholderData: keepPreviousData,
  });
  const to = (next: Partial<TargetSearch>) =>
    void navigate({ to: ".", search: { ...search, ...next } as never, replace: true });
  const targets = data?.targets ?? [];
  const view = VIEWS.find(({ key }) => key === search.view) ?? VIEWS[0];
  const opened = targets.find(({ duty }) => duty === search.open);
  const thisYear = Number((data?.today ?? "").slice(0, 4));
  return (
    <>
      <PageHead
        title="目标与职责"
        actions={
          <Button disabled={targets.length === 0} onClick={() => data !== undefined && save(data)}>
            导出
          </Button>
        }
      />
      <QueryRow
        views={VIEWS.map((one) => ({
          key: one.key,
          label: one.label,
          count: targets.filter((target) => inView(one, target)).length,
        }))}
        view={view.key}
        onView={(key) => to({ view: key === "all" ? undefined : key })}
      >
        <Select
          aria-label="年度"
          style={{ width: 110 }}
          value={data?.year ?? null}
          onChange={(year: number | null) =>
            to({ year: year === thisYear ? undefined : (year ?? undefined) })
          }
          options={[0, 1, 2, 3, 4].map((ago) => ({ value: thisYear - ago, label: `${thisYear - ago} 年` }))}
        />
      </QueryRow>
      <Tabs
        items={[
          {
            key: "targets",
            label: `目标与职责 ${targets.length}`,
            children: (
              <TargetTable
                rows={targets.filter((target) => inView(view, target))}
                loading={isFetching}
                onOpen={(duty) => to({ open: duty })}
              />
            ),
          },
          {
            key: "figures",
            label: `统计指标 ${data?.figures.length ?? 0}`,
            children: <FigureList figures={data?.figures ?? []} loading={isFetching} />,
          },
        ]}
      />
      <Drawer
        open={opened !== undefined}
        onClose={() => to({ open: undefined })}
        title={opened?.label.zh ?? ""}
        size={720}
        destroyOnHidden
      >
        {data !== undefined && opened !== undefined && <TargetDetail target={opened} board={data} />}
      </Drawer>
    </>
  );
}

interface TableProps {
  rows: TargetView[];
  loading: boolean;
  onOpen: (duty: string) => void;
}

function TargetTable({ rows, loading, onOpen }: TableProps) {
  const words = usePolicy();
  return (
    <DataList<TargetView>
      label="目标与职责"
      rows={rows}
      rowKey={(row) => row.duty}
      loading={loading}
      pageSize={100}
      onOpen={(row) => onOpen(row.duty)}
      empty={<EmptyState title="没有符合条件的目标" next="换一个视图再看" />}
      columns={[
        {
          key: "label",
          title: "目标或职责",
          width: 360,
          render: (row) => (
            <span className="row-wrap">
              <ForceMark force={row.force} />
              <button type="button" className="link" onClick={() => onOpen(row.duty)}>
                {row.label.zh}
              </button>
              <ClauseRefs clauses={row.clauses.map((clause) => words.clause(clause))} />
            </span>
          ),
        },
        { key: "bearer", title: "由谁承担", width: 85, render: (row) => BEARERS[row.bearer] },
        { key: "asked", title: "要求", width: 130, render: (row) => <Asked target={row} /> },
        { key: "now", title: "现状", width: 150, render: (row) => <Now target={row} /> },
        { key: "forecast", title: "预计", width: 130, render: (row) => <Ahead target={row} /> },
        { key: "when", title: "期限", width: 130, render: sayWhen },
        { key: "state", title: "结果", width: 110, render: (row) => <TargetState state={stateOf(row)} /> },
      ]}
    />
  );
}

function Asked({ target }: { target: TargetView }) {
  if (target.asks !== undefined) return <span className="mute">由主管部门认定</span>;
  const lines = target.readings[0]?.lines ?? [];
  if (lines.length === 0) return <span className="mute">—</span>;
  return <>{lines.map(sayAsked).join("；")}</>;
}

/** One bearer's number with its progress; of many, how many have reached it. */
function Now({ target }: { target: TargetView }) {
  const [only] = target.readings;
  if (target.bearer === "tenant") return only === undefined ? <>—</> : <Progress reading={only} />;
  if (target.readings.length === 0) return <span className="mute">还没有承担者</span>;
  return (
    <>
      {target.readings.length} 家中 {target.met} 家达到
    </>
  );
}

function Ahead({ target }: { target: TargetView }) {
  const [only] = target.readings;
  if (target.bearer === "tenant") return <>{only === undefined ? "—" : sayForecast(only)}</>;
  const coming = target.readings.filter(({ forecast }) => forecast !== undefined);
  return <>{coming.length === 0 ? "—" : `${coming.length} 家有在途`}</>;
}

/** One line for each bearer, so that a spreadsheet can be sorted by it. */
function save({ targets, year }: BoardView): void {
  const head = ["目标或职责", "依据", "由谁承担", "承担者", "要求", "现状", "完成度", "预计", "期限", "结果"];
  const lines = targets.flatMap((target) =>
    target.readings.map((reading) => [
      target.label.zh,
      target.clauses.map(({ section }) => section).join("、"),
      BEARERS[target.bearer],
      reading.bearer.name,
      target.asks?.zh ?? reading.lines.map(sayAsked).join("；"),
      reading.lines.map(sayValue).join("；"),
      reading.share === undefined ? "" : `${Math.floor(reading.share * 100)}%`,
      sayForecast(reading),
      sayWhen(target),
      STATES[reading.state].word,
    ]),
  );
  saveFile(`目标与职责 ${year} 年.csv`, csvOf([head, ...lines]));
}
