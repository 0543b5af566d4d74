import { useQuery } from "@tanstack/react-query";
import { ask } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { DataList } from "../components/DataList.tsx";
import { DueText } from "../components/DueText.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { StandingTag } from "../components/StandingTag.tsx";

type Packet = Outputs["review"]["mine"]["packets"][number];

/** What was assigned to an expert, and how far it is. */
export function ExpertDesk() {
  const { as, base } = useWearing();
  const { data, isFetching } = useQuery(ask.review.mine.queryOptions({ as }));
  const today = data?.today ?? "";
  const to = (row: Packet): string => `${base}/reviews/${row.case_id}/${row.stage_key}`;
  return (
    <>
      <PageHead title="我的评审" />
      <DataList<Packet>
        label="我的评审"
        rows={data?.packets ?? []}
        rowKey={(row) => `${row.case_id}/${row.stage_key}`}
        loading={isFetching}
        empty={<EmptyState title="没有分配给您的评审" next="分配之后会出现在这里" />}
        columns={[
          {
            key: "matter",
            title: "类型",
            width: 160,
            render: (row) => <span className="mute">{row.matter ?? ""}</span>,
          },
          { key: "title", title: "评审对象", render: (row) => <AppLink to={to(row)}>{row.title}</AppLink> },
          {
            key: "state",
            title: "进度",
            width: 130,
            render: (row) => (
              <StandingTag
                standing={row.state === "done" ? "closed" : "in-review"}
                label={row.state === "done" ? "已提交" : "待评审"}
              />
            ),
          },
          {
            key: "due",
            title: "期限",
            width: 170,
            render: (row) => <DueText due={row.due_on} today={today} done={row.state === "done"} />,
          },
          {
            key: "act",
            title: "办理",
            width: 90,
            align: "right",
            render: (row) => <AppLink to={to(row)}>{row.state === "done" ? "查看" : "评审"}</AppLink>,
          },
        ]}
      />
    </>
  );
}
