// Cases of one year that are ranked or graded together, and evaluations that are opened for everybody at once.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { ask } from "../app/client.ts";
import { type PolicyWords, usePolicy } from "../app/policy-in-force.tsx";
import type { BatchSearch } from "../app/router.tsx";
import { useWearing } from "../app/wearing.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { QueryRow } from "../components/QueryRow.tsx";
import { Campaign } from "./Campaign.tsx";
import { Cohort } from "./Cohort.tsx";

export interface Batch {
  key: string;
  label: string;
  procedure: string;
  /** where cases are looked at together; without one, everybody is asked to begin */
  stage?: string;
}

const labelOf = (words: PolicyWords, procedure: string, stage?: string): string => {
  const found = words.policy.procedures.find(({ key }) => key === procedure);
  const at = found?.stages.find(({ key }) => key === stage);
  return [found?.label?.zh ?? procedure, at?.label?.zh].filter(Boolean).join(" · ");
};

export function BatchesPage() {
  const { as } = useWearing();
  const words = usePolicy();
  const navigate = useNavigate();
  const search: BatchSearch = useSearch({ strict: false });
  const { data } = useSuspenseQuery(ask.cohort.stages.queryOptions({ as }));
  const batches: Batch[] = [
    ...data.campaigns.map((procedure) => ({
      key: procedure,
      procedure,
      label: `${labelOf(words, procedure)} · 发起`,
    })),
    ...data.stages.map(({ procedure, stage }) => ({
      key: `${procedure}.${stage}`,
      procedure,
      stage,
      label: labelOf(words, procedure, stage),
    })),
  ];
  const thisYear = Number(data.today.slice(0, 4));
  const year = search.year ?? thisYear;
  const batch = batches.find(({ key }) => key === search.batch) ?? batches[0];
  const to = (next: BatchSearch) => void navigate({ to: ".", search: { ...search, ...next } as never });
  return (
    <>
      <PageHead title="批次" />
      {batch === undefined ? (
        <EmptyState title="没有要一起办的事项" next="政策没有排名、评定等次或统一发起的评估" />
      ) : (
        <>
          <QueryRow>
            <Select
              aria-label="事项"
              style={{ minWidth: 260 }}
              value={batch.key}
              onChange={(key: string) => to({ batch: key })}
              options={batches.map(({ key, label }) => ({ value: key, label }))}
            />
            <Select
              aria-label="年度"
              style={{ width: 110 }}
              value={year}
              onChange={(value: number) => to({ year: value })}
              options={[0, 1, 2, 3, 4].map((ago) => ({
                value: thisYear - ago,
                label: `${thisYear - ago} 年`,
              }))}
            />
          </QueryRow>
          {batch.stage === undefined ? (
            <Campaign
              key={`${batch.key}${year}`}
              procedure={batch.procedure}
              label={batch.label}
              year={year}
            />
          ) : (
            <Cohort
              key={`${batch.key}${year}`}
              over={{ procedure: batch.procedure, stage: batch.stage, year }}
              label={batch.label}
            />
          )}
        </>
      )}
    </>
  );
}
