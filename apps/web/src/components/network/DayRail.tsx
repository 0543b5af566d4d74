import { Button, Slider } from "antd";
import { useState } from "react";
import { zh } from "../../words/zh.ts";

export interface DayRailProps {
  /** the first day of which anything is known */
  first: string;
  today: string;
  day: string;
  /** `undefined` is today */
  onDay: (day: string | undefined) => void;
}

const DAY = 86_400_000;
const number = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
const named = (n: number): string => new Date(n * DAY).toISOString().slice(0, 10);

/** The days of the network as a rail with its years. Only a released hand changes the day. */
export function DayRail({ first, today, day, onDay }: DayRailProps) {
  // where the hand is while it holds the rail; another day makes it void
  const [held, setHeld] = useState<{ of: string; at: number }>();
  const at = held?.of === day ? held.at : number(day);
  const settle = (n: number): void => onDay(n >= number(today) ? undefined : named(n));
  return (
    <div className="day-rail">
      <label htmlFor="day-rail-day">{zh.net.day}</label>
      <Slider
        className="grow"
        min={number(first)}
        max={number(today)}
        value={at}
        marks={yearMarks(first, today)}
        tooltip={{ open: false }}
        ariaLabelForHandle={zh.net.day}
        ariaValueTextFormatterForHandle={named}
        onChange={(to: number) => setHeld({ of: day, at: to })}
        onChangeComplete={settle}
      />
      <input
        id="day-rail-day"
        type="date"
        min={first}
        max={today}
        value={named(at)}
        onChange={({ target: { value } }) => value !== "" && settle(number(value))}
      />
      <Button size="small" aria-pressed={day === today} onClick={() => onDay(undefined)}>
        {zh.net.today}
      </Button>
    </div>
  );
}

/** A mark on each first of January, thinned out where the years stand close. */
function yearMarks(first: string, today: string): { [n: number]: string } {
  const [from, to] = [Number(first.slice(0, 4)), Number(today.slice(0, 4))];
  const every = Math.ceil((to - from + 1) / 7);
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return Object.fromEntries(
    years
      .filter((year) => (to - year) % every === 0 && `${year}-01-01` >= first)
      .map((year) => [number(`${year}-01-01`), String(year)]),
  );
}
