import type { Force } from "@yichuang/policy";
import { zh } from "../words/zh.ts";
import { ForceMark } from "./ForceMark.tsx";

export interface ShownClause {
  section: string;
  gist: string;
  document: string;
}
/** Why an act is refused, in words that are ready to show. */
export interface ShownViolation {
  said: string;
  /** what makes it possible, and when */
  next?: string;
  force?: Force;
  /** empty means a rule of the platform */
  clauses: ShownClause[];
  /** the open value that would decide it */
  openAsks?: string;
}

/** One reason: the sentence, how strong, which clause, and what makes the act possible. */
export function Refusal({ said, next, force, clauses, openAsks }: ShownViolation) {
  return (
    <div className="refusal">
      <p className="strong">{said}</p>
      {clauses.map((clause) => (
        <p className="refusal-clause" key={`${clause.section}${clause.gist}`}>
          <ForceMark {...(force === undefined ? {} : { force })} />
          <span>
            {clause.section}：{clause.gist}
            <span className="mute">（{clause.document}）</span>
          </span>
        </p>
      ))}
      {clauses.length === 0 && <p className="refusal-clause">{zh.act.platformRule}</p>}
      {openAsks !== undefined && (
        <p className="refusal-clause">
          <ForceMark force="open" />
          <span>{openAsks}</span>
        </p>
      )}
      {next !== undefined && <p className="refusal-next">{next}</p>}
    </div>
  );
}
