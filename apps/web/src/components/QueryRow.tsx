import { Button } from "antd";
import type { FormEvent, ReactNode } from "react";
import { zh } from "../words/zh.ts";

export interface SavedView {
  key: string;
  label: string;
  count?: number;
}
export interface QueryRowProps {
  views?: SavedView[];
  view?: string;
  onView?: (key: string) => void;
  /** the filters, each with its own label */
  children?: ReactNode;
  onQuery?: () => void;
  onReset?: () => void;
}

/** Saved views with their counts, then one row of filters. */
export function QueryRow({ views = [], view, onView, children, onQuery, onReset }: QueryRowProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onQuery?.();
  };
  return (
    <form className="query-row" onSubmit={submit}>
      {views.length > 0 && (
        <div className="views">
          {views.map(({ key, label, count }) => (
            <button key={key} type="button" aria-pressed={key === view} onClick={() => onView?.(key)}>
              {label}
              {count !== undefined && <span className="mute"> {count}</span>}
            </button>
          ))}
        </div>
      )}
      {children !== undefined && <div className="row-wrap">{children}</div>}
      {onQuery !== undefined && <Button htmlType="submit">{zh.list.query}</Button>}
      {onReset !== undefined && (
        <Button type="text" onClick={onReset}>
          {zh.list.reset}
        </Button>
      )}
    </form>
  );
}
