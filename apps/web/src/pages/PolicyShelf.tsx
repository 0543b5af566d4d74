// A tenant's versions of its policy, what holds from when, and the calls of its years.
import { useQuery } from "@tanstack/react-query";
import { canonicalize } from "@yichuang/policy";
import { App, Button } from "antd";
import { useState } from "react";
import { useAdministered, useAdminVerdict } from "../app/administering.tsx";
import { api, ask, saidOf } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { CallForm } from "./CallForm.tsx";
import { saveFile } from "./register-file.ts";
import { dayOfInstant, spanWord, VersionState } from "./VersionState.tsx";

type Shelf = Outputs["policyAdmin"]["versions"];
type Version = Shelf["versions"][number];
type Installed = Shelf["installed"][number];
type Call = Shelf["calls"][number];

/** The versions, those that came with the installation, and the calls of the years. */
export function PolicyShelf() {
  const { as } = useWearing();
  const { of } = useAdministered();
  const { data, isFetching } = useQuery(ask.policyAdmin.versions.queryOptions({ as, of }));
  const { versions = [], installed = [] } = data ?? {};
  return (
    <>
      {(installed.length === 0 || versions.length > 0) && (
        <Versions versions={versions} loading={isFetching} />
      )}
      {installed.length > 0 && <Installations rows={installed} today={data?.today ?? ""} />}
      <Calls calls={data?.calls ?? []} loading={isFetching} published={(data?.adoptions.length ?? 0) > 0} />
    </>
  );
}

function Versions({ versions, loading }: { versions: Version[]; loading: boolean }) {
  const { home } = useAdministered();
  return (
    <DataList<Version>
      label="政策版本"
      rows={versions}
      rowKey={(row) => row.version_id}
      loading={loading}
      empty={<EmptyState title="还没有导入过版本" next="导入一份办法，检查、比较之后再发布" />}
      columns={[
        {
          key: "title",
          title: "办法",
          render: (row) => (
            <AppLink className="row-link" to={`${home}/policies/${row.version_id}`}>
              {row.title}
            </AppLink>
          ),
        },
        { key: "no", title: "版次", width: 90, render: (row) => `第 ${row.version_no} 版` },
        {
          key: "state",
          title: "状态",
          width: 110,
          render: (row) => <VersionState shown={row.shown} holds={row.holds} />,
        },
        {
          key: "span",
          title: "施行",
          width: 210,
          render: (row) =>
            row.in_force_from === null ? askedWord(row) : spanWord(row.in_force_from, row.until),
        },
        { key: "saved", title: "导入时间", width: 150, render: (row) => dayOfInstant(row.saved_at) },
        { key: "hash", title: "指纹", width: 90, render: (row) => row.doc_hash.slice(0, 8) },
      ]}
    />
  );
}

const askedWord = ({ asked_from: from }: Version): string => (from === null ? "—" : `已提请从 ${from} 起`);

function Installations({ rows, today }: { rows: Installed[]; today: string }) {
  const { as } = useWearing();
  const { message } = App.useApp();
  const save = async ({ doc_hash: hash, policy_key: key, version_no: no }: Installed) => {
    try {
      const policy = await api.policy.byHash.query({ as, hash });
      saveFile(`${key}-v${no}.json`, canonicalize(policy), "application/json");
    } catch (error) {
      void message.error(saidOf(error));
    }
  };
  return (
    <>
      <h2 className="section-title">随平台安装的版本</h2>
      <DataList<Installed>
        label="随平台安装的版本"
        rows={rows}
        rowKey={(row) => row.doc_hash}
        columns={[
          { key: "title", title: "办法", render: (row) => row.title },
          { key: "no", title: "版次", width: 90, render: (row) => `第 ${row.version_no} 版` },
          {
            key: "state",
            title: "状态",
            width: 110,
            render: (row) => {
              const over = row.in_force_to !== null && row.in_force_to < today;
              return (
                <VersionState
                  shown={over ? "superseded" : "published"}
                  holds={!over && row.in_force_from <= today}
                />
              );
            },
          },
          {
            key: "span",
            title: "施行",
            width: 210,
            render: (row) => spanWord(row.in_force_from, row.in_force_to),
          },
          {
            key: "file",
            title: "文件",
            width: 150,
            render: (row) => (
              <button type="button" className="link" onClick={() => void save(row)}>
                导出 JSON
              </button>
            ),
          },
          { key: "hash", title: "指纹", width: 90, render: (row) => row.doc_hash.slice(0, 8) },
        ]}
      />
    </>
  );
}

function Calls({ calls, loading, published }: { calls: Call[]; loading: boolean; published: boolean }) {
  const [writing, setWriting] = useState(false);
  const verdict = useAdminVerdict("adopt-call");
  return (
    <>
      <h2 className="section-title row">
        <span className="grow">年度通知</span>
        {verdict !== undefined && published && !writing && (
          <ActButton small label="下发年度通知" verdict={verdict} onAct={() => setWriting(true)} />
        )}
        {writing && (
          <Button size="small" onClick={() => setWriting(false)}>
            收起
          </Button>
        )}
      </h2>
      {writing && <CallForm onDone={() => setWriting(false)} />}
      <DataList<Call>
        label="年度通知"
        rows={calls}
        rowKey={(row) => `${row.policy_key}/${row.version_no}/${row.year}/${row.call_key}`}
        loading={loading}
        empty={
          <EmptyState
            title="还没有年度通知"
            next={published ? "某一年另有要求的，下发一份通知，只对这一年新建的申报有效" : "先发布一版政策"}
          />
        }
        columns={[
          { key: "title", title: "通知", render: (row) => row.title },
          { key: "year", title: "年度", width: 90, render: (row) => `${row.year} 年` },
          { key: "no", title: "依据", width: 110, render: (row) => `第 ${row.version_no} 版` },
          { key: "at", title: "下发时间", width: 210, render: (row) => dayOfInstant(row.adopted_at) },
          { key: "hash", title: "指纹", width: 90, render: (row) => row.doc_hash.slice(0, 8) },
        ]}
      />
    </>
  );
}
