import { useEffect, useRef, type MouseEvent } from "react";
import { zh } from "../words/zh.ts";
import { fieldId, focusField } from "./fields/field-id.ts";
import { Glyph } from "./Glyph.tsx";

export interface Gap {
  text: string;
  /** `section/field` */
  field: string;
}

/** What is still missing, in the order of the form. The focus moves here when it appears; `onGo` may first open the section. */
export function ErrorSummary({ gaps, onGo = focusField }: { gaps: Gap[]; onGo?: (field: string) => void }) {
  const box = useRef<HTMLElement>(null);
  const shown = gaps.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (!shown) return null;
  const go = (event: MouseEvent, field: string) => {
    event.preventDefault();
    onGo(field);
  };
  return (
    <section className="error-summary" ref={box} tabIndex={-1} aria-labelledby="error-summary-title">
      <p className="error-summary-title" id="error-summary-title">
        <Glyph name="triangle" /> {zh.errors.title(gaps.length)}
      </p>
      <ol>
        {gaps.map((gap) => (
          <li key={`${gap.field}${gap.text}`}>
            <a href={`#${fieldId(gap.field)}`} onClick={(event) => go(event, gap.field)}>
              {gap.text}
            </a>
          </li>
        ))}
      </ol>
      <p className="sm mute">{zh.errors.note}</p>
    </section>
  );
}
