// How the platform's administrator looks through what the platform keeps: in use or over, by a word, by page.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Input } from "antd";
import type { ListSearch } from "../app/router.tsx";
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

export function KeptQuery({ search, over, find }: { search: KeptSearch; over: string; find: string }) {
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
