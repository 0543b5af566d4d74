// The whole network that an authority sees: its own centers, those above it and those under it, on any day.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { NetworkCenter } from "@yichuang/domain";
import type { Policy } from "@yichuang/policy";
import { Spin } from "antd";
import { useMemo } from "react";
import { ask, saidOf } from "../app/client.ts";
import { type PolicyWords, wordsOf } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { networkOn } from "../components/network/network-model.ts";
import { type NetSearch, NetworkScreen } from "../components/network/NetworkScreen.tsx";
import type { WayUp } from "../components/network/NodeDetail.tsx";
import type { PlanTarget } from "../components/network/PlanBoard.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { zh } from "../words/zh.ts";
import { networkCsv } from "./network-file.ts";
import { NetworkList } from "./NetworkList.tsx";
import { saveFile } from "./register-file.ts";
import { sayAsked, sayForecast, STATES, type TargetView } from "./target-words.ts";
import { Progress } from "./TargetProgress.tsx";
import { WhatIfButton } from "./WhatIfPanel.tsx";

type Path = Extract<Outputs["network"]["report"], { ofAll: true }>["paths"][number];

export function NetworkPage() {
  const { as, base, unit } = useWearing();
  // an authority without a policy of its own, a city or the nation, sees what others have published
  const governing = useQuery({ ...ask.policy.current.queryOptions({ as }), staleTime: 60_000, retry: false });
  const policy = governing.data?.policy;
  const navigate = useNavigate();
  const search: NetSearch = useSearch({ strict: false });
  const { data, error } = useQuery({
    ...ask.network.map.queryOptions({ as }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const { data: report } = useQuery({
    ...ask.network.report.queryOptions({ as }),
    staleTime: 60_000,
    enabled: policy !== undefined,
  });
  const { data: board } = useQuery({
    ...ask.figure.board.queryOptions({ as }),
    enabled: search.view === "plan" && policy !== undefined,
  });
  const own = data?.tenants.find(({ id }) => id === as.tenant);
  const day = search.on ?? data?.on ?? "";
  // a report is of today: which rules were strained on a past day it does not say
  const today = day === data?.on && report?.ofAll === true ? report : undefined;
  const root = own?.region ?? COUNTRY;
  const network = useMemo(() => {
    if (data === undefined || governing.isPending) return undefined;
    const words = policy === undefined ? undefined : wordsOf(policy);
    const word = (center: NetworkCenter): string => wordOf(words, as.tenant, center);
    return networkOn({ ...data, marks: today?.marks ?? [], root, fields: fieldsOf(policy), word }, day);
  }, [data, day, root, as.tenant, policy, governing.isPending, today]);
  if (network === undefined || data === undefined) {
    return (
      <>
        <PageHead title={zh.net.title} />
        {error === null ? (
          <Spin className="page-loading" aria-label={zh.list.loading} />
        ) : (
          <EmptyState title={zh.net.failed} next={saidOf(error)} />
        )}
      </>
    );
  }
  const pageOf = (id: string): string => `${base}/centers/${id}`;
  const first = data.centers.flatMap(({ spans }) => spans.map(({ from }) => from)).toSorted()[0];
  return (
    <NetworkScreen
      network={network}
      unit={unit}
      tier={own?.tier ?? "municipal"}
      {...(policy !== undefined && day === data.on
        ? { acts: <WhatIfButton onOpen={(id) => void navigate({ href: pageOf(id) })} /> }
        : {})}
      first={first ?? data.on}
      today={data.on}
      search={search}
      onSearch={(next) => void navigate({ to: ".", search: next as never, replace: true })}
      targets={(board?.targets ?? []).flatMap(planTargetOf)}
      ways={(today?.paths ?? []).map(wayOf)}
      pageOf={(node) => (node.tenant === as.tenant ? pageOf(node.id) : undefined)}
      onOpen={(node) => node.tenant === as.tenant && void navigate({ href: pageOf(node.id) })}
      onExport={(shown) => saveFile(`${zh.net.title} ${day}.csv`, networkCsv(shown))}
      truncated={data.truncated}
      {...(data.truncated > 0
        ? {
            list: (
              <NetworkList
                search={search}
                onPage={(page) => void navigate({ to: ".", search: { ...search, page } as never })}
              />
            ),
          }
        : {})}
    />
  );
}

/** A target that the authority itself bears, as its own page of targets says it. */
function planTargetOf({ duty, label, bearer, asks, readings }: TargetView): PlanTarget[] {
  const [reading] = readings;
  if (bearer !== "tenant" || reading === undefined) return [];
  return [
    {
      key: duty,
      label: label.zh,
      asked: asks?.zh ?? reading.lines.map(sayAsked).join("；"),
      now: <Progress reading={reading} />,
      forecast: sayForecast(reading),
      state: STATES[reading.state],
    },
  ];
}

/** A way up with what is still missing on it. */
const wayOf = ({ center, label, to, leaves, why }: Path): WayUp => ({
  center,
  to: to.type === "" ? label : to.type,
  missing: [
    ...leaves.filter(({ truth }) => truth !== "true").map(({ words, clauses }) => ({ said: words, clauses })),
    ...why.map(({ said }) => ({ said: said.zh, clauses: [] })),
  ],
});

/** The code of the whole country, of which every province is a part. */
const COUNTRY = "000000";

/** The fields that the policy names for its types, in its order. */
const fieldsOf = (policy: Policy | undefined): string[] =>
  (policy?.lists ?? [])
    .filter(({ key }) => policy?.types.some(({ fields }) => fields === key))
    .flatMap(({ items }) => items.map(({ key, label }) => label?.zh ?? key));

/** A standing in the tenant's own word; of another tenant's centers in the platform's. */
const wordOf = (words: PolicyWords | undefined, tenant: number, center: NetworkCenter): string =>
  words !== undefined && center.tenant === tenant
    ? words.standing(center.standing)
    : zh.standing[center.standing];
