import { daysBetween, shortDate } from "../words/dates.ts";
import { zh } from "../words/zh.ts";
import { Glyph } from "./Glyph.tsx";

export interface DueTextProps {
  /** `YYYY-MM-DD`; an instant is cut to its date */
  due: string | null | undefined;
  /** the day it is where the authority sits; never read from a clock here */
  today: string;
  done?: boolean;
}

/** A due date and what is left of it: late, soon (three days or fewer), later, or none. */
export function DueText({ due, today, done = false }: DueTextProps) {
  if (due === null || due === undefined) return <span className="mute">{zh.due.none}</span>;
  const date = shortDate(due, today);
  if (done) return <Words date={date} left={zh.due.done} tone="" />;
  const days = daysBetween(today, due);
  if (days < 0) return <Words date={date} left={`逾期 ${-days} 天`} tone="late" />;
  if (days === 0) return <Words date={date} left={zh.due.today} tone="soon" />;
  return <Words date={date} left={`剩 ${days} 天`} tone={days <= 3 ? "soon" : ""} />;
}

function Words({ date, left, tone }: { date: string; left: string; tone: "" | "late" | "soon" }) {
  return (
    <span className={`due ${tone}`}>
      {tone === "late" && (
        <>
          <Glyph name="triangle" size={10} />{" "}
        </>
      )}
      {date}
      <span className={tone === "" ? "mute" : ""}>{` · ${left}`}</span>
    </span>
  );
}
