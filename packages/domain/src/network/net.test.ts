import type { Policy } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { emptyInstitution, emptyTenant } from "../history/begin.ts";
import { entry } from "../testing/board.ts";
import { clausesInWords, fieldWord, isThere, waiverOf, worldInNet } from "./net.ts";
import {
  applied,
  caseOf,
  HOST,
  IN_WORDS,
  lab,
  netWith,
  OTHER_HOST,
  SMALL_POLICY,
  TODAY,
  waiver,
} from "../testing/small-network.ts";

describe("the collections of a network", () => {
  const sets = {
    designations: [
      { root: "a", name: "as stored" },
      { root: "elsewhere", name: "not loaded" },
    ],
    achievements: [{ root: "a", name: "论文" }],
  };
  const loaded = () => netWith(SMALL_POLICY, [lab("a"), lab("b")], { sets });

  it("read a loaded center from its history, and all others as they are stored", () => {
    const names = (records: readonly { [key: string]: unknown }[] = []) =>
      records.map(({ root, name }) => [root, name]);
    const seen = [
      ["elsewhere", "not loaded"],
      ["a", "实验室 a"],
      ["b", "实验室 b"],
    ];
    const net = loaded();
    expect(names(net.sets["designations"])).toEqual(seen);
    expect(names(net.scene.facts.sets["designations"])).toEqual(seen);
  });

  it("are all of those that look beyond one root, and no others", () => {
    const net = loaded();
    expect(Object.keys(net.sets)).toEqual([
      "designations",
      "applications",
      "recommendations",
      "consents",
      "bars",
    ]);
    expect(net.scene.facts.sets["achievements"]).toEqual(sets.achievements);
  });

  it("say of each designation what its host holds elsewhere in the same field", () => {
    const values = { "center.field": "heart" };
    const pair = netWith(SMALL_POLICY, [lab("a", { values }), lab("b", { values, type: "desk" })]);
    expect(pair.sets["designations"]?.map(({ root, also }) => [root, also])).toEqual([
      ["a", ["district", "desk"]],
      ["b", ["municipal", "lab"]],
    ]);
  });
});

describe("who is known in a network", () => {
  it("is every loaded center, also to those under it, and every institution by its space", () => {
    const institution = emptyInstitution("i", OTHER_HOST);
    const parents = ["a", "above"].map((id) => ({
      id,
      type: "lab",
      name: "as stored",
      host: HOST,
      settlements: [],
    }));
    const net = netWith(SMALL_POLICY, [lab("a")], { parents, institutions: [institution] });
    expect([...net.centers.keys()]).toEqual(["a"]);
    expect(net.scene.facts.parents?.map(({ id, name }) => [id, name])).toEqual([
      ["above", "as stored"],
      ["a", "实验室 a"],
    ]);
    expect([...net.institutions]).toEqual([[OTHER_HOST.party, institution]]);
  });

  it("is there from its designation until its end", () => {
    const there = ["cultivating", "building", "established", "deferred", "warned", "rectifying"] as const;
    const not = ["applying", "declined", "revoked", "exited"] as const;
    expect(there.map((standing) => isThere({ standing }))).toEqual(there.map(() => true));
    expect(not.map((standing) => isThere({ standing }))).toEqual(not.map(() => false));
    expect(isThere({})).toBe(false);
  });
});

describe("the world in a network", () => {
  const institutions = [
    { ...emptyInstitution("i", HOST), entries: [entry("achievements", { name: "论文" })] },
    { ...emptyInstitution("j", OTHER_HOST), entries: [entry("achievements", { name: "专利" })] },
  ];
  const tenantHas = entry("designations", { name: "以前认定的" });
  const asked = (about?: Parameters<typeof worldInNet>[1]) =>
    worldInNet(netWith(SMALL_POLICY, [lab("a")], { institutions }), about);
  const named = (records: { [key: string]: unknown }[]) => records.map(({ name }) => name);

  it("of a center has what its institution entered, and no other's", () => {
    expect(named(asked({ root: lab("a") }).set("achievements"))).toEqual(["论文"]);
    expect(named(asked({ root: lab("a", { host: OTHER_HOST }) }).set("achievements"))).toEqual(["专利"]);
    expect(named(asked().set("achievements"))).toEqual([]);
  });

  it("of an institution that would apply says what it is", () => {
    const world = asked({ host: OTHER_HOST, supposed: { "application.field": "heart" } });
    expect(world.fact("host.name")).toBe("乙医院");
    expect(world.fact("application.field")).toBe("heart");
    const unknown = asked({ host: { ...OTHER_HOST, party: 99, name: "丙医院" } });
    expect(unknown.fact("host.name")).toBe("丙医院");
  });

  it("has the same designations for all, and those of the tenant's registers for the tenant", () => {
    const tenant = { ...emptyTenant("tenant"), entries: [tenantHas] };
    const net = netWith(SMALL_POLICY, [lab("a")], { tenant });
    expect(named(worldInNet(net, { root: lab("b") }).set("designations"))).toEqual(["实验室 a"]);
    expect(named(worldInNet(net).set("designations"))).toEqual(["实验室 a", "以前认定的"]);
    const nothing = { ...netWith(SMALL_POLICY, []), sets: {} };
    expect(worldInNet(nothing).set("designations")).toEqual([]);
  });
});

it("a waiver holds for its rule, its last day included, in whatever case it was given", () => {
  const net = netWith(SMALL_POLICY, []);
  const given = (...waivers: ReturnType<typeof waiver>[]) =>
    lab("a", { cases: [caseOf(), applied({ waivers })] });
  expect(waiverOf(net, given(waiver("caps/one")), "caps/one")).toEqual(waiver("caps/one"));
  expect(waiverOf(net, given(waiver("caps/one", TODAY)), "caps/one")).toEqual(waiver("caps/one", TODAY));
  expect(waiverOf(net, given(waiver("caps/one", "2026-05-31")), "caps/one")).toBeUndefined();
  expect(waiverOf(net, given(waiver("caps/two")), "caps/one")).toBeUndefined();
});

describe("words of a network", () => {
  it("name the document of a clause, and the policy where it is no document's", () => {
    const node = { because: ["all"] };
    const titled: Policy = { ...SMALL_POLICY, title: { zh: "办法", en: "policy" } };
    expect(clausesInWords(titled, {}, node)).toEqual([IN_WORDS]);
    expect(clausesInWords(titled, {})).toEqual([]);
    const elsewhere: Policy = {
      ...titled,
      clauses: SMALL_POLICY.clauses.map((clause) => ({ ...clause, document: "lost" })),
    };
    expect(clausesInWords(elsewhere, node)).toEqual([{ ...IN_WORDS, document: "办法" }]);
  });

  it("say a field by the list of some type, else by its key", () => {
    const [fields] = SMALL_POLICY.lists;
    const others = {
      ...SMALL_POLICY,
      lists: [{ ...fields, key: "others", items: [{ key: "liver", label: { zh: "肝", en: "liver" } }] }],
    } as Policy;
    expect(fieldWord(SMALL_POLICY, "lungs")).toBe("呼吸");
    expect(fieldWord(SMALL_POLICY, "liver")).toBe("liver");
    expect(fieldWord(others, "liver")).toBe("liver");
    const unlabelled = { ...SMALL_POLICY, lists: [{ ...fields, items: [{ key: "heart" }] }] } as Policy;
    expect(fieldWord(unlabelled, "heart")).toBe("heart");
  });
});
