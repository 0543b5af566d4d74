// The year of the policy on the desk: what is open, what is next, what is taken on any day, what the text has not said.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { unread } from "@yichuang/policy";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { ask } from "../app/client.ts";
import { type PolicyWords, usePolicy } from "../app/policy-in-force.tsx";
import type { DeskSearch } from "../app/router.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { ClauseRefs } from "../components/ClauseRefs.tsx";
import { StageStrip } from "../components/StageStrip.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { shortDate } from "../words/dates.ts";

type CalendarStage = Outputs["desk"]["calendar"]["stages"][number];

const dayOfInstant = (instant: string, shift = 0): string =>
  new Date(Date.parse(instant) + 28_800_000 - shift).toISOString().slice(0, 10);

/** What is open, what is next, and what the text has not said. */
export function YearCalendar() {
  const { as } = useWearing();
  const search: DeskSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const words = usePolicy();
  const { data } = useQuery(
    ask.desk.calendar.queryOptions({ as, ...(search.year === undefined ? {} : { year: search.year }) }),
  );
  if (data === undefined) return <div className="strip-place" />;
  const dated = data.stages.filter((stage) => stage.opens !== undefined && stage.closes !== undefined);
  const open = data.stages.filter((stage) => stage.state === "open-value");
  const years = [data.year - 1, data.year, data.year + 1];
  return (
    <section aria-label={`${data.year} 年日历`} className="year-calendar">
      <div className="row calendar-head">
        <Segmented
          size="small"
          value={data.year}
          options={years.map((year) => ({ value: year, label: `${year} 年` }))}
          onChange={(year) =>
            void navigate({ to: ".", search: ((before: DeskSearch) => ({ ...before, year })) as never })
          }
        />
        <CalendarWords stages={data.stages} today={data.today} />
      </div>
      {dated.length > 0 && (
        <StageStrip
          year={data.year}
          today={data.today}
          stages={dated.map((stage) => ({
            key: `${stage.procedure}/${stage.stage}`,
            label: stage.total > 0 ? `${stage.label.zh} ${stage.done}/${stage.total}` : stage.label.zh,
            from: dayOfInstant(stage.opens ?? ""),
            to: dayOfInstant(stage.closes ?? "", 1),
          }))}
        />
      )}
      <Rolling words={words} />
      <OpenTimes stages={open} words={words} />
    </section>
  );
}

const isAnytime = (when: object): boolean => "kind" in when && when.kind === "anytime";

/** What has no window: it is taken on any day. */
function Rolling({ words }: { words: PolicyWords }) {
  const taken = words.policy.procedures.filter(
    ({ over, starts }) => over !== "center" && isAnytime(unread(starts.when)),
  );
  if (taken.length === 0) return null;
  return (
    <p className="sm open-line">
      <StandingTag standing="submitted" label="随时受理" />
      {taken.map(({ label }) => label?.zh ?? "").join("、")}
    </p>
  );
}

/** Times that the text has not said; where there are several, one line until they are asked for. */
function OpenTimes({ stages, words }: { stages: CalendarStage[]; words: PolicyWords }) {
  const { base } = useWearing();
  const [all, setAll] = useState(false);
  if (stages.length === 0) return null;
  const shown = all || stages.length < 3 ? stages : [];
  return (
    <>
      {shown.map((stage) => (
        <OpenTime key={`${stage.procedure}/${stage.stage}`} stage={stage} words={words} />
      ))}
      {stages.length >= 3 && (
        <p className="sm open-line">
          {!all && <StandingTag standing="open" label={`${stages.length} 个时间原文未定`} />}
          <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "收起" : "列出"}
          </Button>
          <AppLink to={`${base}/policy`}>{`在“政策”里确定`}</AppLink>
        </p>
      )}
    </>
  );
}

function OpenTime({ stage, words }: { stage: CalendarStage; words: PolicyWords }) {
  const procedure = words.policy.procedures.find(({ key }) => key === stage.procedure)?.label?.zh;
  return (
    <p className="sm open-line">
      <StandingTag standing="open" />
      {[...new Set([procedure, stage.label.zh])].filter((word) => word !== undefined).join(" · ")}：
      {stage.asks?.zh}
      <ClauseRefs clauses={stage.clauses.map((clause) => words.clause(clause))} />
    </p>
  );
}

function CalendarWords({ stages, today }: { stages: CalendarStage[]; today: string }) {
  const running = stages.filter((stage) => stage.state === "running" && stage.does === "submit");
  const next = stages.find((stage) => stage.state === "next");
  const parts = [
    ...running.map(
      (stage) =>
        `${stage.label.zh}正在进行${stage.due === undefined ? "" : `，${shortDate(stage.due, today)} 24:00 截止`}`,
    ),
    ...(next === undefined || next.opens === undefined
      ? []
      : [`下一项：${next.label.zh}，${shortDate(dayOfInstant(next.opens), today)} 打开`]),
  ];
  return (
    <span className="sm mute">{parts.length === 0 ? "这一年没有写明时间的阶段" : parts.join("；")}</span>
  );
}
