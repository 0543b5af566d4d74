// The form of a case while it lies with its institution: sections, autosave, clauses beside, check and hand in.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { Collection, FormField, FormSection } from "@yichuang/policy";
import { Input } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { type PolicyWords, usePolicyVersion } from "../app/policy-in-force.tsx";
import { ROLE_WORDS, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { ClausePanel } from "../components/ClausePanel.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { DueText } from "../components/DueText.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { ErrorSummary, type Gap } from "../components/ErrorSummary.tsx";
import { focusField } from "../components/fields/field-id.ts";
import { PageHead } from "../components/PageHead.tsx";
import { PolicyForm } from "../components/PolicyForm.tsx";
import { SaveState } from "../components/SaveState.tsx";
import { type SectionEntry, SectionList } from "../components/SectionList.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import type { CasePageData } from "./case-acts.tsx";
import { rowsOf } from "./HandedIn.tsx";
import { upload } from "./upload.ts";
import { useDraft } from "./use-draft.ts";

export function CaseEditPage() {
  const { id = "" } = useParams({ strict: false });
  const { as } = useWearing();
  const { data: page } = useSuspenseQuery({
    ...ask.case.get.queryOptions({ as, case: id }),
    staleTime: Infinity,
  });
  const words = usePolicyVersion(page.policyHash);
  const stage = page.stages.find((one) => one.does === "submit" && one.doneOn === undefined);
  const form = words.policy.forms.find(({ key }) => key === stage?.form);
  if (stage === undefined || form === undefined) return <EmptyState title="现在没有要填写的材料" />;
  return (
    <Editor
      key={`${id}/${page.case.returns.length}`}
      page={page}
      words={words}
      stage={stage}
      sections={form.sections}
    />
  );
}

interface EditorProps {
  page: CasePageData;
  words: PolicyWords;
  stage: CasePageData["stages"][number];
  sections: FormSection[];
}

type Answers = { [section: string]: { [field: string]: unknown } };

function Editor({ page, words, stage, sections }: EditorProps) {
  const { as, base, me } = useWearing();
  const navigate = useNavigate();
  const { busy, act } = useActing(words);
  const handedIn = page.case.submissions.at(-1);
  const draft = useDraft(page.case.id, page.drafts, handedIn?.answers ?? prefilled(page, sections));
  const [section, setSection] = useState(sections[0]?.key ?? "");
  const [field, setField] = useState<FormField>();
  const [gaps, setGaps] = useState<{ [address: string]: string }>({});
  const [asking, setAsking] = useState(false);
  const [opinion, setOpinion] = useState("");
  const [records] = useState(() => claimableIn(as, page));
  const returned = page.case.state === "returned" ? page.case.returns.at(-1) : undefined;
  const marks = Object.fromEntries((returned?.marks ?? []).map((mark) => [mark.field, mark.reason]));
  const sign = page.abilities.find((ability) => ability.act === "sign" && ability.stage === stage.key);
  const submit = page.abilities.find((ability) => ability.act === "submit" && ability.stage === stage.key);
  const way = sign ?? submit;
  const shown = sections.find(({ key }) => key === section) ?? sections[0];
  if (shown === undefined) return null;

  const send = async () => {
    await draft.flush();
    const where = { case: page.case.id, stage: stage.key, answers: draft.answers as never };
    const answer = await act(
      (key) =>
        sign === undefined
          ? api.act.submit.mutate({ as, key, act: where })
          : api.act.sign.mutate({ as, key, act: { ...where, opinion } }),
      sign === undefined ? "已提交" : "已签署",
    );
    setAsking(false);
    if (answer?.kind === "done") await navigate({ href: `${base}/cases/${page.case.id}` });
    else if (answer !== undefined)
      setGaps(
        Object.fromEntries(
          answer.violations.flatMap((one) => (one.field === undefined ? [] : [[one.field, one.said.zh]])),
        ),
      );
  };
  const summary: Gap[] = Object.entries(gaps).map(([address, text]) => ({ field: address, text }));
  const clauses = clausesAround(words, { section: shown, field, stage });
  return (
    <>
      <PageHead
        crumbs={[
          { label: page.procedure.label.zh, to: `${base}/cases/${page.case.id}` },
          { label: page.root.name },
        ]}
        title={`${page.root.name} · ${stage.label.zh}`}
        tags={
          <>
            <StandingTag standing={page.case.state} />
            <SaveState {...draft.status} />
          </>
        }
        aside={stage.due === undefined ? undefined : <DueText due={stage.due} today={page.today} />}
        actions={
          way === undefined ? (
            <span className="mute">填好之后由单位管理员提交</span>
          ) : (
            <ActButton
              primary
              label={sign === undefined ? "检查并提交" : `${ROLE_WORDS[me.role]}签署`}
              verdict={words.verdict(way.verdict)}
              told={words.told(way)}
              busy={busy}
              onAct={() => setAsking(true)}
            />
          )
        }
      />
      {returned !== undefined && (
        <p className="notice">
          退回修改：{returned.reason}
          {returned.until === undefined ? "" : `，${returned.until} 前重新提交`}
        </p>
      )}
      <ErrorSummary gaps={summary} onGo={(address) => goTo(address, setSection)} />
      <div className="columns">
        <div className="column-side">
          <SectionList
            label="表单部分"
            current={shown.key}
            onGo={setSection}
            sections={sections.map((one) => entryOf(one, { answers: draft.answers, marks }))}
          />
        </div>
        <div>
          <h2 className="section-title">{shown.label?.zh ?? shown.key}</h2>
          <PolicyForm
            section={shown}
            value={draft.answers[shown.key] ?? {}}
            onChange={(key, value) => draft.set(shown.key, key, value)}
            marks={marks}
            onlyMarked={returned !== undefined && returned.marks.length > 0}
            gaps={gaps}
            onFocus={setField}
            lists={words.policy.lists}
            sheets={words.policy.sheets}
            sheetItems={rowsOf(page)}
            records={records}
            upload={(file) => upload(file, { hat: as.hat, tenant: as.tenant, caseId: page.case.id })}
            fileUrl={(id) => `/files/${id}?hat=${as.hat}&tenant=${as.tenant}`}
          />
        </div>
        <div className="column-side">
          <ClausePanel clauses={clauses} />
        </div>
      </div>
      <Confirm
        open={asking}
        title={`${sign === undefined ? "提交" : "签署"}：${page.root.name} · ${stage.label.zh}`}
        effects={[
          sign === undefined ? `送${words.authority}` : `送下一位签署人，签齐之后送${words.authority}`,
          "对方开始办理之前可以撤回",
          "内容和时间进入流转记录",
        ]}
        verb={sign === undefined ? "确认提交" : "确认签署"}
        busy={busy}
        clauses={stage.clauses.map(words.clause)}
        onCancel={() => setAsking(false)}
        onConfirm={() => void send()}
      >
        {sign !== undefined && (
          <label className="stacked">
            意见{me.role === "institution-manager" ? "（含对材料真实性的审核意见）" : ""}
            <Input.TextArea
              aria-label="签署意见"
              rows={3}
              value={opinion}
              onChange={(event) => setOpinion(event.target.value)}
            />
          </label>
        )}
      </Confirm>
    </>
  );
}

/** How far a section is; a section with marks of a return says so. */
function entryOf(
  section: FormSection,
  { answers, marks }: { answers: Answers; marks: { [address: string]: string } },
): SectionEntry {
  const asked = section.fields.filter(({ kind }) => kind !== "signature");
  const filled = asked.filter((field) => isSaid(answers[section.key]?.[field.key])).length;
  const returned = Object.keys(marks).some((address) => address.startsWith(`${section.key}/`));
  const state = returned ? "returned" : filled === 0 ? "empty" : filled < asked.length ? "begun" : "done";
  return {
    key: section.key,
    label: section.label?.zh ?? section.key,
    state,
    note: returned ? "要修改" : `${filled} / ${asked.length}`,
  };
}

const isSaid = (value: unknown): boolean => {
  if (value === undefined || value === null || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== "object" || Object.values(value).some(isSaid);
};

/** What the center's record already knows: name, unit, goals of the application. Entered once, shown again. */
function prefilled(page: CasePageData, sections: FormSection[]): Answers {
  const known: { [ref: string]: unknown } = {
    "application.name": page.root.name,
    "center.name": page.root.name,
    "center.host": { name: page.root.host.name, uscc: page.root.host.uscc },
    "host.uscc": page.root.host.uscc,
  };
  return Object.fromEntries(
    sections.map((section) => [
      section.key,
      Object.fromEntries(
        section.fields.flatMap((field): [string, unknown][] => {
          if (field.kind === "goals" && page.goals.length > 0) return [[field.key, page.goals]];
          const value = field.fact === undefined ? undefined : known[field.fact];
          return value === undefined ? [] : [[field.key, value]];
        }),
      ),
    ]),
  );
}

function clausesAround(
  words: PolicyWords,
  at: { section: FormSection; field: FormField | undefined; stage: CasePageData["stages"][number] },
) {
  const here = at.field === undefined ? (at.section.label?.zh ?? "") : (at.field.label?.zh ?? at.field.key);
  const own = words
    .clauses(at.field?.because ?? at.section.because)
    .map((clause) => ({ ...clause, here, on: true }));
  const ofStage = at.stage.clauses
    .map((clause) => words.clause(clause))
    .filter(({ section }) => !own.some((one) => one.section === section));
  return [...own, ...ofStage];
}

/** Opens the section first: the field is not on the page before. */
function goTo(address: string, open: (section: string) => void): void {
  open(address.split("/")[0] ?? "");
  setTimeout(() => focusField(address), 60);
}

/** What a field of the case may claim of registers. */
const claimableIn = (as: { hat: string; tenant: number }, page: CasePageData) => ({
  list: (of: Collection) =>
    api.register.claimable.query({ as, of, procedure: page.case.procedure, case: page.case.id }),
});
