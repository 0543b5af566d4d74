import type { Force } from "@yichuang/policy";
import type { ReactNode } from "react";
import { zh } from "../words/zh.ts";
import { ForceMark } from "./ForceMark.tsx";
import type { ShownClause } from "./Refusal.tsx";

export interface PanelClause extends ShownClause {
  force?: Force | "open";
  /** which field or part it is about */
  here?: string;
  on?: boolean;
}

/** The clauses of what one is working on, in full, beside the work. */
export function ClausePanel({
  clauses,
  title,
  children,
}: {
  clauses: PanelClause[];
  title?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <aside aria-label={zh.clause.title}>
      <h2 className="section-title">{title ?? zh.clause.title}</h2>
      {clauses.length === 0 && <p className="sm mute">{zh.clause.none}</p>}
      {clauses.map((clause) => (
        <div
          className={clause.on === true ? "clause-card on" : "clause-card"}
          key={`${clause.section}${clause.gist}${clause.here ?? ""}`}
        >
          <p className="row">
            <ForceMark {...(clause.force === undefined ? {} : { force: clause.force })} />
            <span className="sm strong">{clause.section}</span>
          </p>
          <p>{clause.gist}</p>
          <p className="sm mute">
            {clause.here === undefined ? clause.document : `${zh.clause.here}${clause.here}`}
          </p>
        </div>
      ))}
      {children}
    </aside>
  );
}
