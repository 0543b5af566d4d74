// One seminar over several applications: minutes after the policy's own form.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { usePolicy } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { ClausePanel } from "../components/ClausePanel.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { ErrorSummary } from "../components/ErrorSummary.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { PolicyForm } from "../components/PolicyForm.tsx";

export function MeetingPage() {
  const { as, base } = useWearing();
  const words = usePolicy();
  const navigate = useNavigate();
  const { busy, act } = useActing(words);
  const search: { cases?: string } = useSearch({ strict: false });
  const cases = (search.cases ?? "").split(",").filter((id) => id !== "");
  const procedure = words.policy.procedures.find(({ stages }) => stages.some(({ does }) => does === "meet"));
  const stage = procedure?.stages.find(({ does }) => does === "meet");
  const form = words.policy.forms.find(({ key }) => key === stage?.form);
  const first = useQuery({
    ...ask.case.get.queryOptions({ as, case: cases[0] ?? "" }),
    enabled: cases.length > 0,
  });
  const [answers, setAnswers] = useState<{ [section: string]: { [field: string]: unknown } }>({});
  const [gaps, setGaps] = useState<{ [address: string]: string }>({});
  const ability = first.data?.abilities.find((one) => one.act === "hold-meeting");
  if (procedure === undefined || stage === undefined || form === undefined || first.data === undefined)
    return <EmptyState title="请先在申报列表里选出要研讨的申报" />;
  const { year } = first.data.case;
  const go = async () => {
    const answer = await act(
      (key) =>
        api.act.holdMeeting.mutate({
          as,
          key,
          act: { procedure: procedure.key, stage: stage.key, year, cases, answers: answers as never },
        }),
      `已登记，${cases.length} 个申报列入研讨`,
    );
    if (answer?.kind === "done") await navigate({ href: `${base}/applications` });
    else if (answer !== undefined)
      setGaps(
        Object.fromEntries(
          answer.violations.flatMap((one) => (one.field === undefined ? [] : [[one.field, one.said.zh]])),
        ),
      );
  };
  return (
    <>
      <PageHead
        crumbs={[{ label: "申报", to: `${base}/applications` }, { label: stage.label?.zh ?? "研讨" }]}
        title={`${stage.label?.zh ?? "研讨"} · ${cases.length} 个申报`}
        actions={
          ability === undefined ? undefined : (
            <ActButton
              primary
              label="登记研讨"
              verdict={words.verdict(ability.verdict)}
              busy={busy}
              onAct={() => void go()}
            />
          )
        }
      />
      <ErrorSummary gaps={Object.entries(gaps).map(([field, text]) => ({ field, text }))} />
      <div className="two-columns">
        <div>
          {form.sections.map((section) => (
            <section key={section.key} className="form-section" aria-label={section.label?.zh ?? section.key}>
              <h2 className="section-title">{section.label?.zh ?? section.key}</h2>
              <PolicyForm
                section={section}
                value={answers[section.key] ?? {}}
                onChange={(field, value) =>
                  setAnswers((before) => ({
                    ...before,
                    [section.key]: { ...before[section.key], [field]: value },
                  }))
                }
                gaps={gaps}
                lists={words.policy.lists}
                sheets={words.policy.sheets}
                upload={() => Promise.reject(new Error("研讨记录不带文件"))}
              />
            </section>
          ))}
        </div>
        <ClausePanel clauses={words.clauses(stage.because)} />
      </div>
    </>
  );
}
