import type { ReactNode } from "react";

/** What is not there and what comes next. Never an illustration. */
export function EmptyState({ title, next, action }: { title: string; next?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="strong">{title}</p>
      {next !== undefined && <p className="mute">{next}</p>}
      {action}
    </div>
  );
}
