// One case: where it stands, what was handed in, what reviewers said, what comes next, and its history.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { showTotal } from "@yichuang/domain";
import { openValues } from "@yichuang/policy";
import { Tabs } from "antd";
import { useState } from "react";
import { ask } from "../app/client.ts";
import { type PolicyWords, usePolicyVersion } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { DueText } from "../components/DueText.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { zh } from "../words/zh.ts";
import { CaseActs, CaseOpenValues, type CasePageData } from "./case-acts.tsx";
import { PartyActs } from "./party-acts.tsx";
import { CaseParties } from "./CaseParties.tsx";
import { CaseHistory } from "./CaseHistory.tsx";
import { CaseStages } from "./CaseStages.tsx";
import { HandedIn } from "./HandedIn.tsx";
import { ReviewSummary } from "./ReviewSummary.tsx";

const EDITABLE = ["draft", "returned", "withdrawn"];
/** The list that a case of the purpose stands in. */
function listOf(purpose: string, side: string): string {
  if (["entry", "filing", "recommendation"].includes(purpose)) return "applications";
  if (side === "i" || purpose === "report" || purpose === "change") return "centers";
  return purpose === "inspection" ? "supervision" : "evaluations";
}

/** nothing is due any more */
const SETTLED = ["closed", "withdrawn"];

export function CasePage() {
  const { id = "" } = useParams({ strict: false });
  const { as, base, side } = useWearing();
  const { data: page } = useSuspenseQuery(ask.case.get.queryOptions({ as, case: id }));
  const words = usePolicyVersion(page.policyHash);
  const [marks, setMarks] = useState<{ [field: string]: string }>({});
  const editable =
    side === "i" &&
    EDITABLE.includes(page.case.state) &&
    page.stages.some((stage) => stage.does === "submit" && stage.doneOn === undefined);
  const next = page.stages.find((stage) => stage.doneOn === undefined && stage.does !== "run");
  const canMark =
    side === "t" &&
    page.abilities.some((ability) => ability.act === "return" && ability.verdict.kind === "allowed");
  const result = page.case.result;
  const grade = result?.grade === undefined ? undefined : words.grade(result.grade);
  return (
    <>
      <PageHead
        crumbs={[
          {
            label: page.procedure.label.zh,
            to: `${base}/${listOf(page.case.purpose, side)}`,
          },
          { label: page.root.name },
        ]}
        title={`${page.root.name} · ${page.procedure.label.zh}`}
        tags={
          <>
            <StandingTag standing={page.case.state} large />
            {result?.score !== undefined && <span className="strong">{showTotal(result.score)} 分</span>}
            {grade !== undefined && <span className="strong">{grade.label}</span>}
          </>
        }
        aside={
          next?.due === undefined || SETTLED.includes(page.case.state) ? undefined : (
            <DueText due={next.due} today={page.today} />
          )
        }
        actions={
          <>
            <AppLink className="plain-link" to={`${base}/cases/${id}/print`}>
              打印
            </AppLink>
            {editable && (
              <AppLink className="primary-link" to={`${base}/cases/${id}/edit`}>
                {page.case.state === "returned" ? "修改" : "填写"}
              </AppLink>
            )}
            <CaseActs page={page} words={words} marks={marks} />
            <PartyActs page={page} words={words} />
          </>
        }
      />
      <CaseFacts page={page} words={words} />
      <div className="two-columns">
        <div>
          <CaseOpenValues page={page} words={words} opens={openValues(words.policy)} />
          <Tabs
            items={[
              {
                key: "dossier",
                label: "材料",
                children: (
                  <HandedIn page={page} words={words} {...(canMark ? { marks, onMarks: setMarks } : {})} />
                ),
              },
              { key: "review", label: "评审", children: <ReviewSummary page={page} words={words} /> },
              {
                key: "parties",
                label: "各方意见",
                children: <CaseParties page={page} words={words} />,
              },
            ]}
          />
        </div>
        <aside>
          <CaseStages page={page} words={words} />
          <CaseHistory items={page.history} today={page.today} />
        </aside>
      </div>
    </>
  );
}

function CaseFacts({ page, words }: { page: CasePageData; words: PolicyWords }) {
  const { base } = useWearing();
  const { root } = page;
  return (
    <dl className="facts">
      <div>
        <dt>{words.institution}</dt>
        <dd>{root.host.name}</dd>
      </div>
      <div>
        <dt>统一社会信用代码</dt>
        <dd>{root.host.uscc}</dd>
      </div>
      <div>
        <dt>年度</dt>
        <dd>{page.case.year}</dd>
      </div>
      {root.kind === "center" && (
        <div>
          <dt>{words.noun ?? zh.network.one}</dt>
          <dd>
            <AppLink to={`${base}/centers/${root.id}`}>{root.name}</AppLink>
          </dd>
        </div>
      )}
    </dl>
  );
}
