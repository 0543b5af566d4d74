// The frame of every page under a hat: navigation of its side, identity, demonstration, account.
import {
  AimOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  BookOutlined,
  ClusterOutlined,
  DatabaseOutlined,
  DiffOutlined,
  EnvironmentOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  HomeOutlined,
  OrderedListOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  TableOutlined,
  TeamOutlined,
  UserOutlined,
} from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown, Spin } from "antd";
import { Suspense, type ReactNode } from "react";
import { AppFrame, type NavGroup } from "../components/AppFrame.tsx";
import { api, ask } from "./client.ts";
import { DemoClock } from "./DemoClock.tsx";
import { HatSwitch } from "./HatSwitch.tsx";
import { wordsOf } from "./policy-in-force.tsx";
import { type Session, useWearing, type Wearing } from "./wearing.tsx";
import { zh } from "../words/zh.ts";

interface Counted {
  n: number;
  late: boolean;
}

interface Tenant {
  /** what its network consists of */
  network: string;
  /** runs a policy of its own; an authority without one has its desk and what is published to it */
  governed: boolean;
}

function navOf({ side, base, me }: Wearing, todo: Counted, { network, governed }: Tenant): NavGroup[] {
  const desk = {
    key: "desk",
    label: "待办",
    icon: <HomeOutlined />,
    to: base,
    count: todo.n,
    late: todo.late,
  };
  if (side === "e") {
    return [{ key: "main", items: [{ key: "desk", label: "我的评审", icon: <AuditOutlined />, to: base }] }];
  }
  if (side === "i") {
    return [
      {
        key: "main",
        items: [
          desk,
          { key: "applications", label: "我的申报", icon: <FileTextOutlined />, to: `${base}/applications` },
          { key: "centers", label: `我的${network}`, icon: <BankOutlined />, to: `${base}/centers` },
          { key: "registers", label: "台账", icon: <DatabaseOutlined />, to: `${base}/registers` },
          { key: "unit", label: "单位职责", icon: <SolutionOutlined />, to: `${base}/unit` },
        ],
      },
      {
        key: "rules",
        label: "规则",
        items: [{ key: "policy", label: "政策", icon: <BookOutlined />, to: `${base}/policy` }],
      },
    ];
  }
  if (side === "platform") {
    return [
      {
        key: "main",
        items: [
          { key: "desk", label: "租户", icon: <ClusterOutlined />, to: base },
          { key: "regions", label: "区划", icon: <EnvironmentOutlined />, to: `${base}/regions` },
          {
            key: "external-centers",
            label: "外部中心",
            icon: <BankOutlined />,
            to: `${base}/external-centers`,
          },
        ],
      },
    ];
  }
  const versions =
    me.role === "tenant-admin" || me.role === "leader"
      ? [{ key: "policies", label: "政策版本", icon: <DiffOutlined />, to: `${base}/policies` }]
      : [];
  const admin =
    me.role === "tenant-admin"
      ? [
          { key: "people", label: "人员", icon: <UserOutlined />, to: `${base}/people` },
          { key: "audit", label: "审计", icon: <SafetyCertificateOutlined />, to: `${base}/audit` },
        ]
      : [];
  const map = { key: "network", label: "层级网络", icon: <ApartmentOutlined />, to: `${base}/network` };
  const rules = [...versions, ...admin];
  if (!governed) {
    return [
      { key: "main", items: [desk] },
      { key: "whole", label: "全局", items: [map] },
      ...(rules.length === 0 ? [] : [{ key: "rules", label: "规则", items: rules }]),
    ];
  }
  return [
    { key: "main", items: [desk] },
    {
      key: "work",
      label: "业务",
      items: [
        { key: "applications", label: "申报", icon: <FileTextOutlined />, to: `${base}/applications` },
        { key: "arrears", label: "谁没报", icon: <TableOutlined />, to: `${base}/arrears` },
        { key: "evaluations", label: "评估验收", icon: <AuditOutlined />, to: `${base}/evaluations` },
        { key: "batches", label: "批次", icon: <OrderedListOutlined />, to: `${base}/batches` },
        { key: "documents", label: "公文", icon: <FileDoneOutlined />, to: `${base}/documents` },
        { key: "centers", label: network, icon: <BankOutlined />, to: `${base}/centers` },
        { key: "supervision", label: "督查与整改", icon: <SolutionOutlined />, to: `${base}/supervision` },
        { key: "registers", label: "台账", icon: <DatabaseOutlined />, to: `${base}/registers` },
      ],
    },
    {
      key: "whole",
      label: "全局",
      items: [map, { key: "targets", label: "目标与职责", icon: <AimOutlined />, to: `${base}/targets` }],
    },
    {
      key: "rules",
      label: "规则",
      items: [
        { key: "policy", label: "政策", icon: <BookOutlined />, to: `${base}/policy` },
        ...versions,
        { key: "institutions", label: "单位", icon: <TeamOutlined />, to: `${base}/institutions` },
        ...admin,
      ],
    },
  ];
}

async function leave(): Promise<void> {
  await api.session.signOut.mutate();
  window.location.href = "/sign-in";
}

export interface ShellProps {
  session: Session;
  current: string;
  rail?: boolean;
  go: (to: string) => void;
  children: ReactNode;
}

export function Shell({ session, current, rail = false, go, children }: ShellProps) {
  const wearing = useWearing();
  const desk = useQuery({
    ...ask.desk.todo.queryOptions({ as: wearing.as, me: wearing.me, page: 1 }),
    enabled: wearing.side === "t" || wearing.side === "i",
  });
  const counts = desk.data?.counts;
  const policy = useQuery({
    ...ask.policy.current.queryOptions({ as: wearing.as }),
    staleTime: 60_000,
    enabled: wearing.side === "t" || wearing.side === "i",
  });
  const noun = policy.data === undefined ? undefined : wordsOf(policy.data.policy).noun;
  const tenant = { network: noun ?? zh.network.list, governed: !policy.isError };
  return (
    <AppFrame
      home={wearing.base}
      nav={navOf(wearing, { n: counts?.todo ?? 0, late: (counts?.late ?? 0) > 0 }, tenant)}
      current={current}
      rail={rail}
      hats={<HatSwitch hats={session.hats} go={go} />}
      demo={session.demo === null ? undefined : <DemoClock />}
      account={
        <Dropdown
          menu={{ items: [{ key: "out", label: "退出登录", onClick: () => void leave() }] }}
          trigger={["click"]}
        >
          <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={wearing.name}>
            <span className="account-name">{wearing.name}</span>
          </Button>
        </Dropdown>
      }
      foot={session.demo === null ? undefined : "演示环境，数据均为虚构"}
    >
      <Suspense fallback={<Spin className="page-loading" aria-label="正在取数" />}>{children}</Suspense>
    </AppFrame>
  );
}
