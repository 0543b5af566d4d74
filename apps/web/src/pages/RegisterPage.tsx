// One register: its entries with filters in the address, entering, and the filtered rows as a file.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { FormField } from "@yichuang/policy";
import { Button, Drawer, Input, Select } from "antd";
import { useState } from "react";
import { api, ask } from "../app/client.ts";
import type { RegisterSearch } from "../app/router.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { type Column, DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { labelOf } from "../components/fields/field-context.ts";
import { PageHead } from "../components/PageHead.tsx";
import { QueryRow } from "../components/QueryRow.tsx";
import { EntryDetail } from "./EntryDetail.tsx";
import { EntryForm } from "./EntryForm.tsx";
import { type EntryState, stateWord } from "./entry-state.ts";
import { registerCsv, saveFile } from "./register-file.ts";
import { type RegisterSpace, type SpaceWords, useSpace } from "./register-space.ts";
import { sayAnswer } from "./say-answer.ts";

type Page = Outputs["register"]["list"];
type Row = Page["rows"][number];

const VIEWS: { key: string; label: string; states: EntryState[] }[] = [
  { key: "current", label: "有效", states: ["recorded", "verified"] },
  { key: "recorded", label: "待核实或已登记", states: ["recorded"] },
  { key: "verified", label: "已核实", states: ["verified"] },
  { key: "struck", label: "已注销", states: ["struck"] },
];

export function RegisterPage() {
  const { of = "", register = "" } = useParams({ strict: false });
  const kind: RegisterSpace = of === "own" ? "own" : "here";
  return <Entries key={`${of}/${register}`} kind={kind} register={register} />;
}

/** What of the address goes into the question. */
function askedOf(space: SpaceWords, register: string, search: RegisterSearch) {
  const view = VIEWS.find(({ key }) => key === search.view) ?? VIEWS[0];
  return {
    as: space.as,
    register,
    states: view?.states ?? [],
    ...(search.q === undefined ? {} : { q: search.q }),
    ...(search.with === undefined ? {} : { attributes: search.with }),
    ...(search.sort === undefined ? {} : { sort: search.sort, descending: search.order === "desc" }),
  };
}

function Entries({ kind, register: key }: { kind: RegisterSpace; register: string }) {
  const { base, side } = useWearing();
  const space = useSpace(kind);
  const navigate = useNavigate();
  const search: RegisterSearch = useSearch({ strict: false });
  const [opened, setOpened] = useState<{ root: string; entry: string }>();
  const [entering, setEntering] = useState(false);
  const to = (next: Partial<RegisterSearch>) =>
    void navigate({ to: ".", search: { ...search, page: undefined, ...next } as never });
  const asked = askedOf(space, key, search);
  const { data, isFetching } = useQuery({
    ...ask.register.list.queryOptions({ ...asked, page: search.page ?? 1 }),
    placeholderData: (before) => before,
  });
  const title = data === undefined ? "台账" : labelOf(data.register);
  const save = async () => {
    const { rows, register, lists } = await api.register.list.query({ ...asked, all: true });
    saveFile(
      `${title}.csv`,
      registerCsv({ register, lists }, rows, (row) => stateWord(row as Row)),
    );
  };
  const record = data?.record ?? undefined;
  return (
    <>
      <PageHead
        crumbs={[{ label: "台账", to: `${base}/registers` }]}
        title={title}
        actions={
          <>
            <Button disabled={(data?.total ?? 0) === 0} onClick={() => void save()}>
              导出筛选结果
            </Button>
            {record !== undefined && (
              <ActButton
                primary
                label="登记"
                verdict={space.words.verdict(record.verdict)}
                onAct={() => setEntering(true)}
              />
            )}
          </>
        }
      />
      <Filters page={data} search={search} to={to} />
      <DataList<Row>
        label={title}
        rows={data?.rows ?? []}
        rowKey={(row) => row.entry_id}
        loading={isFetching}
        total={data?.total ?? 0}
        page={search.page ?? 1}
        onPage={(page) => to({ page })}
        {...(search.sort === undefined
          ? {}
          : { sort: { column: search.sort, order: search.order ?? "asc" } })}
        onSort={(sort) => to({ sort: sort?.column as RegisterSearch["sort"], order: sort?.order })}
        onOpen={(row) => setOpened({ root: row.root_id, entry: row.entry_id })}
        empty={
          <Nothing
            filtered={search.q !== undefined || search.with !== undefined}
            may={record !== undefined}
          />
        }
        columns={columnsOf(data, {
          side,
          open: (row) => setOpened({ root: row.root_id, entry: row.entry_id }),
        })}
      />
      <Drawer
        open={opened !== undefined || entering}
        onClose={() => {
          setOpened(undefined);
          setEntering(false);
        }}
        title={entering ? `登记：${title}` : title}
        size={720}
        destroyOnHidden
      >
        {opened !== undefined && <EntryDetail space={space} at={opened} />}
        {entering && data !== undefined && (
          <EntryForm
            space={space}
            register={data.register}
            bearers={data.bearers}
            onDone={() => setEntering(false)}
          />
        )}
      </Drawer>
    </>
  );
}

function Nothing({ filtered, may }: { filtered: boolean; may: boolean }) {
  if (filtered) return <EmptyState title="没有符合条件的" next="清空条件再看" />;
  return (
    <EmptyState
      title="还没有登记"
      next={
        may
          ? "点右上角“登记”，一项登记一次，以后各项材料都从这里选取"
          : "由有登记职责的单位登记，登记之后列在这里"
      }
    />
  );
}

interface FiltersProps {
  page: Page | undefined;
  search: RegisterSearch;
  to: (next: Partial<RegisterSearch>) => void;
}

/** Choice fields that write an attribute can be filtered by. */
const filterable = (fields: readonly FormField[]): FormField[] =>
  fields.filter(({ kind, fact }) => kind === "choice" && fact?.startsWith("it.") === true).slice(0, 3);

function Filters({ page, search, to }: FiltersProps) {
  const count = (states: EntryState[]): number =>
    (page?.counts ?? []).filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0);
  const set = (attribute: string, value: string | undefined) => {
    const rest = Object.fromEntries(Object.entries(search.with ?? {}).filter(([one]) => one !== attribute));
    const next = value === undefined ? rest : { ...rest, [attribute]: value };
    to({ with: Object.keys(next).length === 0 ? undefined : next });
  };
  const views = VIEWS.filter(({ key }) => page?.register.checked !== undefined || !OF_CHECKS.includes(key));
  return (
    <QueryRow
      views={views.map(({ key, label, states }) => ({ key, label, count: count(states) }))}
      view={search.view ?? "current"}
      onView={(view) => to({ view: view === "current" ? undefined : view })}
      onReset={() => to({ view: undefined, q: undefined, with: undefined })}
    >
      {filterable(page?.register.fields ?? []).map((field) => {
        const attribute = (field.fact ?? "").slice(3);
        const items = page?.lists.find(({ key }) => key === field.list)?.items ?? [];
        return (
          <Select
            key={field.key}
            aria-label={labelOf(field)}
            placeholder={labelOf(field)}
            allowClear
            style={{ width: 150 }}
            value={search.with?.[attribute] ?? null}
            onChange={(value: string | null | undefined) => set(attribute, value ?? undefined)}
            options={items.map((item) => ({ value: item.key, label: labelOf(item) }))}
          />
        );
      })}
      <Input.Search
        aria-label="名称或单位"
        placeholder="名称、单位"
        allowClear
        defaultValue={search.q}
        key={search.q ?? ""}
        onSearch={(q) => to({ q: q === "" ? undefined : q })}
        style={{ width: 220 }}
      />
    </QueryRow>
  );
}

const OF_CHECKS: readonly string[] = ["recorded", "verified"];

function columnsOf(
  page: Page | undefined,
  { side, open }: { side: string; open: (row: Row) => void },
): Column<Row>[] {
  const fields = (page?.register.fields ?? [])
    .filter(({ kind }) => ["choice", "date", "number", "money", "text"].includes(kind))
    .filter((field) => field.personal !== true && field.required === true)
    .slice(0, 4);
  const shown = fields.map((field): Column<Row> => ({
    key: `field-${field.key}`,
    title: labelOf(field),
    width: 150,
    render: (row) => {
      const words = sayAnswer(field, row.answers[field.key], page?.lists ?? []);
      return words === row.title ? "—" : words || "—";
    },
  }));
  return [
    {
      key: "title",
      title: "名称",
      sortable: true,
      render: (row) => (
        <button type="button" className="link" onClick={() => open(row)}>
          {row.title}
        </button>
      ),
    },
    ...shown.filter(({ key }) => !isTitle(page, key)),
    ...(side === "t"
      ? [{ key: "unit", title: "单位", width: 180, sortable: true, render: (row: Row) => row.unit }]
      : []),
    {
      key: "recorded",
      title: "登记日期",
      width: 120,
      sortable: true,
      render: (row) => row.recorded_on,
    },
    {
      key: "state",
      title: "状态",
      width: 110,
      render: (row) => (
        <>
          {stateWord(row)}
          {row.claimed > 0 && <span className="sm mute"> · 已用 {row.claimed} 次</span>}
          {row.employers > 0 && <span className="sm mute"> · 另在 {row.employers} 家单位登记</span>}
        </>
      ),
    },
  ];
}

/** The field that the title already shows. */
function isTitle(page: Page | undefined, column: string): boolean {
  const [row] = page?.rows ?? [];
  return row !== undefined && row.answers[column.slice("field-".length)] === row.title;
}
