// One target from near: every bearer, the records that count, what is on its way.
import type { ReactNode } from "react";
import { usePolicy } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { ClauseRefs } from "../components/ClauseRefs.tsx";
import { ForceMark } from "../components/ForceMark.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { JudgeDuty } from "./JudgeDuty.tsx";
import { Progress, TargetState } from "./TargetProgress.tsx";
import {
  BEARERS,
  type BoardView,
  EVERY,
  type LineView,
  type ReadingView,
  sayAsked,
  sayForecast,
  sayValue,
  sayWhen,
  type TargetView,
} from "./target-words.ts";

export function TargetDetail({ target, board }: { target: TargetView; board: BoardView }) {
  const words = usePolicy();
  return (
    <>
      <p className="row-wrap">
        <ForceMark force={target.force} />
        <span>
          {BEARERS[target.bearer]}承担，{EVERY[target.every]}
          {target.every === "year" ? "看一次" : `，${sayWhen(target)}`}
        </span>
        <ClauseRefs clauses={target.clauses.map((clause) => words.clause(clause))} />
      </p>
      {target.asks !== undefined && <p>需要认定：{target.asks.zh}</p>}
      {target.parts.length > 0 && <Parts target={target} all={board.targets} />}
      {target.readings.map((reading) => (
        <Reading
          key={reading.bearer.id ?? "tenant"}
          reading={reading}
          judging={
            reading.bearer.kind === "tenant" && (
              <JudgeDuty
                of={{}}
                duty={{ key: target.duty, label: target.label }}
                abilities={board.abilities}
                year={board.year}
              />
            )
          }
        />
      ))}
    </>
  );
}

/** The text says that this target is the sum of others. */
function Parts({ target, all }: { target: TargetView; all: readonly TargetView[] }) {
  return (
    <>
      <h2 className="section-title">其中</h2>
      <ul className="plain-list">
        {target.parts.map(({ duty, label }) => {
          const reading = all.find((one) => one.duty === duty)?.readings[0];
          return (
            <li key={duty} className="row">
              <span className="grow">{label.zh}</span>
              {reading !== undefined && <Progress reading={reading} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What a center bears is judged on its own page. */
function BearerName({ bearer }: Pick<ReadingView, "bearer">) {
  const { base } = useWearing();
  if (bearer.kind === "tenant") return "现状";
  if (bearer.kind === "institution") return bearer.name;
  return <AppLink to={`${base}/centers/${bearer.id}`}>{bearer.name}</AppLink>;
}

function Reading({ reading, judging }: { reading: ReadingView; judging: ReactNode }) {
  const { bearer, state, open, missing, unsure, judged, lines } = reading;
  return (
    <section>
      <h2 className="section-title row-wrap">
        <BearerName bearer={bearer} />
        <TargetState state={state} />
        {judging}
      </h2>
      {unsure === true && <p className="sm mute">是否属于这项职责的对象还不能确定：登记里缺数据</p>}
      {judged !== undefined && (
        <p className="sm">
          {judged.on} 认定：{judged.opinion}
        </p>
      )}
      {open !== undefined && <p className="sm">等确定：{open.asks.zh}</p>}
      {missing !== undefined && state === "unknown" && <p className="sm mute">还没有报来需要的数据</p>}
      {lines.map((line) => (
        <Line key={`${line.key ?? ""}${line.is}${line.than.join()}`} line={line} />
      ))}
      {reading.forecast !== undefined && <Coming reading={reading} />}
    </section>
  );
}

function Line({ line }: { line: LineView }) {
  const { base } = useWearing();
  return (
    <>
      <p>
        要求：{sayAsked(line)}，现在 <strong>{sayValue(line)}</strong>
      </p>
      {line.records.length > 0 && (
        <>
          <p className="sm mute">计入的 {line.counted} 项</p>
          <ul className="plain-list">
            {line.records.map((record, n) => (
              <li key={`${record.root ?? ""}${record.name}${n}`} className="row">
                {record.root === undefined ? (
                  <span className="grow">{record.name}</span>
                ) : (
                  <AppLink to={`${base}/centers/${record.root}`} className="grow">
                    {record.name}
                  </AppLink>
                )}
                <span className="sm mute">
                  {[record.unit, record.amount, record.on].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Coming({ reading }: { reading: ReadingView }) {
  const { base } = useWearing();
  const words = usePolicy();
  return (
    <>
      <p>都办成以后{sayForecast(reading)}</p>
      <ul className="plain-list">
        {(reading.forecast?.coming ?? []).map((one) => (
          <li key={one.root} className="row">
            <AppLink to={`${base}/centers/${one.root}`} className="grow">
              {one.name}
            </AppLink>
            <span className="sm mute">{[one.unit, one.by].filter(Boolean).join(" · ")}</span>
            <StandingTag standing={one.standing} label={words.standing(one.standing)} />
          </li>
        ))}
      </ul>
    </>
  );
}
