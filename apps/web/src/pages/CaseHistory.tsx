import { Timeline } from "../components/Timeline.tsx";
import { shortDate } from "../words/dates.ts";

interface HistoryItem {
  seq: number;
  kind: string;
  label: string;
  on_day: string;
  at: string;
  who: object | null;
  opinion?: string;
  detail?: string;
}

const TONES: { [kind: string]: "azure" | "pine" | "ochre" | "cinnabar" | "plum" | "ink" } = {
  returned: "ochre",
  missed: "cinnabar",
  found: "ochre",
  settled: "plum",
  designated: "azure",
  "standing-changed": "azure",
  opened: "ink",
};

const fieldOf = (who: object | null, name: string): string => {
  const value: unknown = who === null ? undefined : Object.entries(who).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : "";
};

/** 流转记录: what, who, which unit, when. Added to, never changed. */
export function CaseHistory({ items, today }: { items: HistoryItem[]; today: string }) {
  return (
    <section className="panel" aria-label="流转记录">
      <h2 className="section-title">流转记录</h2>
      <Timeline
        items={items.map((item) => {
          const who = [fieldOf(item.who, "unit"), fieldOf(item.who, "name")]
            .filter((word) => word !== "")
            .join(" · ");
          const said = [item.detail, item.opinion]
            .filter((word) => word !== undefined && word !== "")
            .join("；");
          const tone = TONES[item.kind];
          return {
            key: String(item.seq),
            title: item.label,
            detail: [who === "" ? "到期自动记录" : who, said].filter((word) => word !== "").join("："),
            at: shortDate(item.on_day, today),
            ...(tone === undefined ? {} : { tone }),
          };
        })}
      />
      <p className="sm mute">只增不改</p>
    </section>
  );
}
