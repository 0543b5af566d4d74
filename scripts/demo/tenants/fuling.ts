import type { DemoTenant } from "../demo-tenant.ts";
import { at, peopleOf, staffOf } from "../people.ts";

const TENANT = 100;
export const HOSPITALS = { first: 201, second: 202, third: 203 } as const;
const { first, second, third } = HOSPITALS;

export const FULING: DemoTenant = {
  pack: "fuling",
  authority: {
    id: TENANT,
    kind: "authority",
    name: "重庆市涪陵区卫生健康委员会",
    parent: 50,
    tier: "district",
    region: "500102",
  },
  spaces: [
    {
      id: first,
      kind: "institution",
      name: "示例第一人民医院",
      uscc: "12500102MB1A0001XC",
      grade: "3a",
      region: "500102",
    },
    {
      id: second,
      kind: "institution",
      name: "示例区中医医院",
      uscc: "12500102MB1A0002XD",
      grade: "2a",
      region: "500102",
    },
    {
      id: third,
      kind: "institution",
      name: "示例妇幼保健院",
      uscc: "12500102MB1A0003XC",
      grade: "2",
      region: "500102",
    },
  ],
  enrolled: [first, second, third],
  people: [
    ...staffOf("", TENANT, first),
    ...peopleOf("first", first, "一院"),
    ...peopleOf("second", second, "中医院"),
    { signIn: "third-manager", name: "妇幼管理员", hats: [at(third, "institution-manager")] },
  ],
};
