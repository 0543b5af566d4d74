// An evaluation that is opened for everybody whom it is for: who is in, who would be, and who is not and why.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { Refusal } from "../components/Refusal.tsx";
import { StandingTag } from "../components/StandingTag.tsx";

type Row = Outputs["cohort"]["campaign"]["rows"][number];

export function Campaign({ procedure, label, year }: { procedure: string; label: string; year: number }) {
  const { as, base } = useWearing();
  const words = usePolicy();
  const { busy, act } = useActing(words);
  const [asking, setAsking] = useState(false);
  const { data, isFetching } = useQuery(ask.cohort.campaign.queryOptions({ as, procedure, year }));
  const rows = data?.rows ?? [];
  const ready = rows.filter(({ case: id, because }) => id === undefined && because.length === 0);
  const begun = rows.filter(({ case: id }) => id !== undefined).length;
  const found = words.policy.procedures.find(({ key }) => key === procedure);
  const go = async () => {
    const answer = await act(
      (key) => api.act.openCampaign.mutate({ as, key, act: { procedure, year } }),
      `已发起 ${ready.length} 件`,
    );
    if (answer?.kind === "done") setAsking(false);
  };
  return (
    <>
      <p className="row-wrap">
        <span className="grow">
          已发起 {begun} 件，可以发起 {ready.length} 件，不在内 {rows.length - begun - ready.length} 件
        </span>
        <Button type="primary" disabled={ready.length === 0} onClick={() => setAsking(true)}>
          发起评估
        </Button>
      </p>
      <DataList<Row>
        label={label}
        rows={rows}
        rowKey={({ root }) => root}
        loading={isFetching}
        pageSize={1000}
        empty={<EmptyState title="还没有评估的对象" next="认定以后进入这里" />}
        columns={[
          {
            key: "title",
            title: "名称",
            render: (row) => <AppLink to={`${base}/centers/${row.root}`}>{row.title}</AppLink>,
          },
          { key: "unit", title: "单位", width: 220, render: (row) => row.unit },
          { key: "state", title: "是否在内", width: 120, render: (row) => <In row={row} /> },
          {
            key: "why",
            title: "案卷或原因",
            width: 380,
            render: (row) =>
              row.case === undefined ? (
                row.because.map((one) => <Refusal key={one.code} {...words.violation(one)} />)
              ) : (
                <AppLink to={`${base}/cases/${row.case}`}>打开案卷</AppLink>
              ),
          },
        ]}
      />
      <Confirm
        open={asking}
        title={`${year} 年${found?.label?.zh ?? label}`}
        effects={[`给 ${ready.length} 个对象建立案卷`, "各单位收到待办"]}
        verb="确认发起"
        clauses={words.clauses(found?.because)}
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      />
    </>
  );
}

function In({ row }: { row: Row }) {
  if (row.case !== undefined) return <StandingTag standing="submitted" label="已发起" />;
  if (row.because.length === 0) return <StandingTag standing="applying" label="可以发起" />;
  return <StandingTag standing="withdrawn" label="不在内" />;
}
