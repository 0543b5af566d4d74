import { Glyph, type GlyphName } from "./Glyph.tsx";

export interface SectionEntry {
  key: string;
  label: string;
  state: "empty" | "begun" | "done" | "returned";
  /** 已完成, 缺 1 项, 乙 正在填写 */
  note?: string;
}

const LOOK: Record<SectionEntry["state"], readonly [GlyphName, string]> = {
  empty: ["ring", "var(--ink3)"],
  begun: ["half-disc", "var(--azure)"],
  done: ["check", "var(--pine)"],
  returned: ["bent-arrow", "var(--ochre)"],
};

/** The sections of a form with how far each one is. */
export function SectionList(props: {
  label: string;
  sections: SectionEntry[];
  current: string;
  onGo: (key: string) => void;
}) {
  return (
    <nav className="section-list" aria-label={props.label}>
      {props.sections.map(({ key, label, state, note }) => {
        const [glyph, color] = LOOK[state];
        return (
          <button
            key={key}
            type="button"
            onClick={() => props.onGo(key)}
            {...(key === props.current ? { "aria-current": "step" as const } : {})}
          >
            <span style={{ color }}>
              <Glyph name={glyph} />
            </span>
            <span>
              {label}
              {note !== undefined && <small>{note}</small>}
            </span>
          </button>
        );
      })}
    </nav>
  );
}
