import type { DemoTenant } from "../demo-tenant.ts";
import { at, peopleOf, staffOf } from "../people.ts";

const TENANT = 130;
const [provincial, university, nanchang, ganzhou] = [241, 242, 243, 244];

/** Authorities of the cities, to which a branch is filed; they run no policy of their own here. */
const CITIES = [
  { id: 133, name: "南昌市科学技术局", region: "360100", signIn: "jx-nanchang-science" },
  { id: 134, name: "南昌市卫生健康委员会", region: "360100", signIn: "jx-nanchang-health" },
  { id: 135, name: "赣州市科学技术局", region: "360700", signIn: "jx-ganzhou-science" },
  { id: 136, name: "赣州市卫生健康委员会", region: "360700", signIn: "jx-ganzhou-health" },
] as const;

export const JIANGXI: DemoTenant = {
  pack: "jiangxi",
  authority: {
    id: TENANT,
    kind: "authority",
    name: "江西省科学技术厅",
    tier: "provincial",
    region: "360000",
  },
  from: "2022-01-01",
  spaces: [
    ...CITIES.map(({ id, name, region }) => ({
      id,
      kind: "authority" as const,
      name,
      parent: TENANT,
      tier: "municipal",
      region,
    })),
    {
      id: provincial,
      kind: "institution",
      name: "示例省人民医院",
      uscc: "12360000MB1A0041XC",
      grade: "3a",
      province: "江西省",
      city: "南昌市",
    },
    {
      id: university,
      kind: "institution",
      name: "示例大学第一附属医院",
      uscc: "12360000MB1A0042XD",
      province: "江西省",
      city: "南昌市",
      grade: "3a",
    },
    {
      id: nanchang,
      kind: "institution",
      name: "示例南昌医院",
      uscc: "12360100MB1A0043XK",
      grade: "3a",
      province: "江西省",
      city: "南昌市",
    },
    {
      id: ganzhou,
      kind: "institution",
      name: "示例赣州医院",
      uscc: "12360700MB1A0044XK",
      grade: "3a",
      province: "江西省",
      city: "赣州市",
    },
  ],
  enrolled: [provincial, university, nanchang, ganzhou],
  people: [
    ...staffOf("jx-", TENANT, provincial),
    ...CITIES.map(({ id, name, signIn }) => ({
      signIn,
      name: `${name.slice(0, 2)}经办人`,
      hats: [at(id, "officer")],
    })),
    ...peopleOf("jx-provincial", provincial, "省人民医院"),
    ...peopleOf("jx-university", university, "一附院"),
    ...peopleOf("jx-nanchang", nanchang, "南昌医院"),
    ...peopleOf("jx-ganzhou", ganzhou, "赣州医院"),
  ],
};
