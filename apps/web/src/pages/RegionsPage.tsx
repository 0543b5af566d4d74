// The regions that the platform keeps: divisions and functional zones, those in use and those that have ended.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAdminVerdict } from "../app/administering.tsx";
import { ask } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton, type ShownVerdict } from "../components/ActButton.tsx";
import { type Column, DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { KeptQuery, useKeptSearch } from "./KeptQuery.tsx";
import { RegionEnd, RegionForm } from "./RegionForm.tsx";

export type Region = Outputs["region"]["list"]["rows"][number];
type Open = { form: Region | "new" } | { end: Region };

export function RegionsPage() {
  const { as } = useWearing();
  const verdict = useAdminVerdict("keep-regions");
  const search = useKeptSearch();
  const [open, setOpen] = useState<Open>();
  const { data, isFetching } = useQuery({
    ...ask.region.list.queryOptions({ as, ...search.asked }),
    placeholderData: (before) => before,
  });
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHead
        title="区划"
        actions={
          verdict === undefined ? undefined : (
            <ActButton primary label="登记区划" verdict={verdict} onAct={() => setOpen({ form: "new" })} />
          )
        }
      />
      <KeptQuery search={search} over="已撤销" find="名称、代码、上级" />
      <DataList<Region>
        label="区划"
        rows={data?.rows ?? []}
        rowKey={(row) => row.code}
        loading={isFetching}
        total={data?.total ?? 0}
        page={search.page}
        onPage={search.toPage}
        empty={<EmptyState title="没有符合条件的区划" next="换一个条件，或登记新的区划" />}
        columns={columnsOf({ ended: search.asked.ended, verdict, onOpen: setOpen })}
      />
      {open !== undefined && "form" in open && (
        <RegionForm {...(open.form === "new" ? {} : { region: open.form })} onClose={close} />
      )}
      {open !== undefined && "end" in open && (
        <RegionEnd region={open.end} today={data?.today ?? ""} onClose={close} />
      )}
    </>
  );
}

interface Shown {
  ended: boolean;
  verdict: ShownVerdict | undefined;
  onOpen: (open: Open) => void;
}

function columnsOf({ ended, verdict, onOpen }: Shown): Column<Region>[] {
  const over: Column<Region>[] = [
    { key: "to", title: "撤销日期", width: 120, render: (row) => row.to },
    { key: "reason", title: "理由", render: (row) => row.reason ?? "—" },
  ];
  const act: Column<Region> = {
    key: "act",
    title: "办理",
    width: 90,
    render: (row) =>
      verdict !== undefined && (
        <ActButton small label="撤销" verdict={verdict} onAct={() => onOpen({ end: row })} />
      ),
  };
  return [
    {
      key: "name",
      title: "名称",
      render: (row) => (
        <button type="button" className="link" onClick={() => onOpen({ form: row })}>
          {row.name}
        </button>
      ),
    },
    { key: "code", title: "代码", width: 120, render: (row) => row.code },
    {
      key: "kind",
      title: "类别",
      width: 110,
      render: (row) => (row.kind === "zone" ? "功能区" : "行政区划"),
    },
    { key: "above", title: "上级", width: 160, render: (row) => row.above ?? "—" },
    { key: "from", title: "启用日期", width: 120, render: (row) => row.from },
    {
      key: "predecessors",
      title: "由其变更而来",
      width: 160,
      render: (row) => row.before ?? "—",
    },
    ...(ended ? over : [act]),
  ];
}
