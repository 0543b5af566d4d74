import type { Consequence, Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import type { Region } from "../contract/network.ts";
import type { Scene } from "../acts/scene.ts";
import {
  applied,
  desk,
  HOST,
  lab,
  OTHER_HOST,
  PIN,
  policiesOf,
  sceneWith,
  SMALL_POLICY,
  TODAY,
  under,
} from "../testing/small-network.ts";
import { type SupposedCenter, sceneSupposing, type Supposition } from "./suppositions.ts";

const region = (code: string, name: string, parent?: string): Region => ({
  code,
  name,
  kind: "division",
  from: "1980-01-01",
  predecessors: [],
  ...(parent === undefined ? {} : { parent }),
});
const REGIONS = [region("370000", "山东省"), region("370100", "济南市", "370000")];
const IN_JINAN = { regionCode: "370100", province: "山东省", city: "济南市" };

const supposing = (scene: Scene, one: Supposition) => sceneSupposing(scene, REGIONS, one);
/** The scene after a supposition that can be made. */
function after(scene: Scene, one: Supposition): Scene {
  const supposed = supposing(scene, one);
  if ("obstacle" in supposed) throw new Error(JSON.stringify(supposed.obstacle));
  return supposed.scene;
}
const centerAfter = (centers: CenterFacts[], one: Supposition, policy: Policy = SMALL_POLICY) =>
  after(sceneWith(policy, centers), one).facts.centers.find(({ id }) => id === "a");
const standings = ({ facts }: Scene) => facts.centers.map(({ id, standing }) => `${id} ${standing ?? ""}`);

const BEGIN: SupposedCenter = { type: "lab", name: "新实验室", host: HOST, field: "heart" };
const beginning = (more: Partial<SupposedCenter> = {}): Supposition => ({
  kind: "designate",
  center: "a",
  begin: { ...BEGIN, ...more },
});

/** Refused: what is not there. */
const notThere = (zh: string, en: string) => ({
  obstacle: {
    pending: false,
    violation: { code: "nothing-to-act-on", params: { what: { zh, en } }, clauses: [] },
  },
});
const already = (params: object) => ({
  obstacle: { pending: false, violation: { code: "already-done", params, clauses: [] } },
});

describe("a center that is supposed to begin", () => {
  it("has applied and is designated today, as the first stage of a term would do it", () => {
    const { cases, ...center } = centerAfter([], beginning()) ?? lab("nobody");
    expect(center).toMatchObject({
      id: "a",
      type: "lab",
      name: "新实验室",
      host: HOST,
      standing: "established",
      values: { "application.name": "新实验室", "application.field": "heart" },
      dates: { "center.designated-on": TODAY },
      spans: [{ from: TODAY, standing: "established" }],
      links: [],
      offices: [{ office: "lead-host", holder: HOST.name, on: TODAY }],
    });
    expect(cases).toMatchObject([
      {
        id: "a/entry",
        procedure: "entry",
        purpose: "entry",
        year: 2026,
        pin: PIN,
        submissions: [{ stage: "online", revision: 1, answers: {}, daysLate: 0, done: true }],
      },
    ]);
  });

  it("stands under the center that it names, as a party of that center's institution", () => {
    const up = lab("up", { links: [] });
    const center = centerAfter([lab("other"), up], beginning({ type: "desk", parent: "up" }));
    expect(center?.links).toMatchObject([
      {
        role: "parent-center",
        name: "实验室 up",
        center: "up",
        space: HOST.party,
        uscc: HOST.uscc,
        from: TODAY,
      },
    ]);
    expect(center?.links[0]?.key).toMatch(/^drawn-/u);
  });

  it("is established where its type has no way in of its own, and has no field where none is named", () => {
    const { field: _field, ...begin } = { ...BEGIN, type: "desk" };
    const center = centerAfter([], { kind: "designate", center: "a", begin });
    expect(center?.standing).toBe("established");
    expect(center?.values).toStrictEqual({ "application.name": "新实验室" });
    expect(center?.cases[0]?.procedure).toBe("");
  });

  it("gets the standing that its policy gives to begin a term", () => {
    const procedures = SMALL_POLICY.procedures.map((one) => ({
      ...one,
      stages: one.stages.map((stage) =>
        stage.key === "trial" ? { ...stage, gives: "building" as const } : stage,
      ),
    }));
    expect(centerAfter([], beginning(), { ...SMALL_POLICY, procedures })?.standing).toBe("building");
  });

  it("comes in by the entry of its own type, and not by another procedure", () => {
    const [entry] = SMALL_POLICY.procedures;
    const others = [
      { ...entry, key: "desks", for: ["desk"] },
      { ...entry, key: "amends", purpose: "change" },
    ];
    const policy = { ...SMALL_POLICY, procedures: [...others, ...SMALL_POLICY.procedures] } as Policy;
    expect(centerAfter([], beginning(), policy)?.cases[0]?.procedure).toBe("entry");
  });

  it("lies in the region that is named for it", () =>
    expect(centerAfter([], beginning({ region: "370100" }))?.host).toStrictEqual({
      party: HOST.party,
      uscc: HOST.uscc,
      name: HOST.name,
      ...IN_JINAN,
    }));

  it("is refused where its type, its region or the center above it is not there, or it is there itself", () => {
    const scene = sceneWith(SMALL_POLICY, [lab("b")]);
    expect(supposing(scene, beginning({ type: "unheard-of" }))).toStrictEqual(notThere("类型", "type"));
    expect(supposing(scene, beginning({ region: "999999" }))).toStrictEqual(notThere("地区", "region"));
    expect(supposing(scene, beginning({ parent: "nobody" }))).toStrictEqual(
      notThere("上级中心", "parent center"),
    );
    expect(supposing(scene, { kind: "designate", center: "b", begin: BEGIN })).toStrictEqual(
      already({ what: { zh: "实验室", en: "laboratory" } }),
    );
  });
});

describe("an application that is supposed to be designated", () => {
  it("is so today, by what its own way in gives", () => {
    const span = { from: "2026-04-01", standing: "applying" as const, seq: 1 };
    const one = lab("a", { standing: "applying", spans: [span], cases: [applied()] });
    const center = centerAfter([one], { kind: "designate", center: "a" });
    expect(center?.standing).toBe("established");
    expect(center?.spans).toMatchObject([
      { standing: "applying", from: "2026-04-01", to: TODAY },
      { standing: "established", from: TODAY },
    ]);
    expect(center?.dates).toEqual({ "center.designated-on": TODAY });
  });

  it("is refused where there is no such center, or it stands already, with since when", () => {
    const dates = { "center.designated-on": "2026-02-01" };
    const designating = (center: string): Supposition => ({ kind: "designate", center });
    const scene = sceneWith(SMALL_POLICY, [lab("a", { dates }), lab("b")]);
    const what = (id: string) => ({ what: { zh: `实验室 ${id}`, en: `实验室 ${id}` } });
    expect(supposing(scene, designating("a"))).toStrictEqual(already({ ...what("a"), on: "2026-02-01" }));
    expect(supposing(scene, designating("b"))).toStrictEqual(already(what("b")));
    expect(supposing(scene, designating("c"))).toStrictEqual(notThere("中心", "center"));
  });
});

describe("a center that is supposed to move", () => {
  const moving = (more: object): Supposition => ({ kind: "move", center: "a", ...more });
  const lead = { key: "l", role: "lead", name: "乙医院", host: OTHER_HOST, from: "2026-01-01" } as const;
  const joint = { ...lead, key: "j", role: "joint" } as const;
  const NEW_LEAD = {
    role: "lead",
    name: OTHER_HOST.name,
    space: OTHER_HOST.party,
    uscc: OTHER_HOST.uscc,
    host: OTHER_HOST,
    from: TODAY,
  };

  it("is led by the other institution from today on", () =>
    expect(centerAfter([lab("a")], moving({ host: OTHER_HOST }))?.links).toMatchObject([NEW_LEAD]));

  it("is left by who led before, and by nobody else", () => {
    const third = { ...OTHER_HOST, party: 13, name: "丙医院" };
    const before = lab("a", { links: [joint, lead] });
    expect(centerAfter([before], moving({ host: third }))?.links).toMatchObject([
      joint,
      { ...lead, to: TODAY },
      { role: "lead", name: "丙医院", space: 13, from: TODAY },
    ]);
  });

  it("is led again by the institution with which it began, where it moves back", () => {
    const back = centerAfter([lab("a", { links: [joint, lead] })], moving({ host: HOST }));
    expect(back?.links).toStrictEqual([joint, { ...lead, to: TODAY }]);
    const elsewhere = { ...HOST, city: "丙市" };
    const there = centerAfter([lab("a", { links: [lead] })], moving({ host: elsewhere }));
    expect(there?.links).toMatchObject([{ to: TODAY }, { name: HOST.name, host: elsewhere }]);
  });

  it("keeps its institution where only the region is named", () => {
    const moved = centerAfter([lab("a", { links: [lead] })], moving({ region: "370100" }));
    const { city: _city, ...host } = OTHER_HOST;
    expect(moved?.links.at(-1)?.host).toStrictEqual({ ...host, ...IN_JINAN });
  });

  it("is refused where there is no such center or region", () => {
    const scene = sceneWith(SMALL_POLICY, [lab("a")]);
    expect(supposing(scene, moving({ center: "b" }))).toStrictEqual(notThere("中心", "center"));
    expect(supposing(scene, moving({ region: "999999" }))).toStrictEqual(notThere("地区", "region"));
  });
});

describe("a center that is supposed to be revoked", () => {
  const REVOKING: Supposition = { kind: "revoke", center: "a" };
  const consequence = (key: string, more: Partial<Consequence> = {}): Consequence => ({
    key,
    label: { zh: key, en: key },
    because: ["all"],
    for: ["lab"],
    on: "decided",
    effects: [
      { key: "stand", do: "set-standing", standing: "revoked" },
      { key: "under", do: "branches", act: "cascade" },
    ],
    ...more,
  });
  const [STAND, UNDER] = consequence("any").effects as [
    Consequence["effects"][number],
    Consequence["effects"][number],
  ];
  const CENTERS = [lab("a", { cases: [applied()] }), desk("b", "a"), desk("c", "elsewhere")];
  const revoked = (consequences: Consequence[], centers = CENTERS) =>
    standings(after(sceneWith({ ...SMALL_POLICY, consequences }, centers), REVOKING));
  const ALONE = ["a revoked", "b established", "c established"];

  it("ends today", () => {
    const span = { from: "2026-04-01", standing: "established" as const, seq: 1 };
    expect(centerAfter([lab("a", { spans: [span] })], REVOKING)?.spans).toMatchObject([
      { standing: "established", to: TODAY },
      { standing: "revoked", from: TODAY },
    ]);
  });

  it("takes its branches with it where the policy says so of centers of its type that end", () => {
    const exit = consequence("leaves", {
      effects: [{ key: "stand", do: "set-standing", standing: "exited" }, UNDER],
    });
    expect(revoked([consequence("ends")])).toEqual(["a revoked", "b revoked", "c established"]);
    expect(revoked([exit])).toEqual(["a revoked", "b exited", "c established"]);
    expect(revoked([consequence("warned", { effects: [STAND] }), exit])[1]).toBe("b exited");
  });

  it.each([
    ["nothing is said", []],
    ["another type is meant", [consequence("desks", { for: ["desk"] })]],
    ["branches are not named", [consequence("alone", { effects: [STAND] })]],
    ["no standing is set", [consequence("unset", { effects: [UNDER] })]],
    [
      "it is about a warning",
      [
        consequence("warned", {
          effects: [{ key: "stand", do: "set-standing", standing: "warned" }, UNDER],
        }),
      ],
    ],
    [
      "they are listed only",
      [consequence("listed", { effects: [STAND, { key: "under", do: "branches", act: "list" }] })],
    ],
  ])("leaves its branches as they are where %s", (_when, consequences) =>
    expect(revoked(consequences)).toEqual(ALONE),
  );

  it("leaves them where it came in by no procedure that is known", () => {
    const centers = [lab("a"), ...CENTERS.slice(1)];
    expect(revoked([consequence("ends")], centers)).toEqual(ALONE);
    const lost = [lab("a", { cases: [applied({ procedure: "lost" })] }), ...CENTERS.slice(1)];
    expect(revoked([consequence("ends")], lost)).toEqual(ALONE);
  });

  it("is refused where it is not there, or no longer", () => {
    const scene = sceneWith(SMALL_POLICY, [lab("a", { standing: "exited" })]);
    expect(supposing(scene, REVOKING)).toStrictEqual(notThere("中心", "center"));
    expect(supposing(sceneWith(SMALL_POLICY, []), REVOKING)).toStrictEqual(notThere("中心", "center"));
  });
});

it("another version holds for what comes now, and cases keep the one that they were opened under", () => {
  const { tenant, current } = policiesOf(SMALL_POLICY);
  const call = { year: 2026, pin: { ...PIN, hash: "call" }, policy: { ...SMALL_POLICY, id: "call" } };
  const older = { ...SMALL_POLICY, id: "older" };
  const policies = { tenant, current, calls: [call], byHash: { older } };
  const scene = { ...sceneWith(SMALL_POLICY, [lab("a")]), policies };
  const adopted = { pin: { ...PIN, version: 2, hash: "hash-2" }, policy: { ...SMALL_POLICY, version: 2 } };
  expect(after(scene, { kind: "adopt", ...adopted })).toStrictEqual({
    ...scene,
    policies: {
      tenant,
      current: adopted,
      byHash: { older, [PIN.hash]: SMALL_POLICY, call: call.policy },
    },
  });
  expect(
    after({ ...scene, policies: { tenant, current, byHash: {} } }, { kind: "adopt", ...adopted }).policies,
  ).toStrictEqual({
    tenant,
    current: adopted,
    byHash: { [PIN.hash]: SMALL_POLICY },
  });
});

it("a supposition about one center leaves all others as they are", () => {
  const links = [under("b")];
  const scene = sceneWith(SMALL_POLICY, [lab("a"), lab("b"), desk("c", "b", { links })]);
  const { facts } = after(scene, { kind: "revoke", center: "b" });
  expect(facts.centers.filter(({ id }) => id !== "b")).toStrictEqual([lab("a"), desk("c", "b", { links })]);
});
