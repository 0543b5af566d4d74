// The targets that an institution and its centers bear, as they stand this year.
import { useSuspenseQuery } from "@tanstack/react-query";
import { ask } from "../app/client.ts";
import { usePolicy } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { ClauseRefs } from "../components/ClauseRefs.tsx";
import { DataList } from "../components/DataList.tsx";
import { ForceMark } from "../components/ForceMark.tsx";
import { Progress, TargetState } from "./TargetProgress.tsx";
import { type ReadingView, sayAsked, sayWhen, type TargetView } from "./target-words.ts";

interface Row {
  key: string;
  target: TargetView;
  reading: ReadingView;
}

export function UnitTargets() {
  const { as } = useWearing();
  const words = usePolicy();
  const { data } = useSuspenseQuery(ask.figure.board.queryOptions({ as }));
  const rows = data.targets
    .filter(({ asks }) => asks === undefined)
    .flatMap((target): Row[] =>
      target.readings.map((reading) => ({
        key: `${target.duty}/${reading.bearer.id ?? ""}`,
        target,
        reading,
      })),
    );
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="section-title">目标</h2>
      <DataList<Row>
        label="目标"
        rows={rows}
        rowKey={({ key }) => key}
        pageSize={500}
        columns={[
          {
            key: "label",
            title: "目标",
            render: ({ target }) => (
              <span className="row-wrap">
                <ForceMark force={target.force} />
                {target.label.zh}
                <ClauseRefs clauses={target.clauses.map((clause) => words.clause(clause))} />
              </span>
            ),
          },
          { key: "bearer", title: "由谁承担", width: 200, render: ({ reading }) => reading.bearer.name },
          {
            key: "asked",
            title: "要求",
            width: 170,
            render: ({ reading }) => reading.lines.map(sayAsked).join("；"),
          },
          { key: "now", title: "现状", width: 170, render: ({ reading }) => <Progress reading={reading} /> },
          { key: "when", title: "期限", width: 140, render: ({ target }) => sayWhen(target) },
          {
            key: "state",
            title: "结果",
            width: 110,
            render: ({ reading }) => <TargetState state={reading.state} />,
          },
        ]}
      />
    </>
  );
}
