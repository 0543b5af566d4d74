import type { Cap, NamedCondition } from "@yichuang/policy";
import { describe, expect, test } from "vitest";
import { obligationsOf } from "../obligations/obligations-of.ts";
import { at, HOSPITAL, hatOf, LEADER, MANAGER, newLife, OFFICER, RIVAL_MANAGER } from "./life.ts";
import { networkPolicy, ONE_PER_CITY, RULE_PATH } from "./network-policy.ts";
import { designate } from "./steps.ts";

const DAY = "2022-12-01";
const NO_RULE = { kind: "all", of: [] };
const BRANCH = hatOf("institution-manager", 12);
const STRANGER = hatOf("institution-manager", 13);

/** A center stands at the first hospital; others may apply for branches of it. */
function begun(policy = networkPolicy()) {
  const life = newLife(policy);
  const [entry = ""] = designate(life, ["总中心"]);
  const parent = life.centerOf(entry).id;
  const settle = (day = DAY) =>
    life.must(MANAGER, at(day), {
      kind: "settle",
      path: RULE_PATH,
      value: NO_RULE,
      as: "不另设条件",
      on: day,
      center: parent,
    });
  const applied = (name: string, hosts: { name: string; uscc?: string }[] = []) => {
    const id = life.open(BRANCH, at(DAY), {
      procedure: "branch-entry",
      year: 2022,
      type: "branch",
      parent,
      name,
    });
    life.must(BRANCH, at(DAY), {
      kind: "submit",
      case: id,
      stage: "apply",
      answers: { basics: { name, hosts } },
    });
    return id;
  };
  const decision = (id: string) =>
    ({ kind: "decide", case: id, stage: "decide", outcome: "approve", opinion: "同意" }) as const;
  return { life, parent, settle, applied, decision };
}

describe("a center under another", () => {
  test("is decided on by the parent's hospital, and by nobody else", () => {
    const { life, settle, applied, decision } = begun();
    settle();
    const id = applied("分中心");
    for (const hat of [BRANCH, STRANGER])
      expect(life.blocked(hat, at(DAY), decision(id))).toBe("refused: not-your-case");
    expect(life.blocked(LEADER, at(DAY), decision(id))).toBe("refused: not-your-role");
    life.must(MANAGER, at(DAY), decision(id));
    expect(life.centerOf(id).standing).toBe("established");
  });

  test("owes what its parent's stage asks to the parent's hospital", () => {
    const { life, settle, applied } = begun();
    settle();
    const center = life.centerOf(applied("分中心"));
    const rows = obligationsOf(life.ledger().policies, center).filter((row) => row.act === "decide");
    expect(rows).toMatchObject([{ to_space: HOSPITAL, to_role: "institution-manager", state: "open" }]);
  });

  test("waits until the parent has set its conditions, and keeps to them", () => {
    const { life, parent, applied, decision } = begun();
    const id = applied("分中心");
    expect(life.blocked(MANAGER, at(DAY), decision(id))).toBe("pending: open-value");
    const rule = { kind: "compare", of: { kind: "fact", fact: "host.name" }, is: "equal", than: "别家" };
    const settling = {
      kind: "settle",
      path: RULE_PATH,
      value: rule,
      as: "只收别家",
      on: DAY,
      center: parent,
    } as const;
    expect(life.blocked(RIVAL_MANAGER, at(DAY), settling)).toBe("refused: not-your-case");
    expect(life.blocked(MANAGER, at(DAY), { ...settling, value: { kind: "never" } })).toBe(
      "refused: settlement-out-of-bounds",
    );
    life.must(MANAGER, at(DAY), settling);
    expect(life.blocked(MANAGER, at(DAY), decision(id))).toBe("refused: condition-false");
  });

  test("needs a parent of a type under which the policy puts it", () => {
    const { life, settle, applied, decision } = begun();
    settle();
    const id = applied("分中心");
    life.must(MANAGER, at(DAY), decision(id));
    const under = { kind: "open-case", procedure: "branch-entry", year: 2022, type: "branch" } as const;
    expect(life.blocked(BRANCH, at(DAY), { ...under, parent: life.centerOf(id).id })).toBe(
      "refused: field-invalid",
    );
    expect(life.blocked(BRANCH, at(DAY), { ...under, parent: "nobody" })).toBe("refused: nothing-to-act-on");
  });
});

describe("the network of a center", () => {
  test("begins with the institutions of the dossier; who is not known stands as named", () => {
    const { life, applied } = begun();
    const id = applied("分中心", [{ name: "甲医院", uscc: "125001024500000017" }, { name: "外地医院" }]);
    expect(life.centerOf(id).links.filter((link) => link.role === "joint")).toMatchObject([
      { name: "甲医院", space: HOSPITAL },
      { name: "外地医院", external: "外地医院" },
    ]);
  });

  test("is led by as many as its type says: a second lead waits for the end of the first", () => {
    const read = networkPolicy();
    const roles = [{ key: "lead" as const, label: { zh: "牵头单位", en: "lead" }, most: 1 }];
    const types = read.types.map((type) => (type.key === "stic" ? { ...type, roles } : type));
    const { life, parent } = begun({ ...read, types });
    const leads = (space: number) =>
      ({ kind: "link", center: parent, party: { role: "lead", space }, on: DAY, reason: "改由" }) as const;
    life.must(OFFICER, at(DAY), leads(12));
    expect(life.blocked(OFFICER, at(DAY), leads(13))).toBe("refused: seats-taken");
    const link = life.ledger().centers.find((one) => one.id === parent)?.links[0]?.key ?? "";
    life.must(OFFICER, at(DAY), { kind: "unlink", center: parent, link, on: DAY, reason: "退出" });
    life.must(OFFICER, at(DAY), leads(13));
  });

  test("is changed by the authority with a reason, and an end is a date", () => {
    const { life, parent } = begun();
    const party = { role: "core", space: 12 } as const;
    const joins = { kind: "link", center: parent, party, on: DAY, reason: "扩网" } as const;
    expect(life.blocked(MANAGER, at(DAY), joins)).toBe("refused: not-your-role");
    life.must(OFFICER, at(DAY), joins);
    expect(life.blocked(OFFICER, at(DAY), joins)).toBe("refused: already-done");
    const center = () => life.ledger().centers.find((one) => one.id === parent);
    const key = center()?.links[0]?.key ?? "";
    life.must(OFFICER, at("2023-01-05"), {
      kind: "unlink",
      center: parent,
      link: key,
      on: "2023-01-04",
      reason: "退出",
    });
    expect(center()?.links).toMatchObject([{ name: "乙医院", from: DAY, to: "2023-01-04" }]);
    const again = { kind: "unlink", center: parent, link: key, on: "2023-01-05", reason: "再退" } as const;
    expect(life.blocked(OFFICER, at("2023-01-05"), again)).toBe("refused: nothing-to-act-on");
  });
});

describe("seats", () => {
  test("a second branch in one city is refused, and names the one that is there", () => {
    const { life, settle, applied, decision } = begun(networkPolicy({ caps: [ONE_PER_CITY] }));
    settle();
    const [one, two] = [applied("一分"), applied("二分")];
    const decided = life.must(MANAGER, at(DAY), decision(one));
    expect(decided.holds.seats).toHaveLength(1);
    const refused = life.asks(MANAGER, at(DAY), decision(two));
    expect(refused).toMatchObject({
      kind: "refused",
      violations: [{ code: "seats-taken", params: { most: "1", taken: 1, holders: ["一分"] } }],
    });
  });

  test("a condition that counts others is decided in one scope with whatever is added to the count", () => {
    const none: NamedCondition = {
      key: "none-yet",
      label: { zh: "还没有别的分中心", en: "no other branch yet" },
      because: ["s1"],
      for: ["branch"],
      force: "mandatory",
      of: "center",
      test: {
        kind: "compare",
        of: { kind: "tally", of: "designations", by: "count" },
        is: "at-most",
        than: "9",
      },
    };
    const read = networkPolicy();
    const { life, settle, applied, decision } = begun({ ...read, conditions: [...read.conditions, none] });
    settle();
    const decided = life.must(MANAGER, at(DAY), decision(applied("一分")));
    expect(decided.holds.seats?.map(({ scope }) => scope)).toContain("tally:designations");
    const { life: plain, settle: also, applied: apply, decision: decide } = begun(read);
    also();
    expect(plain.must(MANAGER, at(DAY), decide(apply("一分"))).holds.seats).toBeUndefined();
  });

  test("a limit in principle is waived for one case", () => {
    const cap = { ...ONE_PER_CITY, force: "in-principle", waiver: { by: { role: "authority" } } } as const;
    const { life, settle, applied, decision } = begun(networkPolicy({ caps: [cap] }));
    settle();
    const [one, two] = [applied("一分"), applied("二分")];
    life.must(MANAGER, at(DAY), decision(one));
    expect(life.blocked(MANAGER, at(DAY), decision(two))).toBe("refused: seats-taken");
    life.must(LEADER, at(DAY), { kind: "waive", case: two, path: "caps/one-per-city", reason: "人口多" });
    life.must(MANAGER, at(DAY), decision(two));
    expect(life.centerOf(two).standing).toBe("established");
  });

  test("an open limit refuses only what no possible value allows", () => {
    const open = {
      asks: { zh: "每市几家", en: "how many" },
      per: "policy",
      by: { role: "authority" },
      least: 1,
      most: 2,
    } as const;
    const { life, settle, applied, decision } = begun(
      networkPolicy({ caps: [{ ...ONE_PER_CITY, most: { open } }] }),
    );
    settle();
    const [one, two] = [applied("一分"), applied("二分")];
    life.must(MANAGER, at(DAY), decision(one));
    expect(life.blocked(MANAGER, at(DAY), decision(two))).toBe("pending: open-value");
  });

  test("applications are counted when they come in, under each of several institutions", () => {
    const cap: Cap = { ...ONE_PER_CITY, counts: "applications", per: ["it.hosts"] };
    const { where: _held, ...counted } = cap;
    const { life, parent, applied } = begun(networkPolicy({ caps: [counted] }));
    applied("一分");
    const again = life.open(BRANCH, at(DAY), {
      procedure: "branch-entry",
      year: 2022,
      type: "branch",
      parent,
    });
    const handing = {
      kind: "submit",
      case: again,
      stage: "apply",
      answers: { basics: { name: "二分" } },
    } as const;
    expect(life.blocked(BRANCH, at(DAY), handing)).toBe("refused: seats-taken");
  });
});

describe("names", () => {
  const rule = {
    key: "name",
    label: { zh: "名称", en: "name" },
    because: ["s1"],
    for: ["branch"],
    parts: [
      { key: "parent", fact: "parent.name" },
      { key: "host", fact: "host.name", wrap: ["（", "）"] as [string, string] },
      { key: "end", text: "分中心" },
    ],
    unique: ["it.name"],
  };
  const NAME = "总中心（乙医院）分中心";

  test("are suggested when an application begins, and checked when it comes in", () => {
    const { life, parent } = begun(networkPolicy({ names: [rule] }));
    const id = life.open(BRANCH, at(DAY), { procedure: "branch-entry", year: 2022, type: "branch", parent });
    expect(life.centerOf(id).name).toBe(NAME);
    const handing = { kind: "submit", case: id, stage: "apply" } as const;
    const named = (name: string) => ({ ...handing, answers: { basics: { name } } });
    expect(life.blocked(BRANCH, at(DAY), named("随便"))).toBe("refused: name-not-as-composed");
    life.must(BRANCH, at(DAY), named(NAME));
  });

  test("are given once", () => {
    const { life, parent } = begun(networkPolicy({ names: [rule] }));
    const handing = () => {
      const id = life.open(BRANCH, at(DAY), {
        procedure: "branch-entry",
        year: 2022,
        type: "branch",
        parent,
      });
      return { kind: "submit", case: id, stage: "apply", answers: { basics: { name: NAME } } } as const;
    };
    life.must(BRANCH, at(DAY), handing());
    expect(life.blocked(BRANCH, at(DAY), handing())).toBe("refused: name-taken");
  });
});
