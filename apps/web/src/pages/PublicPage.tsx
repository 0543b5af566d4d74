// What everybody reads without signing in: who is designated, and what is being made public.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button, Input, Select } from "antd";
import { useEffect } from "react";
import { ask } from "../app/client.ts";
import type { PublicSearch } from "../app/router.tsx";
import type { Outputs } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { BrandMark } from "../components/BrandMark.tsx";
import { type Column, DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { zh } from "../words/zh.ts";
import { tierWord } from "./TenantsPage.tsx";

type Authority = Outputs["public"]["authorities"]["authorities"][number];
type Listed = Outputs["public"]["register"]["centers"][number];
type Notice = Outputs["public"]["notices"][number];

/** `/public` names the authorities, `/public/100` shows one of them. */
export function PublicPage() {
  const { of: tenant } = useParams({ strict: false });
  const navigate = useNavigate();
  const { data } = useQuery(ask.public.authorities.queryOptions());
  const one = data?.authorities.find(({ id }) => String(id) === tenant);
  const title = one === undefined ? zh.public.title : `${one.name} · ${zh.public.title}`;
  useEffect(() => {
    document.title = `${title} · ${zh.frame.product}`;
  }, [title]);
  return (
    <div className="public">
      <header className="public-head">
        <AppLink to="/public" className="brand">
          <BrandMark />
          <span className="brand-name">{one?.name ?? zh.frame.product}</span>
        </AppLink>
        <span className="mute public-what">{zh.public.title}</span>
        <Button className="public-enter" onClick={() => void navigate({ to: "/sign-in" })}>
          {zh.public.signIn}
        </Button>
      </header>
      <main className="public-body">
        {tenant === undefined ? (
          <Authorities all={data?.authorities} />
        ) : (
          <OfAuthority tenant={Number(tenant)} today={data?.today ?? ""} />
        )}
      </main>
    </div>
  );
}

function Authorities({ all }: { all: Authority[] | undefined }) {
  return (
    <>
      <h1>{zh.public.authorities}</h1>
      <DataList<Authority>
        label={zh.public.authorities}
        rows={all ?? []}
        rowKey={({ id }) => String(id)}
        loading={all === undefined}
        empty={<EmptyState title={zh.public.nobody} next={zh.public.nobodyYet} />}
        columns={[
          {
            key: "name",
            title: "主管部门",
            render: ({ id, name }) => (
              <AppLink to={`/public/${id}`} className="row-link">
                {name}
              </AppLink>
            ),
          },
          { key: "tier", title: "层级", width: 100, render: ({ tier }) => tierWord(tier) },
          { key: "n", title: "名单", width: 100, align: "right", render: ({ centers }) => centers },
        ]}
      />
    </>
  );
}

function OfAuthority({ tenant, today }: { tenant: number; today: string }) {
  const navigate = useNavigate();
  const search: PublicSearch = useSearch({ strict: false });
  const to = (next: Partial<PublicSearch>) =>
    void navigate({ to: ".", search: { ...search, page: undefined, ...next } as never });
  const { q, type, page = 1 } = search;
  const { data: notices = [] } = useQuery(ask.public.notices.queryOptions({ tenant }));
  const { data, isFetching } = useQuery({
    ...ask.public.register.queryOptions({
      tenant,
      page,
      ...(q === undefined ? {} : { q }),
      ...(type === undefined ? {} : { type }),
    }),
    placeholderData: (before) => before,
  });
  const running = notices.filter(({ over }) => !over);
  return (
    <>
      <section aria-label={zh.public.notices} className="public-notices">
        <h1>{zh.public.notices}</h1>
        {running.length === 0 ? (
          <p className="mute">{zh.public.noNotice}</p>
        ) : (
          <ul>
            {running.map((notice) => (
              <RunningNotice key={`${notice.case_id}:${notice.stage_key}`} notice={notice} />
            ))}
          </ul>
        )}
      </section>
      <section aria-label={zh.public.register}>
        <div className="public-list-head">
          <h2>{zh.public.register}</h2>
          <span className="sm mute">
            截至 {today} 共 {data?.total ?? 0} 个
          </span>
          <Input.Search
            aria-label="名称、单位或领域"
            placeholder="名称、单位、领域"
            allowClear
            defaultValue={q}
            key={q ?? ""}
            onSearch={(words) => to({ q: words === "" ? undefined : words })}
          />
          {(data?.types.length ?? 0) > 1 && (
            <Select
              aria-label="类型"
              value={type ?? ""}
              onChange={(chosen) => to({ type: chosen === "" ? undefined : chosen })}
              popupMatchSelectWidth={false}
              options={[
                { value: "", label: "全部类型" },
                ...(data?.types ?? []).map(({ type_key: value, label, n }) => ({
                  value,
                  label: `${label}（${n}）`,
                })),
              ]}
            />
          )}
        </div>
        <DataList<Listed>
          label={zh.public.register}
          rows={data?.centers ?? []}
          rowKey={(row) => row.center_id}
          loading={isFetching}
          total={data?.total ?? 0}
          page={page}
          onPage={(next) => to({ page: next })}
          empty={
            q === undefined && type === undefined ? (
              <EmptyState title={zh.public.nobody} next={zh.public.nobodyYet} />
            ) : (
              <EmptyState
                title="没有符合条件的"
                action={
                  <Button type="link" onClick={() => to({ q: undefined, type: undefined })}>
                    清空条件
                  </Button>
                }
              />
            )
          }
          columns={COLUMNS}
        />
        <p className="sm mute">{zh.public.noPerson}</p>
      </section>
    </>
  );
}

const RunningNotice = ({ notice }: { notice: Notice }) => (
  <li className="public-notice">
    <p className="row-wrap">
      <StandingTag standing="in-publicity" />
      <span className="mute">
        {notice.from_day} 至 {notice.ends_on}
      </span>
    </p>
    <p className="strong">
      {notice.name} <span className="mute">{notice.host_name}</span>
    </p>
    <p className="mute">
      {notice.matter}。公示于{notice.place}；有异议的，请在公示期内向主管部门书面提出。
    </p>
  </li>
);

const COLUMNS: Column<Listed>[] = [
  { key: "name", title: "名称", render: (row) => <NameOf row={row} /> },
  { key: "host", title: "依托单位", width: 150, render: (row) => row.host_name },
  {
    key: "type",
    title: "类型",
    width: 170,
    render: (row) => <span className="mute">{row.type_label}</span>,
  },
  { key: "field", title: "领域", width: 100, render: (row) => (row.field === "" ? "—" : row.field) },
  {
    key: "standing",
    title: "状态",
    width: 120,
    render: (row) => <StandingTag standing={row.standing} label={row.standing_word} />,
  },
  { key: "since", title: "自", width: 95, render: (row) => row.since },
  { key: "until", title: "至", width: 95, render: (row) => row.until ?? "—" },
];

/** A name with who stands above it, and every rule that was waived for it, with its reason. */
const NameOf = ({ row }: { row: Listed }) => (
  <div className="public-name">
    <span className="strong">{row.name}</span>
    <div className="sm public-narrow">
      <StandingTag standing={row.standing} label={row.standing_word} /> {row.host_name}
    </div>
    {row.above !== null && <div className="sm mute">上级：{row.above}</div>}
    {row.waivers.map(({ label, reason, until }) => (
      <div key={label} className="sm">
        <StandingTag standing="waived" /> {label}：{reason}
        {until === undefined ? "" : `（至 ${until}）`}
      </div>
    ))}
  </div>
);
