import { Popover } from "antd";
import type { ShownClause } from "./Refusal.tsx";

/** The sections that clauses stand in, each once; a section's label opens its document and the gist of all that is cited. */
export function ClauseRefs({ clauses }: { clauses: readonly ShownClause[] }) {
  const sections = Map.groupBy(clauses, ({ document, section }) => `${document} ${section}`);
  return [...sections].map(([place, cited]) => (
    <Popover key={place} trigger="click" content={renderGists(place, cited)}>
      <button className="clause-ref" type="button">
        {cited[0]?.section}
      </button>
    </Popover>
  ));
}

const renderGists = (place: string, cited: readonly ShownClause[]) => (
  <div className="refusal">
    {[...new Set(cited.map(({ gist }) => gist))].map((gist) => (
      <p key={gist}>{gist}</p>
    ))}
    <p className="sm mute">{place}</p>
  </div>
);
