import { useEffect, useRef } from "react";
import { zh } from "../words/zh.ts";
import { Glyph, type GlyphName } from "./Glyph.tsx";

export type StageState = "past" | "running" | "next" | "waiting";
export interface Stage {
  key: string;
  label: string;
  /** `YYYY-MM-DD`, both days included */
  from: string;
  to: string;
  lane?: number;
  /** worked out from `today` where it is left out */
  state?: StageState;
  count?: number;
}
export interface StageStripProps {
  year: number;
  today: string;
  stages: Stage[];
}

const GLYPHS: Record<StageState, GlyphName> = {
  past: "check",
  running: "half-disc",
  next: "ring",
  waiting: "diamond",
};
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** A year of stages on the months, overlaps in lanes, with today; the same as an ordered list for screen readers. */
export function StageStrip({ year, today, stages }: StageStripProps) {
  const placed = inLanes(
    stages.filter((stage) => stage.from <= `${year}-12-31` && stage.to >= `${year}-01-01`),
  );
  const lanes = placed.reduce((most, { lane }) => Math.max(most, lane + 1), 1);
  const current = today.startsWith(`${year}-`) ? Number(today.slice(5, 7)) : undefined;
  const scroller = useRef<HTMLElement>(null);
  // where the year is wider than the screen, today stands in its middle
  useEffect(() => {
    const box = scroller.current;
    if (box === null || current === undefined) return;
    box.scrollLeft = (shareOfYear(today, year) / 100) * box.scrollWidth - box.clientWidth / 2;
  }, [today, year, current]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wider than a phone: the keyboard scrolls it
    <section className="strip-scroll" ref={scroller} aria-label={zh.stages.list} tabIndex={0}>
      <div className="strip" aria-hidden="true">
        <div className="strip-months">
          {MONTHS.map((month) => (
            <span key={month} className={month === current ? "now" : ""}>
              {zh.stages.month(month)}
              {month === current && <em>{zh.stages.today}</em>}
            </span>
          ))}
        </div>
        <div className="strip-lanes" style={{ height: lanes * 28 + 8 }}>
          {current !== undefined && (
            <i className="strip-today" style={{ left: `${shareOfYear(today, year)}%` }} />
          )}
          {placed.map((stage) => (
            <StageBar key={stage.key} stage={stage} year={year} today={today} />
          ))}
        </div>
      </div>
      <ol className="sr" aria-label={zh.stages.list}>
        {placed.map((stage) => (
          <li key={stage.key}>
            {stage.label}：{stage.from} 至 {stage.to}，{zh.stages[stateOf(stage, today)]}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface Placed extends Stage {
  lane: number;
}

function StageBar({ stage, year, today }: { stage: Placed; year: number; today: string }) {
  const left = shareOfYear(stage.from, year);
  const width = shareOfYear(stage.to, year) + 100 / 366 - left;
  const state = stateOf(stage, today);
  return (
    <span
      className={`strip-stage ${state}`}
      style={{ left: `calc(${left}% + 1px)`, width: `calc(${width}% - 2px)`, top: stage.lane * 28 + 6 }}
      title={`${stage.label} ${stage.from} 至 ${stage.to}`}
    >
      <Glyph name={GLYPHS[state]} size={10} />
      <b>
        {stage.label}
        {stage.count !== undefined && ` ${stage.count}`}
      </b>
    </span>
  );
}

const stateOf = ({ state, from, to }: Stage, today: string): StageState =>
  state ?? (to < today ? "past" : from <= today ? "running" : "next");

/** Percent of the year's width on months of equal width; days outside the year are cut to its edges. */
function shareOfYear(date: string, year: number): number {
  if (date < `${year}-01-01`) return 0;
  if (date > `${year}-12-31`) return 100;
  const month = Number(date.slice(5, 7));
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return ((month - 1 + (Number(date.slice(8, 10)) - 1) / days) / 12) * 100;
}

/** Each stage in the first lane where it overlaps no other; a given lane is kept. */
function inLanes(stages: Stage[]): Placed[] {
  const ends: string[] = [];
  return stages
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map((stage) => {
      const free = ends.findIndex((end) => end < stage.from);
      const lane = stage.lane ?? (free === -1 ? ends.length : free);
      ends[lane] = stage.to;
      return { ...stage, lane };
    });
}
