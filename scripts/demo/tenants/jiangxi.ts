import type { DemoTenant } from "../demo-tenant.ts";
import { NATION } from "../above.ts";
import { at, peopleOf, staffOf } from "../people.ts";

const TENANT = 130;
const [provincial, university, nanchang, ganzhou, womens, jiujiang] = [241, 242, 243, 244, 245, 246];

/** Authorities of the cities, to which a branch is filed; they run no policy of their own here. */
const CITIES = [
  { id: 133, name: "南昌市科学技术局", region: "360100", signIn: "jx-nanchang-science" },
  { id: 134, name: "南昌市卫生健康委员会", region: "360100", signIn: "jx-nanchang-health" },
  { id: 135, name: "赣州市科学技术局", region: "360700", signIn: "jx-ganzhou-science" },
  { id: 136, name: "赣州市卫生健康委员会", region: "360700", signIn: "jx-ganzhou-health" },
  { id: 137, name: "九江市科学技术局", region: "360400", signIn: "jx-jiujiang-science" },
  { id: 138, name: "九江市卫生健康委员会", region: "360400", signIn: "jx-jiujiang-health" },
] as const;

const HOSPITALS = [
  { id: provincial, name: "示例省人民医院", uscc: "12360000MB1A0041XC", city: "南昌市", region: "360100" },
  {
    id: university,
    name: "示例大学第一附属医院",
    uscc: "12360000MB1A0042XD",
    city: "南昌市",
    region: "360100",
  },
  { id: nanchang, name: "示例南昌医院", uscc: "12360100MB1A0043XK", city: "南昌市", region: "360100" },
  { id: ganzhou, name: "示例赣州医院", uscc: "12360700MB1A0044XK", city: "赣州市", region: "360700" },
  { id: womens, name: "示例南昌妇女儿童医院", uscc: "12360100MB1A0045XM", city: "南昌市", region: "360100" },
  { id: jiujiang, name: "示例九江医院", uscc: "12360400MB1A0046X6", city: "九江市", region: "360400" },
];

export const JIANGXI: DemoTenant = {
  pack: "jiangxi",
  authority: {
    id: TENANT,
    kind: "authority",
    name: "江西省科学技术厅",
    parent: NATION.id,
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
    ...HOSPITALS.map((hospital) => ({
      ...hospital,
      kind: "institution" as const,
      grade: "3a",
      type: "医院",
      ownership: "public",
      legalPerson: true,
      province: "江西省",
    })),
  ],
  enrolled: [...CITIES.map(({ id }) => id), ...HOSPITALS.map(({ id }) => id)],
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
    ...peopleOf("jx-womens", womens, "妇女儿童医院"),
    ...peopleOf("jx-jiujiang", jiujiang, "九江医院"),
  ],
};
