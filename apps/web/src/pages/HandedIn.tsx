// What was handed in, as the form shows it; an officer marks fields while reading.
import { Button, Input, Segmented } from "antd";
import { useState } from "react";
import type { Form } from "@yichuang/policy";
import { useWearing } from "../app/wearing.tsx";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PolicyForm } from "../components/PolicyForm.tsx";
import type { CasePageData } from "./case-acts.tsx";
import { changedFields } from "./changed-fields.ts";

type Marks = { [field: string]: string };

export interface HandedInProps {
  page: CasePageData;
  words: PolicyWords;
  marks?: Marks;
  onMarks?: (marks: Marks) => void;
}

/** The last hand-in of every stage; where there are several, the reader chooses, and sees the latest first. */
export function HandedIn({ page, words, marks, onMarks }: HandedInProps) {
  const stages = [...new Set(page.case.submissions.map(({ stage }) => stage))];
  const [chosen, setChosen] = useState(stages.at(-1));
  const last =
    page.case.submissions.findLast(({ stage }) => stage === chosen) ?? page.case.submissions.at(-1);
  const form = words.policy.forms.find(({ key }) => key === last?.form);
  if (last === undefined || form === undefined)
    return <EmptyState title="还没有提交材料" next="提交之后在这里看到" />;
  const before = page.submissions.findLast(
    ({ stage_key: stage, revision }) => stage === last.stage && revision < last.revision,
  );
  const changed = before === undefined ? [] : changedFields(before.answers, last.answers);
  const previous = page.case.returns.at(-1);
  return (
    <>
      {stages.length > 1 && (
        <Segmented
          className="hand-ins"
          value={last.stage}
          options={stages.map((key) => ({
            value: key,
            label: page.stages.find((stage) => stage.key === key)?.label.zh ?? "材料",
          }))}
          onChange={setChosen}
        />
      )}
      {last.revision > 1 && (
        <p className="notice">
          第 {last.revision} 次提交，改动 {changed.length} 处
          {previous === undefined ? "" : `（上次退回：${previous.reason}）`}
        </p>
      )}
      {form.sections.map((section) => (
        <section key={section.key} className="form-section" aria-label={section.label?.zh ?? section.key}>
          <h3 className="section-title">{section.label?.zh ?? section.key}</h3>
          <SectionOf
            form={form}
            last={last}
            section={section.key}
            page={page}
            words={words}
            changed={changed}
          />
          {marks !== undefined && onMarks !== undefined && (
            <MarkRow form={form} section={section.key} marks={marks} onMarks={onMarks} />
          )}
        </section>
      ))}
    </>
  );
}

type Answers = { [section: string]: { [field: string]: unknown } };

function SectionOf({
  form,
  last,
  section,
  page,
  words,
  changed,
}: {
  form: Form;
  last: CasePageData["case"]["submissions"][number];
  section: string;
  page: CasePageData;
  words: PolicyWords;
  changed: string[];
}) {
  const { as } = useWearing();
  const found = form.sections.find(({ key }) => key === section);
  if (found === undefined) return null;
  const marks = Object.fromEntries(
    changed.filter((address) => address.startsWith(`${section}/`)).map((address) => [address, "这次改过"]),
  );
  return (
    <PolicyForm
      section={found}
      value={(last.answers as Answers)[section] ?? {}}
      onChange={() => {}}
      readOnly
      marks={marks}
      lists={words.policy.lists}
      sheets={words.policy.sheets}
      sheetItems={rowsOf(page)}
      records={{ earlier: earlierOf(page) }}
      upload={() => Promise.reject(new Error("已提交的材料不能再传文件"))}
      fileUrl={(id) => `/files/${id}?hat=${as.hat}&tenant=${as.tenant}`}
    />
  );
}

/** Where what is claimed here had been claimed before, by entry. */
const earlierOf = (page: CasePageData): { [entry: string]: { name: string; year: number }[] } =>
  Object.fromEntries(
    page.case.claims.flatMap(({ claims }) => claims.map(({ entry, earlier }) => [entry, earlier])),
  );

/** The applicant's own rows below the authority's indicators, from the effective tree. */
export function rowsOf(page: Pick<CasePageData, "tree">) {
  type Item = CasePageData["tree"][number];
  const rows: { [item: string]: { key: string; name: string; content: string; weight?: number }[] } = {};
  const visit = (item: Item): void => {
    const own = item.items.filter(({ owner }) => owner === "applicant");
    if (own.length > 0) {
      rows[item.path] = own.map((row) => ({
        key: row.path.slice(item.path.length + 1),
        name: row.label.zh,
        content: row.content ?? "",
        ...(row.weight === undefined ? {} : { weight: Number(row.weight) }),
      }));
    }
    for (const below of item.items) visit(below);
  };
  for (const item of page.tree) visit(item);
  return rows;
}

function MarkRow({
  form,
  section,
  marks,
  onMarks,
}: {
  form: Form;
  section: string;
  marks: Marks;
  onMarks: (marks: Marks) => void;
}) {
  const [field, setField] = useState("");
  const [reason, setReason] = useState("");
  const fields =
    form.sections.find(({ key }) => key === section)?.fields.filter(({ kind }) => kind !== "signature") ?? [];
  const own = Object.entries(marks).filter(([address]) => address.startsWith(`${section}/`));
  const labelOf = (address: string): string =>
    fields.find(({ key }) => `${section}/${key}` === address)?.label?.zh ?? address;
  return (
    <div className="mark-row">
      {own.map(([address, why]) => (
        <p key={address} className="sm mark-line">
          退回：{labelOf(address)}，{why}
          <Button
            size="small"
            type="link"
            onClick={() =>
              onMarks(Object.fromEntries(Object.entries(marks).filter(([one]) => one !== address)))
            }
          >
            取消
          </Button>
        </p>
      ))}
      <span className="row">
        <select
          aria-label="标出要修改的地方"
          value={field}
          onChange={(event) => setField(event.target.value)}
        >
          <option value="">标出要修改的地方…</option>
          {fields.map((one) => (
            <option key={one.key} value={`${section}/${one.key}`}>
              {one.label?.zh ?? one.key}
            </option>
          ))}
        </select>
        {field !== "" && (
          <>
            <Input
              size="small"
              aria-label="怎样修改"
              placeholder="怎样修改"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              style={{ width: 240 }}
            />
            <Button
              size="small"
              disabled={reason.trim() === ""}
              onClick={() => {
                onMarks({ ...marks, [field]: reason.trim() });
                setField("");
                setReason("");
              }}
            >
              标出
            </Button>
          </>
        )}
      </span>
    </div>
  );
}
