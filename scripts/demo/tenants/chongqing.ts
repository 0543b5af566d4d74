import type { DemoTenant } from "../demo-tenant.ts";
import { NATION } from "../above.ts";
import { at, peopleOf, staffOf } from "../people.ts";
import { FULING, HOSPITALS as OF_THE_DISTRICT } from "./fuling.ts";

const TENANT = 50;
const [general, children] = [211, 212];

export const CHONGQING: DemoTenant = {
  pack: "chongqing",
  authority: {
    id: TENANT,
    kind: "authority",
    name: "重庆市卫生健康委员会",
    parent: NATION.id,
    tier: "municipal-direct",
    region: "500000",
  },
  spaces: [
    {
      id: general,
      kind: "institution",
      name: "示例市级综合医院",
      uscc: "12500000MB1A0011X0",
      grade: "3a",
      region: "500103",
    },
    {
      id: children,
      kind: "institution",
      name: "示例市儿童医院",
      uscc: "12500000MB1A0012X1",
      grade: "3a",
      region: "500112",
    },
  ],
  // the district's hospital is at home in both tiers, and its authority recommends to the city
  enrolled: [general, children, OF_THE_DISTRICT.first, FULING.authority.id],
  people: [
    ...staffOf("cq-", TENANT, general),
    // who issues together with the health commission acts in its tenant
    { signIn: "cq-science", name: "市科技局经办人", hats: [at(TENANT, "officer")] },
    { signIn: "cq-hr", name: "市人力社保局经办人", hats: [at(TENANT, "officer")] },
    ...peopleOf("cq-general", general, "综合医院"),
    ...peopleOf("cq-children", children, "儿童医院"),
  ],
};
