// 谁没报: institutions by what they owe in a year; a cell opens its center, late ones can be urged.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { App, Button, Drawer, Select } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask, newKey, queries } from "../app/client.ts";
import type { ListSearch } from "../app/router.tsx";
import { usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { DueText } from "../components/DueText.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { type CellState, Matrix } from "../components/Matrix.tsx";
import { PageHead } from "../components/PageHead.tsx";

type Row = Outputs["supervision"]["arrears"]["rows"][number];

const GRAVEST: CellState[] = ["late", "begun", "not-begun", "not-due", "met"];

function stateOf(row: Row, today: string, now: string): CellState {
  if (row.state === "done") return "met";
  if (row.due_on !== null && row.due_on < today) return "late";
  if (row.case_id !== null) return "begun";
  return row.opens_at > now ? "not-due" : "not-begun";
}

const columnKey = (row: Row): string => `${row.procedure_key ?? row.duty_key ?? ""}/${row.stage_key ?? ""}`;

export function ArrearsPage() {
  const { as, me } = useWearing();
  const words = usePolicy();
  const session = useQuery(ask.session.me.queryOptions());
  const thisYear = Number((session.data?.now ?? "2022").slice(0, 4));
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const shown = search.year ?? thisYear;
  const setYear = (year: number) => void navigate({ to: ".", search: { year } as never });
  const { data } = useQuery(ask.supervision.arrears.queryOptions({ as, year: shown }));
  const [opened, setOpened] = useState<{ unit: string; column: string }>();
  const { busy, act } = useActing(words);
  const { message } = App.useApp();
  const rows = data?.rows ?? [];
  const columns = [...new Map(rows.map((row) => [columnKey(row), row.matter])).entries()].map(
    ([key, label]) => ({ key, label, name: label }),
  );
  const units = [...new Map(rows.map((row) => [row.party_id, row.unit])).entries()];
  const cellsOf = (party: number, column: string): Row[] =>
    rows.filter((row) => row.party_id === party && columnKey(row) === column);
  const late = rows.filter((row) => data !== undefined && stateOf(row, data.today, data.now) === "late");
  const urge = async (row: Row) =>
    act(
      (key) => api.act.urge.mutate({ as, key, act: { root: row.root_id, obligation: row.obligation_key } }),
      `已催办${row.unit}`,
    );
  const urgeAll = async () => {
    const refused: string[] = [];
    for (const row of late) {
      const answer = await api.act.urge.mutate({
        as,
        key: newKey(),
        act: { root: row.root_id, obligation: row.obligation_key },
      });
      if (answer.kind !== "done") refused.push(`${row.unit}：${answer.violations[0]?.said.zh ?? ""}`);
    }
    await queries.invalidateQueries();
    const sent = late.length - refused.length;
    void message.info(
      `催办了 ${sent} 件${refused.length === 0 ? "" : `，${refused.length} 件没有成功：${refused.join("；")}`}`,
      6,
    );
  };
  return (
    <>
      <PageHead
        title="谁没报"
        tags={<span className="mute">{shown} 年</span>}
        actions={
          <>
            <Select
              aria-label="年度"
              value={shown}
              onChange={setYear}
              options={Array.from({ length: Math.max(1, thisYear - 2021) }, (_, index) => ({
                value: thisYear - index,
                label: `${thisYear - index} 年`,
              }))}
            />
            {me.role === "officer" && late.length > 0 && (
              <Button type="primary" loading={busy} onClick={() => void urgeAll()}>
                催办逾期的 {late.length} 件
              </Button>
            )}
          </>
        }
      />
      {data !== undefined && units.length === 0 ? (
        <EmptyState title="这一年没有要报送的事项" />
      ) : (
        <Matrix
          label={`${shown} 年谁没报`}
          corner="单位"
          columns={columns}
          rows={units.map(([party, unit]) => ({
            key: String(party),
            name: unit,
            cells: Object.fromEntries(
              columns.map(({ key }) => {
                const own = cellsOf(party, key);
                const states = own.map((row) => stateOf(row, data?.today ?? "", data?.now ?? ""));
                const state = GRAVEST.find((one) => states.includes(one)) ?? "not-asked";
                const count = states.filter((one) => one === state).length;
                return [
                  key,
                  own.length > 1 && state !== "met"
                    ? { state, label: `${count} / ${own.length}` }
                    : { state },
                ];
              }),
            ),
          }))}
          sum={{ label: "逾期", states: ["late"] }}
          onOpen={(unit, column) => setOpened({ unit, column })}
        />
      )}
      <Drawer
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
        title={units.find(([party]) => String(party) === opened?.unit)?.[1]}
        size={460}
      >
        {opened !== undefined && (
          <Cell
            rows={cellsOf(Number(opened.unit), opened.column)}
            today={data?.today ?? ""}
            now={data?.now ?? ""}
            busy={busy}
            {...(me.role === "officer" ? { onUrge: (row: Row) => void urge(row) } : {})}
          />
        )}
      </Drawer>
    </>
  );
}

function Cell({
  rows,
  today,
  now,
  busy,
  onUrge,
}: {
  rows: Row[];
  today: string;
  now: string;
  busy: boolean;
  onUrge?: (row: Row) => void;
}) {
  const { base } = useWearing();
  return (
    <ul className="plain-list">
      {rows.map((row) => (
        <li key={`${row.root_id}${row.obligation_key}`}>
          <p className="strong">
            <AppLink
              to={row.case_id === null ? `${base}/centers/${row.root_id}` : `${base}/cases/${row.case_id}`}
            >
              {row.title}
            </AppLink>
          </p>
          <p>
            {row.matter}　<DueText due={row.due_on} today={today} done={row.state === "done"} />
          </p>
          {row.urged_at !== null && <p className="sm mute">上次催办 {row.urged_at.slice(0, 10)}</p>}
          {onUrge !== undefined && stateOf(row, today, now) === "late" && (
            <Button size="small" loading={busy} onClick={() => onUrge(row)}>
              催办
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
