import type { DemoTenant } from "../demo-tenant.ts";
import { NATION } from "../above.ts";
import { at, peopleOf, staffOf } from "../people.ts";

const TENANT = 120;
const RECOMMENDER = 121;
const [provincial, university] = [231, 232];

/** What the registry says of both hospitals alike. */
const PUBLIC = { type: "医院", ownership: "public", legalPerson: true, province: "山东省" };

export const SHANDONG: DemoTenant = {
  pack: "shandong",
  authority: {
    id: TENANT,
    kind: "authority",
    name: "山东省科学技术厅",
    parent: NATION.id,
    tier: "provincial",
    region: "370000",
  },
  spaces: [
    {
      id: RECOMMENDER,
      kind: "authority",
      name: "山东省卫生健康委员会",
      tier: "provincial",
      region: "370000",
    },
    {
      id: provincial,
      kind: "institution",
      name: "示例省立医院",
      uscc: "12370000MB1A0031XT",
      grade: "3a",
      ...PUBLIC,
      city: "济南市",
      region: "370100",
    },
    {
      id: university,
      kind: "institution",
      name: "示例大学附属医院",
      uscc: "12370000MB1A0032XU",
      grade: "3a",
      ...PUBLIC,
      city: "青岛市",
      region: "370200",
    },
  ],
  enrolled: [RECOMMENDER, provincial, university],
  people: [
    ...staffOf("sd-", TENANT, provincial),
    { signIn: "sd-recommender", name: "推荐部门经办人", hats: [at(RECOMMENDER, "officer")] },
    ...peopleOf("sd-provincial", provincial, "省立医院"),
    ...peopleOf("sd-university", university, "附属医院"),
  ],
};
