// A case's form as it prints: label tables, boxes for signature and seal, 年 月 日.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { FormField } from "@yichuang/policy";
import { Button, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { ask } from "../app/client.ts";
import { usePolicyVersion } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { PaperPage } from "../components/PaperPage.tsx";
import { LabelRow, PaperTable, SignRow } from "../components/PaperTable.tsx";
import { printed } from "./printed.ts";

export function CasePrintPage() {
  const { id = "" } = useParams({ strict: false });
  const { as, base } = useWearing();
  const { data: page } = useSuspenseQuery(ask.case.get.queryOptions({ as, case: id }));
  const words = usePolicyVersion(page.policyHash);
  const stages = page.stages.filter(({ does, form }) => does === "submit" && form !== undefined);
  const [chosen, setChosen] = useState<string>();
  const stage = stages.find(({ key }) => key === chosen) ?? stages[0];
  const last = page.case.submissions.findLast((submission) => submission.stage === stage?.key);
  const form = words.policy.forms.find(({ key }) => key === stage?.form);
  if (form === undefined) return <EmptyState title="这份案卷没有要打印的表" />;
  const answers =
    last?.answers ?? Object.fromEntries(page.drafts.map((part) => [part.part_key, part.answers]));
  const signatureOf = (field: FormField): ReactNode => {
    const signed = page.case.signatures.findLast((one) => one.as === field.by?.role);
    return signed === undefined ? null : (
      <>
        <p>{signed.opinion}</p>
        <p>{signed.who.name}（系统签署）</p>
      </>
    );
  };
  return (
    <>
      <PageHead
        crumbs={[{ label: page.root.name, to: `${base}/cases/${id}` }, { label: "打印" }]}
        title={form.label?.zh ?? page.procedure.label.zh}
        aside={
          stages.length > 1 && (
            <Segmented
              value={stage?.key ?? ""}
              options={stages.map(({ key, label }) => ({ value: key, label: label.zh }))}
              onChange={setChosen}
            />
          )
        }
        actions={
          <Button type="primary" onClick={() => window.print()}>
            打印
          </Button>
        }
      />
      <div className="paper-desk">
        <PaperPage
          title={form.label?.zh ?? ""}
          draft={last === undefined}
          foot={`案卷 ${page.case.id.slice(0, 13)}　第 ${last?.revision ?? 0} 次提交　${page.today}`}
        >
          <PaperTable>
            {form.sections.map((section) => (
              <FormRows key={section.key} heading={section.label?.zh ?? section.key}>
                {section.fields.map((field) =>
                  field.kind === "signature" ? (
                    <SignRow
                      key={field.key}
                      label={field.label?.zh ?? field.key}
                      foot="签名 / 盖章：　　　　　　年　　月　　日"
                    >
                      {signatureOf(field)}
                    </SignRow>
                  ) : (
                    <LabelRow
                      key={field.key}
                      pairs={[
                        {
                          label: field.label?.zh ?? field.key,
                          value: printed(field, answers[section.key]?.[field.key], words.policy),
                        },
                      ]}
                    />
                  ),
                )}
              </FormRows>
            ))}
          </PaperTable>
        </PaperPage>
      </div>
    </>
  );
}

function FormRows({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <>
      <tr>
        <th scope="rowgroup" colSpan={4} className="paper-section">
          {heading}
        </th>
      </tr>
      {children}
    </>
  );
}
