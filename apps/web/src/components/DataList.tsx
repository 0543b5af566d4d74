import { Table, type TableColumnType } from "antd";
import type { SorterResult } from "antd/es/table/interface";
import type { Key, ReactNode } from "react";
import { zh } from "../words/zh.ts";
import { EmptyState } from "./EmptyState.tsx";

export interface Column<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  width?: number;
  align?: "left" | "right" | "center";
  sortable?: boolean;
}
export interface Sort {
  column: string;
  order: "asc" | "desc";
}
export interface DataListProps<Row> {
  /** names the table for screen readers */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  loading?: boolean;
  /** what stands there without rows */
  empty?: ReactNode;
  total?: number;
  /** from 1 */
  page?: number;
  pageSize?: number;
  onPage?: (page: number) => void;
  sort?: Sort;
  onSort?: (sort: Sort | undefined) => void;
  /** opens the row; the first cell must also hold a link, for keyboards */
  onOpen?: (row: Row) => void;
  selected?: string[];
  onSelect?: (keys: string[]) => void;
}

/** A list from edge to edge of the sheet. Pages and order are the caller's, to be kept in the address. */
export function DataList<Row extends object>(props: DataListProps<Row>) {
  const {
    label,
    columns,
    rows,
    rowKey,
    loading = false,
    total = rows.length,
    page = 1,
    pageSize = 20,
  } = props;
  const { onOpen, onPage, onSelect } = props;
  const empty = props.empty ?? <EmptyState title={zh.list.empty} />;
  return (
    <div className="data-list">
      <Table<Row>
        aria-label={label}
        size="small"
        columns={columns.map((column) => antColumn(column, props.sort))}
        dataSource={rows}
        rowKey={rowKey}
        loading={{ spinning: loading, delay: 300 }}
        locale={{ emptyText: loading ? zh.list.loading : empty }}
        pagination={
          total > pageSize || onPage !== undefined
            ? {
                current: page,
                pageSize,
                total,
                size: "small",
                showSizeChanger: false,
                showTotal: zh.list.total,
                onChange: (to) => onPage?.(to),
              }
            : false
        }
        onChange={(_page, _filters, sorter) => {
          const next = sortOf(sorter);
          if (!sameSort(next, props.sort)) props.onSort?.(next);
        }}
        {...(onOpen === undefined
          ? {}
          : { onRow: (row: Row) => ({ onClick: opener(row, onOpen), className: "openable" }) })}
        {...(onSelect === undefined
          ? {}
          : {
              rowSelection: {
                selectedRowKeys: props.selected ?? [],
                onChange: (keys: Key[]) => onSelect(keys.map(String)),
              },
            })}
        scroll={{ x: "max-content" }}
      />
      {total <= pageSize && onPage === undefined && rows.length > 0 && (
        <p className="sm mute data-list-total">{zh.list.total(total)}</p>
      )}
    </div>
  );
}

function antColumn<Row>(column: Column<Row>, sort: Sort | undefined): TableColumnType<Row> {
  const order = sort?.column === column.key ? (sort.order === "asc" ? "ascend" : "descend") : null;
  return {
    key: column.key,
    title: column.title,
    align: column.align ?? "left",
    render: (_value: unknown, row: Row) => column.render(row),
    onCell: (): object => ({ "data-label": column.title }),
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.sortable === true ? { sorter: true, sortOrder: order, showSorterTooltip: false } : {}),
  };
}

function sortOf<Row>(sorter: SorterResult<Row> | SorterResult<Row>[]): Sort | undefined {
  const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
  if (columnKey === undefined || order === null || order === undefined) return undefined;
  return { column: String(columnKey), order: order === "ascend" ? "asc" : "desc" };
}

const sameSort = (a: Sort | undefined, b: Sort | undefined): boolean =>
  a?.column === b?.column && a?.order === b?.order;

/** A click on a link, a button or a field in the row is that thing's own. */
function opener<Row>(row: Row, onOpen: (row: Row) => void) {
  return (event: { target: EventTarget }) => {
    const inner = event.target instanceof Element && event.target.closest("a, button, input, label");
    if (!inner) onOpen(row);
  };
}
