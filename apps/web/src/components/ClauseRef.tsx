import { Popover } from "antd";
import type { ShownClause } from "./Refusal.tsx";

export interface ClauseRefProps {
  clause: ShownClause;
  /** shows the clause in the page's own panel instead of a popover */
  onOpen?: (clause: ShownClause) => void;
}

/** A section's label that opens its gist and its document. */
export function ClauseRef({ clause, onOpen }: ClauseRefProps) {
  const button = (
    <button
      className="clause-ref"
      type="button"
      {...(onOpen === undefined ? {} : { onClick: () => onOpen(clause) })}
    >
      {clause.section}
    </button>
  );
  if (onOpen !== undefined) return button;
  const gist = (
    <div className="refusal">
      <p>{clause.gist}</p>
      <p className="sm mute">
        {clause.document} {clause.section}
      </p>
    </div>
  );
  return (
    <Popover trigger="click" content={gist}>
      {button}
    </Popover>
  );
}
