// The figures that the policy names, of the tenant, its units and its centers.
import { usePolicy } from "../app/policy-in-force.tsx";
import { ClauseRefs } from "../components/ClauseRefs.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { type FigureView, sayNumber } from "./target-words.ts";

interface Row {
  key: string;
  figure: FigureView;
  /** not there where nobody has the figure yet */
  reading?: FigureView["readings"][number];
}

export function FigureList({ figures, loading }: { figures: readonly FigureView[]; loading: boolean }) {
  const words = usePolicy();
  const rows = figures.flatMap((figure): Row[] =>
    figure.readings.length === 0
      ? [{ key: figure.measure, figure }]
      : figure.readings.map((reading) => ({ key: `${figure.measure}/${reading.id ?? ""}`, figure, reading })),
  );
  return (
    <DataList<Row>
      label="统计指标"
      rows={rows}
      rowKey={({ key }) => key}
      loading={loading}
      pageSize={500}
      empty={<EmptyState title="政策没有列出统计指标" />}
      columns={[
        {
          key: "label",
          title: "指标",
          render: ({ figure }) => (
            <span className="row-wrap">
              {figure.label.zh}
              <ClauseRefs clauses={figure.clauses.map((clause) => words.clause(clause))} />
            </span>
          ),
        },
        {
          key: "of",
          title: "谁的",
          width: 260,
          render: ({ reading }) =>
            reading === undefined ? "还没有对象" : reading.name === "" ? "全部" : reading.name,
        },
        {
          key: "value",
          title: "数值",
          width: 160,
          align: "right",
          render: ({ figure, reading }) => <Value figure={figure} reading={reading} />,
        },
        {
          key: "counted",
          title: "计入",
          width: 90,
          align: "right",
          render: ({ reading }) => ((reading?.counted ?? 0) === 0 ? "—" : `${reading?.counted} 项`),
        },
      ]}
    />
  );
}

function Value({ figure, reading }: { figure: FigureView; reading: Row["reading"] | undefined }) {
  if (reading === undefined) return <span className="mute">—</span>;
  if (reading.open !== undefined) return <StandingTag standing="open" />;
  if (reading.value === undefined) return <span className="mute">缺数据</span>;
  return <>{sayNumber(reading.value, figure.unit)}</>;
}
