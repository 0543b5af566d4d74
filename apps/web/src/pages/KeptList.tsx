// What the platform keeps, as its administrator looks through it: in use or over, by a word, by page; registered, corrected
// and ended from the list.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Input } from "antd";
import { type ReactNode, useState } from "react";
import type { ListSearch } from "../app/router.tsx";
import { ActButton, type ShownVerdict } from "../components/ActButton.tsx";
import { type Column, DataList } from "../components/DataList.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { QueryRow } from "../components/QueryRow.tsx";

interface KeptSearch {
  asked: { q?: string; ended: boolean; page: number };
  page: number;
  toPage: (page: number) => void;
  to: (next: Partial<ListSearch>) => void;
}

/** The search as it stands in the address. */
export function useKeptSearch(): KeptSearch {
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const to = (next: Partial<ListSearch>) =>
    void navigate({ to: ".", search: { ...search, page: undefined, ...next } as never });
  const page = search.page ?? 1;
  const asked = { ended: search.view === "ended", page, ...(search.q === undefined ? {} : { q: search.q }) };
  return { asked, page, toPage: (next) => to({ page: next }), to };
}

function KeptQuery({ search, over, find }: { search: KeptSearch; over: string; find: string }) {
  const { asked, to } = search;
  return (
    <QueryRow
      views={[
        { key: "current", label: "使用中" },
        { key: "ended", label: over },
      ]}
      view={asked.ended ? "ended" : "current"}
      onView={(view) => to({ view: view === "ended" ? view : undefined })}
      onReset={() => to({ view: undefined, q: undefined })}
    >
      <Input.Search
        aria-label={find}
        placeholder={find}
        allowClear
        defaultValue={asked.q}
        key={asked.q ?? ""}
        maxLength={100}
        onSearch={(q) => to({ q: q.trim() === "" ? undefined : q.trim() })}
        style={{ width: 240 }}
      />
    </QueryRow>
  );
}

interface Kept {
  name: string;
  to: string | null;
  reason: string | null;
}

interface KeptListProps<Row extends Kept> {
  title: string;
  search: KeptSearch;
  verdict: ShownVerdict | undefined;
  data: { rows: Row[]; total: number; today: string } | undefined;
  loading: boolean;
  rowKey: (row: Row) => string;
  /** the verb that ends one, and where to look */
  words: { end: string; find: string };
  empty: ReactNode;
  columns: Column<Row>[];
  /** a second line under the name */
  under?: (row: Row) => string;
  renderForm: (row: Row | undefined, close: () => void) => ReactNode;
  renderEnding: (row: Row, asked: { today: string; close: () => void }) => ReactNode;
}

export function KeptList<Row extends Kept>(props: KeptListProps<Row>) {
  const { title, search, verdict, data, words, columns, under } = props;
  const [open, setOpen] = useState<{ form: Row | undefined } | { end: Row }>();
  const close = () => setOpen(undefined);
  const name: Column<Row> = {
    key: "name",
    title: "名称",
    render: (row) => (
      <>
        <button type="button" className="link" onClick={() => setOpen({ form: row })}>
          {row.name}
        </button>
        {under !== undefined && <div className="sm mute">{under(row)}</div>}
      </>
    ),
  };
  const over: Column<Row>[] = [
    { key: "to", title: `${words.end}日期`, width: 120, render: (row) => row.to },
    { key: "reason", title: "理由", render: (row) => row.reason ?? "—" },
  ];
  const act: Column<Row> = {
    key: "act",
    title: "办理",
    width: 90,
    render: (row) =>
      verdict !== undefined && (
        <ActButton small label={words.end} verdict={verdict} onAct={() => setOpen({ end: row })} />
      ),
  };
  return (
    <>
      <PageHead
        title={title}
        actions={
          verdict !== undefined && (
            <ActButton
              primary
              label={`登记${title}`}
              verdict={verdict}
              onAct={() => setOpen({ form: undefined })}
            />
          )
        }
      />
      <KeptQuery search={search} over={`已${words.end}`} find={words.find} />
      <DataList<Row>
        label={title}
        rows={data?.rows ?? []}
        rowKey={props.rowKey}
        loading={props.loading}
        total={data?.total ?? 0}
        page={search.page}
        onPage={search.toPage}
        empty={props.empty}
        columns={[name, ...columns, ...(search.asked.ended ? over : [act])]}
      />
      {open !== undefined && "form" in open && props.renderForm(open.form, close)}
      {open !== undefined &&
        "end" in open &&
        props.renderEnding(open.end, { today: data?.today ?? "", close })}
    </>
  );
}
