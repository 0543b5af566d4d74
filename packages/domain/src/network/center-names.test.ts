import type { Name, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CaseFacts, CenterFacts, FactRecord } from "../contract/facts.ts";
import { worldWith } from "../testing/world.ts";
import { checkNames, composeName, nameRule } from "./center-names.ts";
import {
  applied,
  caseOf,
  CLAUSE,
  lab,
  OTHER_HOST,
  sceneWith,
  SMALL_POLICY,
  waiver,
} from "../testing/small-network.ts";

const NAME: Name = {
  key: "name",
  label: { zh: "名称", en: "name" },
  because: ["all"],
  for: ["lab"],
  parts: [
    { key: "host", fact: "host.name", wrap: ["【", "】"] },
    { key: "field", fact: "application.field" },
    { key: "end", text: "实验室" },
  ],
  unique: ["it.name", "it.field"],
};
const named = (more: Partial<Name> = {}): Policy => ({ ...SMALL_POLICY, names: [{ ...NAME, ...more }] });
const COMPOSED = "【甲医院】心血管实验室";

it("the rule of a name is that of the center's type", () => {
  expect(nameRule(named(), "lab")?.key).toBe("name");
  expect(nameRule(named(), "desk")).toBeUndefined();
});

describe("a composed name", () => {
  const composed = (facts: Parameters<typeof worldWith>[1], rule: Partial<Name> = {}, type = "lab") =>
    composeName({ ...NAME, ...rule }, worldWith(SMALL_POLICY, facts), type);
  const KNOWN = { "host.name": "甲医院", "application.field": "heart" };

  it("is put together from facts, texts and what stands around them", () =>
    expect(composed(KNOWN)).toBe(COMPOSED));

  it("says an item by its label only where it is of the type's own list", () => {
    expect(composed({ ...KNOWN, "application.field": "liver" })).toBe("【甲医院】liver实验室");
    expect(composed(KNOWN, {}, "desk")).toBe("【甲医院】heart实验室");
    expect(composed(KNOWN, {}, "nowhere")).toBe("【甲医院】heart实验室");
  });

  it("is not there while a part is not known, and a part that says nothing is left out whole", () => {
    expect(composed({ "host.name": "甲医院" })).toBeUndefined();
    expect(composed({ ...KNOWN, "host.name": "" })).toBe("心血管实验室");
    expect(composed(KNOWN, { parts: [{ key: "none", wrap: ["【", "】"] }] })).toBe("");
  });

  it("says no fact that has several values", () => {
    const world = worldWith(SMALL_POLICY, KNOWN);
    const several = { ...world, fact: () => ["甲", "乙"] };
    expect(composeName(NAME, several, "lab")).toBeUndefined();
  });
});

interface Given {
  policy?: Policy;
  name?: string;
  before?: CenterFacts;
  kase?: Partial<CaseFacts>;
  sets?: { [collection: string]: FactRecord[] };
}
const VALUES = { "application.field": "heart" };
/** An application with a name comes in. */
function checked({ policy = named(), name = COMPOSED, before, kase = {}, sets = {} }: Given) {
  const arrived = applied(kase);
  const after = lab("new", { name, standing: "applying", values: VALUES, cases: [arrived] });
  return checkNames(sceneWith(policy, [after], { sets }), [{ policy, before, after, kase: arrived }]);
}
const ABOUT = { clauses: [CLAUSE], path: "names/name", force: "mandatory" };
const SCOPE = `names:name:${COMPOSED}|heart|${COMPOSED}`;
const differs = (about: object = {}) => ({
  pending: false,
  violation: {
    code: "name-not-as-composed",
    params: { name: "随便", expected: COMPOSED },
    ...ABOUT,
    ...about,
  },
});
const other = (more: FactRecord = {}): FactRecord => ({
  root: "old",
  name: COMPOSED,
  field: "heart",
  unit: "乙医院",
  host: OTHER_HOST.uscc,
  standing: "applying",
  ...more,
});

describe("the name of what comes in", () => {
  it("is as composed, and its scope is locked", () =>
    expect(checked({})).toStrictEqual({ scopes: [SCOPE], obstacles: [] }));

  it("is refused where it is another one, with what it should be", () =>
    expect(checked({ name: "随便" })).toStrictEqual({
      scopes: ["names:name:随便|heart|随便"],
      obstacles: [differs()],
    }));

  it("is nobody's matter where the type has no rule, or nothing came in yet", () => {
    const nothing = { scopes: [], obstacles: [] };
    expect(checked({ name: "随便", policy: SMALL_POLICY })).toStrictEqual(nothing);
    expect(checked({ name: "随便", kase: { submissions: [] } })).toStrictEqual(nothing);
  });

  it("is looked at when it comes in or becomes another one, and not at each further act", () => {
    const cases = [applied()];
    const before = (name: string, given: CaseFacts[] = cases) =>
      lab("new", { name, standing: "applying", values: VALUES, cases: given });
    expect(checked({ name: "随便", before: before("随便") })).toStrictEqual({ scopes: [], obstacles: [] });
    expect(checked({ name: "随便", before: before("旧名") }).obstacles).toStrictEqual([differs()]);
    expect(checked({ name: "随便", before: before("随便", [caseOf()]) }).obstacles).toStrictEqual([
      differs(),
    ]);
  });

  it.each(["preference", "aspiration"] as const)("is free where the rule is a %s", (force) =>
    expect(checked({ name: "随便", policy: named({ force }) })).toStrictEqual({ scopes: [], obstacles: [] }),
  );

  it("is free for the case for which the rule was let go", () => {
    const policy = named({ force: "in-principle" });
    expect(checked({ name: "随便", policy }).obstacles).toStrictEqual([differs({ force: "in-principle" })]);
    const kase = { waivers: [waiver("names/name")] };
    expect(checked({ name: "随便", policy, kase })).toStrictEqual({ scopes: [], obstacles: [] });
  });

  it("is any name while its parts are not known", () => {
    const parts = [{ key: "parent", fact: "parent.name" }];
    expect(checked({ name: "随便", policy: named({ parts }) }).obstacles).toEqual([]);
  });
});

describe("a name that is given once", () => {
  const given = (sets: Given["sets"] & object, policy = named()) =>
    checked({ policy, sets }).obstacles.map(({ violation }) => violation);
  const taken = (holder: string) => ({ code: "name-taken", params: { name: COMPOSED, holder }, ...ABOUT });

  it("is refused where another center or application has it, and says whose it is", () => {
    expect(given({ applications: [other()] })).toStrictEqual([taken("乙医院")]);
    expect(given({ designations: [other({ unit: undefined })] })).toStrictEqual([taken(OTHER_HOST.uscc)]);
  });

  it.each([
    ["the center itself", { root: "new" }],
    ["one of another name", { name: "别名" }],
    ["one of another field", { field: "lungs" }],
    ["one that does not say its field", { field: undefined }],
    ["one that was declined", { standing: "declined" }],
    ["one that was revoked", { standing: "revoked" }],
    ["one that has left", { standing: "exited" }],
  ])("is not taken by %s", (_who, more) => expect(given({ applications: [other(more)] })).toEqual([]));

  it("is compared as a whole name, also where the rule does not say that it is a name", () => {
    const policy = named({ unique: ["it.field"] });
    expect(given({ applications: [other()] }, policy)).toStrictEqual([taken("乙医院")]);
    expect(given({ applications: [other({ name: "别名" })] }, policy)).toEqual([]);
  });

  it("is compared by what the newcomer says, and by nothing that it leaves out", () => {
    const policy = named({ unique: ["it.name", "it.layer"] });
    expect(given({ applications: [other({ layer: "core" })] }, policy)).toHaveLength(1);
    expect(checked({ policy }).scopes).toEqual([`names:name:${COMPOSED}|${COMPOSED}`]);
  });

  it("is free where nobody is known", () => {
    const policy = named();
    const scene = sceneWith(policy, [], { sets: {} });
    const kase = applied();
    const after = lab("new", { name: COMPOSED, standing: "applying", values: VALUES, cases: [kase] });
    expect(checkNames(scene, [{ policy, before: undefined, after, kase }]).obstacles).toEqual([]);
  });

  it("is free again and again where the rule does not say so", () => {
    const { unique: _unique, ...rule } = NAME;
    const policy = { ...SMALL_POLICY, names: [rule] };
    expect(checked({ policy, sets: { applications: [other()] } })).toStrictEqual({
      scopes: [],
      obstacles: [],
    });
  });
});
