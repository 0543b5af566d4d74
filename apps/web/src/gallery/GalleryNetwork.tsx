import { Button } from "antd";
import { useMemo, useState } from "react";
import { networkOn } from "../components/network/network-model.ts";
import { type NetSearch, NetworkScreen } from "../components/network/NetworkScreen.tsx";
import { NAMED_FIELDS, REGIONS, ROOT, sampleNetwork, TIER, TODAY } from "./sample-network.ts";

const params = new URLSearchParams(location.search);
const size = Number(params.get("n") ?? 44);

/** The network of an invented province; `?n=2000` makes it a large one. */
export function GalleryNetwork() {
  const [search, setSearch] = useState<NetSearch>(JSON.parse(params.get("search") ?? "{}") as NetSearch);
  const day = search.on ?? TODAY;
  const network = useMemo(
    () => networkOn({ ...sampleNetwork(size), regions: REGIONS, root: ROOT, fields: NAMED_FIELDS }, day),
    [day],
  );
  return (
    <NetworkScreen
      network={network}
      unit="示例省科学技术厅"
      tier={TIER}
      first="2020-01-01"
      today={TODAY}
      search={search}
      onSearch={setSearch}
      targets={[
        {
          key: "branches",
          label: "每个省级中心设分中心",
          asked: "不少于 5 家",
          now: "3 家",
          forecast: "可到 4 家",
          state: { look: "building", word: "推进中" },
        },
      ]}
      ways={[]}
      pageOf={({ external }) => (external ? undefined : "#marks")}
      onOpen={() => (location.hash = "marks")}
      onExport={() => undefined}
      acts={<Button>设想：增设一家</Button>}
    />
  );
}
