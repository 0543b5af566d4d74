// Centers that no tenant keeps: national ones, and those of provinces that are not on the platform.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAdminVerdict } from "../app/administering.tsx";
import { ask } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton, type ShownVerdict } from "../components/ActButton.tsx";
import { type Column, DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { ExternalCenterEnd, ExternalCenterForm } from "./ExternalCenterForm.tsx";
import { KeptQuery, useKeptSearch } from "./KeptQuery.tsx";
import { tierWord } from "./TenantsPage.tsx";

export type ExternalCenter = Outputs["externalCenter"]["list"]["rows"][number];
type Open = { form: ExternalCenter | "new" } | { end: ExternalCenter };

export function ExternalCentersPage() {
  const { as } = useWearing();
  const verdict = useAdminVerdict("keep-external-centers");
  const search = useKeptSearch();
  const [open, setOpen] = useState<Open>();
  const { data, isFetching } = useQuery({
    ...ask.externalCenter.list.queryOptions({ as, ...search.asked }),
    placeholderData: (before) => before,
  });
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHead
        title="外部中心"
        actions={
          verdict === undefined ? undefined : (
            <ActButton
              primary
              label="登记外部中心"
              verdict={verdict}
              onAct={() => setOpen({ form: "new" })}
            />
          )
        }
      />
      <KeptQuery search={search} over="已终止" find="名称、单位、代码" />
      <DataList<ExternalCenter>
        label="外部中心"
        rows={data?.rows ?? []}
        rowKey={(row) => row.id}
        loading={isFetching}
        total={data?.total ?? 0}
        page={search.page}
        onPage={search.toPage}
        empty={
          <EmptyState
            title="没有符合条件的外部中心"
            next="国家级的、没有上平台的省市的中心，登记在这里，各租户据此认定"
          />
        }
        columns={columnsOf({ ended: search.asked.ended, verdict, onOpen: setOpen })}
      />
      {open !== undefined && "form" in open && (
        <ExternalCenterForm {...(open.form === "new" ? {} : { center: open.form })} onClose={close} />
      )}
      {open !== undefined && "end" in open && (
        <ExternalCenterEnd center={open.end} today={data?.today ?? ""} onClose={close} />
      )}
    </>
  );
}

interface Shown {
  ended: boolean;
  verdict: ShownVerdict | undefined;
  onOpen: (open: Open) => void;
}

function columnsOf({ ended, verdict, onOpen }: Shown): Column<ExternalCenter>[] {
  const over: Column<ExternalCenter>[] = [
    { key: "to", title: "终止日期", width: 110, render: (row) => row.to },
    { key: "reason", title: "理由", render: (row) => row.reason ?? "—" },
  ];
  const act: Column<ExternalCenter> = {
    key: "act",
    title: "办理",
    width: 90,
    render: (row) =>
      verdict !== undefined && (
        <ActButton small label="终止" verdict={verdict} onAct={() => onOpen({ end: row })} />
      ),
  };
  return [
    {
      key: "name",
      title: "名称",
      render: (row) => (
        <>
          <button type="button" className="link" onClick={() => onOpen({ form: row })}>
            {row.name}
          </button>
          <div className="sm mute">{row.title}</div>
        </>
      ),
    },
    { key: "tier", title: "层级", width: 80, render: (row) => tierWord(row.tier) },
    {
      key: "host",
      title: "依托单位",
      width: 210,
      render: (row) => (
        <>
          {row.host}
          <div className="sm mute">{row.uscc ?? "代码未登记"}</div>
        </>
      ),
    },
    { key: "field", title: "领域", width: 120, render: (row) => row.field ?? "—" },
    { key: "region", title: "所在地", width: 110, render: (row) => row.region ?? "—" },
    { key: "authority", title: "认定部门", width: 160, render: (row) => row.authority },
    { key: "from", title: "认定日期", width: 110, render: (row) => row.from },
    ...(ended ? over : [act]),
  ];
}
