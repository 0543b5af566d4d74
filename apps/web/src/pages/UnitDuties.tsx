// Duties of one institution: its yearly checklists, what is due, and the authority's judgement of each year.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Suspense } from "react";
import { Spin } from "antd";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { type PolicyWords, usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { DueText } from "../components/DueText.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { ForceMark } from "../components/ForceMark.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { JudgeDuty } from "./JudgeDuty.tsx";

type Unit = Outputs["supervision"]["institution"];

export function UnitDuties({ party }: { party: number }) {
  return (
    <Suspense fallback={<Spin className="page-loading" aria-label="正在取数" />}>
      <Duties party={party} />
    </Suspense>
  );
}

function Duties({ party }: { party: number }) {
  const { as, base } = useWearing();
  const words = usePolicy();
  const navigate = useNavigate();
  const { data: unit } = useSuspenseQuery(ask.supervision.institution.queryOptions({ as, party }));
  const { busy, act } = useActing(words);
  const year = Number(unit.today.slice(0, 4));
  const duties = words.policy.duties.filter(({ bearer }) => bearer !== "tenant" && bearer !== "center");
  const openable = unit.abilities.filter(
    (ability) =>
      ability.act === "open-case" &&
      words.policy.procedures.some(({ key, over }) => key === ability.procedure && over === "institution"),
  );
  const begin = async (procedure: string) => {
    const answer = await act(
      (key) => api.act.openCase.mutate({ as, key, act: { procedure, year, institution: unit.id } }),
      "已新建，填写内容会自动保存",
    );
    const file = answer?.kind === "done" ? answer.cases[0] : undefined;
    if (file !== undefined) await navigate({ href: `${base}/cases/${file}/edit` });
  };
  return (
    <>
      {duties.length > 0 && <h2 className="section-title">职责</h2>}
      {duties.length + openable.length + unit.obligations.length + unit.cases.length === 0 && (
        <EmptyState
          title="政策没有给单位规定年度职责和报送"
          next="列入名录的各项，到期的事在各自的页面和待办里"
        />
      )}
      <ul className="plain-list">
        {duties.map((duty) => (
          <li key={duty.key} className="row">
            <ForceMark force={duty.force ?? "mandatory"} />
            <span className="grow">{duty.label?.zh ?? duty.key}</span>
            <span className="sm mute">
              {words
                .clauses(duty.because)
                .map(({ section }) => section)
                .join("、")}
            </span>
            <JudgeDuty
              of={{ institution: unit.id }}
              duty={duty}
              judged={unit.duties}
              abilities={unit.abilities}
              year={year}
            />
          </li>
        ))}
      </ul>
      {openable.length > 0 && <h2 className="section-title">报送</h2>}
      <div className="row-wrap">
        {openable.map((ability) => {
          const procedure = words.policy.procedures.find(({ key }) => key === ability.procedure);
          return (
            <ActButton
              key={ability.procedure}
              label={`填报 ${year} 年${procedure?.label?.zh ?? ""}`}
              verdict={words.verdict(ability.verdict)}
              busy={busy}
              onAct={() => void begin(ability.procedure ?? "")}
            />
          );
        })}
      </div>
      <Filed unit={unit} words={words} />
      <Due unit={unit} words={words} />
    </>
  );
}

interface Part {
  unit: Unit;
  words: PolicyWords;
}

const procedureIn = ({ policy }: PolicyWords, procedure: string | null | undefined): string =>
  policy.procedures.find(({ key }) => key === procedure)?.label?.zh ?? "";

/** What was handed in, the latest first. */
function Filed({ unit, words }: Part) {
  const { base } = useWearing();
  return (
    <ul className="plain-list">
      {unit.cases.toReversed().map((kase) => (
        <li key={kase.id} className="row">
          <AppLink to={`${base}/cases/${kase.id}`} className="grow">
            {kase.year} 年 {procedureIn(words, kase.procedure)}
          </AppLink>
          <StandingTag standing={kase.state} />
        </li>
      ))}
    </ul>
  );
}

/** Only what has a date is due; the duties without one stand above. */
function Due({ unit, words }: Part) {
  const due = unit.obligations.filter(
    ({ state, due_on: on }) => on !== null && (state === "open" || state === "missed"),
  );
  if (due.length === 0) return null;
  return (
    <>
      <h2 className="section-title">到期</h2>
      <ul className="plain-list">
        {due.map((row) => (
          <li key={row.obligation_key} className="row">
            <span className="grow">
              {row.matter}{" "}
              <span className="mute">
                {procedureIn(words, row.procedure_key)} {row.year} 年
              </span>
            </span>
            <DueText due={row.due_on} today={unit.today} />
          </li>
        ))}
      </ul>
    </>
  );
}
