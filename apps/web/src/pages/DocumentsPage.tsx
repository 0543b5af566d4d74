// Official documents: what is decided and waits for publication, and what has been issued.
import { useQuery } from "@tanstack/react-query";
import { ask } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { DataList } from "../components/DataList.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { IssueDesk } from "./IssueDesk.tsx";

type Document = Outputs["supervision"]["documents"][number];

export function DocumentsPage() {
  const { as } = useWearing();
  const { data: issued = [] } = useQuery(ask.supervision.documents.queryOptions({ as }));
  const { data } = useQuery(
    ask.case.list.queryOptions({
      as,
      purposes: ["entry"],
      states: ["decided"],
      sort: "title",
      descending: false,
      page: 1,
    }),
  );
  const waiting = data?.rows ?? [];
  return (
    <>
      {waiting.length === 0 ? (
        <PageHead title="公文" />
      ) : (
        <IssueDesk
          key={waiting.map((row) => row.case_id).join()}
          waiting={waiting}
          today={data?.today ?? ""}
        />
      )}
      <DataList<Document>
        label="已印发的公文"
        rows={issued}
        rowKey={(row) => row.document_id}
        empty={<EmptyState title="还没有印发公文" next="决定之后在这里登记文号并印发" />}
        columns={[
          { key: "number", title: "文号", width: 220, render: (row) => row.number },
          { key: "title", title: "标题", render: (row) => row.title },
          { key: "on", title: "印发", width: 120, render: (row) => row.issued_on },
          {
            key: "file",
            title: "文件",
            width: 120,
            render: (row) => (
              <a href={`/documents/${row.document_id}.docx?hat=${as.hat}&tenant=${as.tenant}`}>下载 Word</a>
            ),
          },
        ]}
      />
    </>
  );
}
