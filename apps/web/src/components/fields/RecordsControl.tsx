import type { RecordClaim } from "@yichuang/policy";
import { zh } from "../../words/zh.ts";
import { type ControlProps, listOf } from "./field-context.ts";

/** Entries of a register that are claimed here, as they stood when they were chosen. */
export function RecordsControl({ value, name, onChange, readOnly }: ControlProps) {
  const claims = listOf<RecordClaim>(value);
  return (
    <ul className="claims">
      {claims.map((claim) => (
        <li key={claim.entry}>
          <span className="grow">{claim.title}</span>
          {claim.share !== undefined && <span>{claim.share * 100} %</span>}
          {!readOnly && (
            <button
              type="button"
              className="link"
              aria-label={`${zh.form.remove} ${name} ${claim.title}`}
              onClick={() => onChange(claims.filter((other) => other.entry !== claim.entry))}
            >
              {zh.form.remove}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
