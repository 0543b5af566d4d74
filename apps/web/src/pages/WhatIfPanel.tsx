// What would be different: the authority supposes something and reads in words what follows. Nothing is stored.
import { useQuery } from "@tanstack/react-query";
import type { NetworkMark } from "@yichuang/domain";
import { Button, Drawer } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";
import { ask, saidOf } from "../app/client.ts";
import { type PolicyWords, usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ClauseRefs } from "../components/ClauseRefs.tsx";
import { Refusal } from "../components/Refusal.tsx";
import { PathHead } from "./PromotionPaths.tsx";
import { type Said, SuppositionForm } from "./SuppositionForm.tsx";
import { STATES } from "./target-words.ts";

type Answer = Outputs["network"]["whatIf"];
type Supposed = Extract<Answer, { kind: "supposed" }>;
type Difference = Supposed["difference"];

/** Opens the panel beside the network, which stays in view. `onOpen` shows a center of the tenant. */
export function WhatIfButton({ onOpen }: { onOpen: (center: string) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        统筹布局
      </Button>
      <Drawer title="统筹布局" open={open} size={640} onClose={() => setOpen(false)} destroyOnHidden>
        <WhatIfPanel onOpen={onOpen} />
      </Drawer>
    </>
  );
}

/** For the tenant's authority only. */
function WhatIfPanel({ onOpen }: { onOpen: (center: string) => void }) {
  const { as } = useWearing();
  const [all, setAll] = useState<Said[]>([]);
  const { data, error, isFetching } = useQuery({
    ...ask.network.whatIf.queryOptions({ as, suppositions: all.map(({ supposition }) => supposition) }),
    enabled: all.length > 0,
    placeholderData: (before) => before,
  });
  return (
    <section className="what-if" aria-label="设想">
      <h2 className="section-title">
        设想 <span className="mute">只作对比，什么都不保存，也不影响任何中心</span>
      </h2>
      <SuppositionForm onAdd={(said) => setAll([...all, said].slice(0, MOST))} />
      {all.length > 0 && (
        <ol className="what-if-list" aria-label="已加入的设想">
          {all.map(({ said }, nth) => (
            <li key={`${nth}${said}`} className="row">
              <span className="grow">
                {nth + 1}. {said}
              </span>
              <button
                type="button"
                className="link"
                aria-label={`去掉设想：${said}`}
                onClick={() => setAll(all.filter((_, at) => at !== nth))}
              >
                去掉
              </button>
            </li>
          ))}
        </ol>
      )}
      <div aria-live="polite" aria-busy={isFetching}>
        {error !== null && <p className="bad">{saidOf(error)}</p>}
        {all.length > 0 && data !== undefined && (
          <AnswerOf answer={data} onOpen={(center) => (isSupposed(all, center) ? undefined : onOpen)} />
        )}
      </div>
    </section>
  );
}

/** As many suppositions as one question takes. */
const MOST = 20;

/** A center that is supposed has no page. */
const isSupposed = (all: readonly Said[], center: string): boolean =>
  all.some(
    ({ supposition: one }) => one.kind === "designate" && one.begin !== undefined && one.center === center,
  );

interface Opening {
  /** how a center is opened, where it can be */
  onOpen: (center: string) => ((center: string) => void) | undefined;
}

function AnswerOf({ answer, onOpen }: { answer: Answer } & Opening) {
  const words = usePolicy();
  if (answer.kind === "refused") {
    return (
      <>
        <p className="strong">第 {answer.nth + 1} 条设想不成立</p>
        {answer.violations.map((one) => (
          <Refusal key={one.code} {...words.violation(one)} />
        ))}
      </>
    );
  }
  const { difference, names } = answer;
  return (
    <>
      <Marks title="会违反或绷紧的规则" marks={difference.marks.newly} names={names} onOpen={onOpen} />
      <Marks title="不再违反的规则" marks={difference.marks.noLonger} names={names} onOpen={onOpen} />
      <Targets difference={difference} words={words} />
      <Coverage difference={difference} words={words} />
      <Seats difference={difference} />
      <Paths title="变得可以往上走的" paths={difference.paths.newly} />
      <Paths title="不能再往上走的" paths={difference.paths.noLonger} />
      {isNone(difference) && <p className="strong">没有差别：规则、目标、布局和晋级都不变</p>}
    </>
  );
}

const isNone = ({ marks, targets, coverage, paths, seats }: Difference): boolean =>
  [marks.newly, marks.noLonger, targets, coverage, paths.newly, paths.noLonger, seats].every(
    ({ length }) => length === 0,
  );

function Part({ title, n, children }: { title: string; n: number; children: ReactNode }) {
  if (n === 0) return null;
  return (
    <>
      <h3 className="section-title">
        {title} {n}
      </h3>
      <ul className="plain-list" aria-label={title}>
        {children}
      </ul>
    </>
  );
}

interface MarksProps extends Opening {
  title: string;
  marks: readonly NetworkMark[];
  names: Supposed["names"];
}

function Marks({ title, marks, names, onOpen }: MarksProps) {
  return (
    <Part title={title} n={marks.length}>
      {marks.map((mark) => (
        <li key={`${mark.center}${mark.kind}${mark.path}`}>
          <div className="row-wrap">
            <Center id={mark.center} name={names[mark.center] ?? ""} onOpen={onOpen} />
            <ClauseRefs clauses={mark.clauses} />
          </div>
          <p>{mark.words}</p>
        </li>
      ))}
    </Part>
  );
}

function Center({ id, name, onOpen }: { id: string; name: string } & Opening) {
  const open = onOpen(id);
  if (open === undefined) return <strong>{name}</strong>;
  return (
    <button type="button" className="link" onClick={() => open(id)}>
      {name}
    </button>
  );
}

function Targets({ difference, words }: { difference: Difference; words: PolicyWords }) {
  return (
    <Part title="目标" n={difference.targets.length}>
      {difference.targets.map(({ duty, label, before, after, clauses }) => (
        <li key={duty} className="row-wrap">
          <strong>{label.zh}</strong>
          <span>
            {sayStanding(before)} → {sayStanding(after)}
          </span>
          <ClauseRefs clauses={clauses.map((clause) => words.clause(clause))} />
        </li>
      ))}
    </Part>
  );
}

const sayStanding = (standing: Difference["targets"][number]["before"]): string =>
  standing === undefined
    ? "没有这一条"
    : [standing.values.filter((value) => value !== "").join("、"), STATES[standing.state].word]
        .filter((part) => part !== "")
        .join("，");

/** Cells with the same place and field, one line for each standing. */
function Coverage({ difference, words }: { difference: Difference; words: PolicyWords }) {
  const { as } = useWearing();
  const { data } = useQuery({ ...ask.network.regions.queryOptions({ as }), staleTime: 60_000 });
  const placeOf = (code: string): string =>
    code === "" ? "所在地未知" : (data?.regions.find((region) => region.code === code)?.name ?? code);
  const fieldOf = (field: string): string =>
    words.policy.lists.flatMap(({ items }) => items).find(({ key }) => key === field)?.label?.zh ?? field;
  return (
    <Part title="布局" n={difference.coverage.length}>
      {difference.coverage.map(({ field, place, tier, standing, before, after }) => (
        <li key={`${field}${place}${tier}${standing}`}>
          {placeOf(place)} · {fieldOf(field)} · {words.standing(standing)}：{before} 家 → {after} 家
        </li>
      ))}
    </Part>
  );
}

function Seats({ difference }: { difference: Difference }) {
  return (
    <Part title="名额" n={difference.seats.length}>
      {difference.seats.map(({ scope, of, label, before, after, clauses }) => (
        <li key={scope} className="row-wrap">
          <span>
            {of.join("、")}：已占 {before.taken} → {after.taken}
            {after.left === undefined ? "" : `，还剩 ${after.left}`}
          </span>
          <span className="sm mute">{label}</span>
          <ClauseRefs clauses={clauses} />
        </li>
      ))}
    </Part>
  );
}

function Paths({ title, paths }: { title: string; paths: Difference["paths"]["newly"] }) {
  return (
    <Part title={title} n={paths.length}>
      {paths.map((path) => (
        <li key={`${path.center}${path.way}${path.key}${path.to.type}`}>
          <strong>{path.name}</strong>
          <PathHead path={path} />
        </li>
      ))}
    </Part>
  );
}
