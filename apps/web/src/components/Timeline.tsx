import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "./Glyph.tsx";

export interface TimelineItem {
  key: string;
  /** what happened */
  title: ReactNode;
  /** who, of which unit, with what */
  detail?: ReactNode;
  /** ready to show: `2026-10-12` or `10-12 15:04` */
  at: string;
  glyph?: GlyphName;
  tone?: "ink" | "azure" | "pine" | "ochre" | "cinnabar" | "plum";
}

/** A history, newest first as the caller orders it. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map(({ key, title, detail, at, glyph = "check", tone = "pine" }) => (
        <li key={key}>
          <span className="timeline-dot" style={{ color: `var(--${tone === "ink" ? "ink3" : tone})` }}>
            <Glyph name={glyph} />
          </span>
          <div className="grow">
            <div className="row">
              <span className="strong grow">{title}</span>
              <time className="sm mute nowrap">{at}</time>
            </div>
            {detail !== undefined && <div className="sm mute">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
