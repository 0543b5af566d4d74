import { HENAN } from "../above.ts";
import type { DemoTenant } from "../demo-tenant.ts";
import { peopleOf, staffOf } from "../people.ts";

const TENANT = 110;
const [central, tcm, military, own] = [221, 222, 223, 224];

export const LUOYANG: DemoTenant = {
  pack: "luoyang",
  authority: {
    id: TENANT,
    kind: "authority",
    name: "洛阳市卫生健康委员会",
    parent: HENAN.id,
    tier: "municipal",
    region: "410300",
  },
  spaces: [
    {
      id: central,
      kind: "institution",
      name: "示例市中心医院",
      uscc: "12410300MB1A0021XJ",
      grade: "3a",
      region: "410303",
    },
    {
      id: tcm,
      kind: "institution",
      name: "示例市中医院",
      uscc: "12410300MB1A0022XK",
      grade: "3a",
      region: "410302",
    },
    {
      id: military,
      kind: "institution",
      name: "示例部队医院",
      uscc: "12410300MB1A0023XL",
      grade: "3a",
      region: "410311",
    },
    {
      id: own,
      kind: "institution",
      name: "示例民营专科医院",
      uscc: "12410300MB1A0024XM",
      grade: "2",
      region: "410305",
    },
  ],
  enrolled: [central, tcm, military, own],
  people: [
    ...staffOf("ly-", TENANT, central),
    ...peopleOf("ly-central", central, "中心医院"),
    ...peopleOf("ly-tcm", tcm, "市中医院"),
    ...peopleOf("ly-military", military, "部队医院"),
  ],
};
