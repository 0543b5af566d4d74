import { getForm, type Policy, type Register } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import type { Answers } from "../contract/events.ts";
import type { Claimable } from "../contract/facts.ts";
import { at, MANAGER } from "../testing/life.ts";
import { claim, enter, lifeWithRegisters, verified } from "../testing/registers.ts";
import { checkClaims, claimedBy, withSnapshots } from "./claiming.ts";
import type { StageScene } from "./scene.ts";

const FIELD = { zh: "名", en: "name" };
type Seen = Claimable["claims"][number];
type Changed = (policy: Policy) => Policy;

/** An application that claims half of a verified award, and what its stage sees; a test changes what it is about. */
function claiming({ changed, share = 0.5 }: { changed?: Changed; share?: unknown } = {}) {
  const life = lifeWithRegisters(changed);
  const entry = verified(life);
  const asked = claim(life, entry, 0.5);
  const found = life.stageScene(MANAGER, at("2022-10-21"), asked);
  const form = getForm(life.policy, found.stage.form ?? "");
  const section = form.sections[0]?.key ?? "";
  const own = asked.answers[section] ?? {};
  const claims = (...picked: object[]): Answers => ({
    ...asked.answers,
    [section]: { ...own, claimed: picked },
  });
  const picked = { register: "awards", entry, share, title: "自己写的", attributes: {} };
  return { life, entry, at: found, form, section, claims, picked };
}

/** The same stage, to which other claims of things are known. */
function among(
  found: StageScene,
  claims: Partial<Seen>[],
  entries = found.scene.facts.claimable?.entries ?? [],
) {
  const all = claims.map((one): Seen => ({
    fingerprint: "achievements|a1",
    tenant: 1,
    name: "主管部门",
    year: 2021,
    scope: "tenant",
    case: "other-case",
    root: "other-root",
    ...one,
  }));
  const facts = { ...found.scene.facts, claimable: { entries, claims: all } };
  return { ...found, scene: { ...found.scene, facts } };
}

const refused = (violation: object) => [{ pending: false, violation: { clauses: [], ...violation } }];
const fault = (section: string, kind: string) =>
  refused({
    code: "field-invalid",
    params: { field: FIELD, fault: kind },
    field: `${section}/claimed`,
  });

/** The register of awards with other rules of claiming. */
const ruling =
  (claims: Register["claims"] | undefined): Changed =>
  (policy) => ({
    ...policy,
    registers: policy.registers.map(({ claims: _own, ...one }) =>
      one.key === "awards" && claims !== undefined ? { ...one, claims } : one,
    ),
  });

describe("what a dossier claims", () => {
  it("stands in the register, in the state that counts", () => {
    const { life, at: found, form, section, claims, picked } = claiming();
    const judged = (claimed: object) => checkClaims(found, form, claims(claimed));
    expect(judged(picked)).toEqual([]);
    expect(judged({ ...picked, entry: "nobody" })).toEqual(fault(section, "not-in-register"));
    expect(judged({ ...picked, register: "visits" })).toEqual(fault(section, "not-in-register"));
    const waiting = enter(life, { number: "W" });
    const later = life.stageScene(MANAGER, at("2022-10-21"), { case: found.kase.id, stage: "collect" });
    expect(checkClaims(later, form, claims({ ...picked, entry: waiting }))).toEqual(
      fault(section, "not-in-register"),
    );
  });
  it("is of the collection that its field asks for", () => {
    const { at: found, form, section, claims, picked } = claiming();
    const entries = (found.scene.facts.claimable?.entries ?? []).map((one) => ({
      ...one,
      of: "activities" as const,
    }));
    expect(checkClaims(among(found, [], entries), form, claims(picked))).toEqual(
      fault(section, "not-in-register"),
    );
  });
  it("is of nothing where no registers were loaded", () => {
    const { at: found, form, section, claims, picked } = claiming();
    const { claimable: _none, ...facts } = found.scene.facts;
    const bare = { ...found, scene: { ...found.scene, facts } };
    expect(checkClaims(bare, form, claims(picked))).toEqual(fault(section, "not-in-register"));
  });
  it("is what the register lets be claimed in this procedure; one that says nothing lets all", () => {
    const elsewhere = claiming({ changed: ruling({ in: ["acceptance"], once: "tenant" }) });
    expect(checkClaims(elsewhere.at, elsewhere.form, elsewhere.claims(elsewhere.picked))).toEqual(
      fault(elsewhere.section, "not-in-register"),
    );
    const free = claiming({ changed: ruling(undefined) });
    expect(checkClaims(free.at, free.form, free.claims(free.picked))).toEqual([]);
  });
  it("suits the condition of its field", () => {
    const { life, at: found, form, section, claims, picked } = claiming();
    const paper = verified(life, { number: "P", kind: "paper" });
    const later = life.stageScene(MANAGER, at("2022-10-21"), { case: found.kase.id, stage: "collect" });
    expect(checkClaims(later, form, claims({ ...picked, entry: paper }))).toEqual(fault(section, "choice"));
  });
});

describe("a share of what is claimed", () => {
  it.each(["0.0001", 1, "1"])("is more than nothing and at most the whole: %s", (share) => {
    const { at: found, form, claims, picked } = claiming({ share });
    expect(checkClaims(found, form, claims(picked))).toEqual([]);
  });
  it.each([0, -0.5, 1.01])("is not %s", (share) => {
    const { at: found, form, section, claims, picked } = claiming({ share });
    expect(checkClaims(found, form, claims(picked))).toEqual(fault(section, "share"));
  });
  it("must be said where the field asks for it, and is not looked at where it does not", () => {
    const { at: found, form, section, claims, picked } = claiming();
    const { share: _share, ...without } = picked;
    expect(checkClaims(found, form, claims(without))).toEqual(fault(section, "share"));
    const unshared: Changed = (policy) => ({
      ...policy,
      forms: policy.forms.map((one) => ({
        ...one,
        sections: one.sections.map((part) => ({
          ...part,
          fields: part.fields.map(({ share: _asked, ...field }) => field),
        })),
      })),
    });
    const free = claiming({ changed: unshared });
    const over = among(free.at, [{ share: "0.9" }]);
    expect(checkClaims(over, free.form, free.claims({ ...free.picked, share: 1 }))).toEqual([]);
  });
  it("comes to no more than the whole with what other centers claim", () => {
    const { at: found, form, section, claims, picked } = claiming();
    const judged = (...others: Partial<Seen>[]) => checkClaims(among(found, others), form, claims(picked));
    expect(judged({ share: "0.5" })).toEqual([]);
    expect(judged({ share: "0.3", root: "a" }, { share: "0.21", root: "b" })).toEqual(
      refused({
        code: "shares-over-whole",
        params: { title: "科技奖", sum: "1.01" },
        field: `${section}/claimed`,
      }),
    );
  });
  it("of one other center counts once, at its largest", () => {
    const { at: found, form, claims, picked } = claiming();
    const judged = (...others: Partial<Seen>[]) => checkClaims(among(found, others), form, claims(picked));
    expect(judged({ share: "0.5", case: "a" }, { share: "0.4", case: "b" })).toEqual([]);
    expect(judged({ share: "0.4", case: "a" }, { share: "0.6", case: "b" })).toHaveLength(1);
    const { case: _case, root: _root, ...abroad } = { share: "0.5", case: "", root: "" };
    const foreign = (year: number): Partial<Seen> => ({
      ...abroad,
      tenant: 2,
      year,
      root: undefined as never,
    });
    expect(judged(foreign(2021), foreign(2021))).toEqual([]);
    expect(judged(foreign(2021), foreign(2020))).toHaveLength(1);
    expect(judged(foreign(2021), { ...foreign(2021), tenant: 3 })).toHaveLength(1);
  });
  it("does not add what is another thing, the center's own, this very case's, or not said", () => {
    const { at: found, form, claims, picked } = claiming();
    const judged = (other: Partial<Seen>) => checkClaims(among(found, [other]), form, claims(picked));
    expect(judged({ share: "0.9" })).toHaveLength(1);
    expect(judged({ share: "0.9", fingerprint: "achievements|a2" })).toEqual([]);
    expect(judged({ share: "0.9", root: found.root.id })).toEqual([]);
    expect(judged({ share: "0.9", case: found.kase.id })).toEqual([]);
    expect(judged({})).toEqual([]);
  });
  it("adds claims of the tier only where the register says so", () => {
    const tier = { share: "0.9", scope: "tier" } as const;
    const other = { share: "0.9", scope: "other" } as const;
    const here = claiming();
    expect(checkClaims(among(here.at, [tier]), here.form, here.claims(here.picked))).toEqual([]);
    const wide = claiming({ changed: ruling({ in: ["entry"], once: "tier" }) });
    expect(checkClaims(among(wide.at, [tier]), wide.form, wide.claims(wide.picked))).toHaveLength(1);
    expect(checkClaims(among(wide.at, [other]), wide.form, wide.claims(wide.picked))).toEqual([]);
    const free = claiming({ changed: ruling(undefined) });
    expect(checkClaims(among(free.at, [tier]), free.form, free.claims(free.picked))).toEqual([]);
  });
});

describe("what is noted of a claim", () => {
  it("is the entry as its register says today, and who claimed it before", () => {
    const { at: found, form, claims, picked, entry } = claiming();
    const seen = among(found, [{}, { tenant: 3, name: "另一家", year: 2020 }, { scope: "other" }]);
    expect(claimedBy(seen, form, claims(picked))).toEqual([
      {
        root: { kind: "center", id: found.root.id },
        kind: "claimed",
        onDay: "2022-10-21",
        body: {
          case: found.kase.id,
          stage: "collect",
          of: ["achievements"],
          claims: [
            {
              register: "awards",
              entry,
              of: "achievements",
              title: "科技奖",
              attributes: { kind: "award" },
              fingerprint: "achievements|a1",
              share: "0.5",
              earlier: [
                { tenant: 1, name: "主管部门", year: 2021 },
                { tenant: 3, name: "另一家", year: 2020 },
              ],
            },
          ],
        },
        consulted: ["procedures/entry/stages/collect"],
      },
    ]);
  });
  it("says no share where none was claimed, and passes over what is not there", () => {
    const { at: found, form, claims, picked, entry } = claiming();
    const { share: _share, ...without } = picked;
    const [event] = claimedBy(found, form, claims(without, { ...picked, entry: "nobody" }));
    expect(event?.kind === "claimed" && event.body.claims).toStrictEqual([
      {
        register: "awards",
        entry,
        of: "achievements",
        title: "科技奖",
        attributes: { kind: "award" },
        fingerprint: "achievements|a1",
        earlier: [],
      },
    ]);
  });
  it("is noted although nothing is claimed, so that nothing else counts; and not of a form that asks for none", () => {
    const { life, at: found, form, claims } = claiming();
    expect(claimedBy(found, form, claims()).map(({ body }) => body)).toEqual([
      { case: found.kase.id, stage: "collect", of: ["achievements"], claims: [] },
    ]);
    expect(claimedBy(found, getForm(life.policy, "self-assessment"), {})).toEqual([]);
  });
  it("names each collection once", () => {
    const twice: Changed = (policy) => ({
      ...policy,
      forms: policy.forms.map((one) => ({
        ...one,
        sections: one.sections.map((part) => ({
          ...part,
          fields: part.fields.flatMap((field) =>
            field.key === "claimed" ? [field, { ...field, key: "more" }] : [field],
          ),
        })),
      })),
    });
    const { at: found, form, claims, picked } = claiming({ changed: twice });
    const [event] = claimedBy(found, form, claims(picked));
    expect(event?.kind === "claimed" && event.body.of).toEqual(["achievements"]);
  });
});

describe("a snapshot in a dossier", () => {
  it("says what the register says, whatever was written into it", () => {
    const { at: found, form, section, claims, picked } = claiming();
    const written = claims(picked, { ...picked, entry: "nobody" });
    expect(withSnapshots(found, form, written)).toEqual({
      ...written,
      [section]: {
        ...written[section],
        claimed: [
          { ...picked, title: "科技奖", attributes: { kind: "award" } },
          { ...picked, entry: "nobody" },
        ],
      },
    });
  });
  it("leaves a dossier alone that claims nothing", () => {
    const { at: found, form, claims } = claiming();
    const { claimed: _claimed, ...rest } = claims()["basics"] ?? {};
    const answers = { basics: rest };
    expect(withSnapshots(found, form, answers)).toBe(answers);
  });
});
