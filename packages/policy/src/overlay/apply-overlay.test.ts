import { describe, expect, test } from "vitest";
import { nodeAt } from "../read/paths.ts";
import type { Change } from "../schema/changes.ts";
import type { Overlay } from "../schema/overlay.ts";
import type { Policy } from "../schema/policy.ts";
import type { Lock } from "../schema/text.ts";
import { fuling } from "../testing/fuling.ts";
import { applyChanges } from "./apply-changes.ts";
import { applyOverlay } from "./apply-overlay.ts";
import { asJson } from "./parts.ts";
import { parsePolicy } from "../parse/parse-policy.ts";

const line = "gradings/acceptance/grade/cases/excellent/when/than";
const seminar = "procedures/entry/stages/seminar/window/cases/y2022/then";
const text = (zh: string) => ({ zh, en: zh });

type Body = { set: unknown } | { add: unknown; after?: string } | { drop: true };
const at = (path: string, body: Body): Change => ({ key: "c", at: path, ...body }) as Change;

const overlayOf = (kind: Overlay["kind"], part: Partial<Overlay>): Overlay => ({
  language: 1,
  kind,
  id: "own",
  on: { policy: fuling().id, version: fuling().version },
  title: text("通知"),
  changes: [],
  settles: [],
  ...part,
});

function changed(...changes: Change[]): Policy {
  const policy = parsePolicy(applyChanges(asJson(fuling()), changes));
  if (Array.isArray(policy)) throw new Error(JSON.stringify(policy));
  return policy;
}
const locked = (path: string, lock: Lock): Policy => changed(at(`${path}/lock`, { set: lock }));

function refusals(policy: Policy, overlay: Overlay): string[] {
  const applied = applyOverlay(policy, overlay);
  return applied.kind === "applied" ? [] : applied.problems.map(({ rule, path }) => `${rule} ${path}`);
}

describe("an overlay", () => {
  test("is applied to the version that it is written for, and to no other", () => {
    const overlay = overlayOf("overlay", { changes: [at("title/zh", { set: "本市办法" })] });
    expect(applyOverlay(fuling(), overlay)).toMatchObject({
      kind: "applied",
      policy: { title: { zh: "本市办法" } },
    });
    expect(refusals(fuling(), { ...overlay, on: { ...overlay.on, version: 9 } })).toEqual(["overlay on"]);
  });
  test("is refused where a path leads nowhere, and where the result is no policy", () => {
    expect(
      refusals(fuling(), overlayOf("overlay", { changes: [at("lists/none/items", { add: {} })] })),
    ).toEqual(["overlay lists/none/items"]);
    expect(
      refusals(
        fuling(),
        overlayOf("overlay", { changes: [at("sheets/sheet/items/level/weight", { set: 31 })] }),
      ),
    ).toContain("weights sheets/sheet");
  });
  test("settles what is open in the policy, within its bounds; the reading stays visible", () => {
    const settles = (value: number) =>
      overlayOf("overlay", { settles: [{ key: "s", at: line, value, as: text("90 分"), on: "2023-01-01" }] });
    const applied = applyOverlay(fuling(), settles(90));
    if (applied.kind === "refused") throw new Error(JSON.stringify(applied.problems));
    expect(nodeAt(applied.policy, line)).toEqual({ read: 90, as: text("90 分") });
    expect(refusals(fuling(), settles(79))).toEqual([`overlay ${line}`]);
  });
});

describe("locks", () => {
  const weight = at("sheets/sheet/items/level/label/zh", { set: "投入" });
  const value = at("sheets/sheet/total", { set: 100.5 });
  const drop = at("lists/seminar-topics/items/plan", { drop: true });
  test("fixed allows nothing below, labels allow words, values allow values, free allows anything", () => {
    const tries = (lock: Lock, change: Change) =>
      refusals(
        locked(change.at.split("/").slice(0, 2).join("/"), lock),
        overlayOf("overlay", { changes: [change] }),
      );
    expect(tries("fixed", weight)).toEqual(["overlay sheets/sheet/items/level/label/zh"]);
    expect(tries("labels", weight)).toEqual([]);
    expect(tries("labels", value)).toContain("overlay sheets/sheet/total");
    expect(tries("values", value)).not.toContain("overlay sheets/sheet/total");
    const [topic] = fuling().lists.find(({ key }) => key === "seminar-topics")?.items ?? [];
    const dropTopic = { ...drop, at: `lists/seminar-topics/items/${topic?.key}` };
    expect(tries("values", dropTopic)).toEqual([`overlay lists/seminar-topics/items/${topic?.key}`]);
    expect(tries("free", dropTopic)).toEqual([]);
  });
  test("hold however the change is written: a node above a lock cannot be set as a whole", () => {
    const policy = locked("sheets/sheet", "fixed");
    const sheets = structuredClone(policy.sheets);
    const [sheet] = sheets;
    if (sheet === undefined) throw new Error("there is a sheet");
    sheet.total = 99;
    expect(refusals(policy, overlayOf("overlay", { changes: [at("sheets", { set: sheets })] }))).toEqual([
      "overlay sheets/sheet/total",
    ]);
  });
  test("are only ever made narrower", () => {
    const relock = (was: Lock, to: Body) =>
      refusals(locked("sheets/sheet", was), overlayOf("overlay", { changes: [at("sheets/sheet/lock", to)] }));
    expect(relock("free", { set: "values" })).toEqual([]);
    expect(relock("labels", { set: "free" })).toEqual(["overlay sheets/sheet/lock"]);
    expect(relock("labels", { drop: true })).toEqual(["overlay sheets/sheet/lock"]);
  });
  test("a narrower lock above wins over a wider one below", () => {
    const policy = changed(
      at("sheets/sheet/lock", { set: "labels" }),
      at("sheets/sheet/items/level/lock", { set: "free" }),
    );
    expect(
      refusals(
        policy,
        overlayOf("overlay", { changes: [at("sheets/sheet/items/level/weight", { set: 29 })] }),
      ),
    ).toEqual(["overlay sheets/sheet/items/level/weight"]);
  });
});

describe("a call", () => {
  const call = (part: Partial<Overlay>) => overlayOf("call", { year: 2022, ...part });
  const rule = { key: "beds", label: text("床位"), because: ["s3"], for: ["stic"], of: "host" };
  const atLeast = (than: number) => ({
    key: "beds",
    kind: "compare",
    of: { kind: "fact", fact: "host.beds" },
    is: "at-least",
    than,
  });
  const withRule = (is: string, extra: object = {}): Policy =>
    changed(
      at("conditions", { add: { ...rule, ...extra, test: { kind: "all", of: [{ ...atLeast(500), is }] } } }),
    );
  const than = "conditions/beds/test/of/beds/than";
  const setTo = (n: number) => call({ changes: [at(than, { set: n })] });

  test("may set the dates of its year, its bodies and its clauses", () => {
    const applied = applyOverlay(
      fuling(),
      call({
        bodies: [{ key: "finance", label: text("财政局"), roles: ["issuer"] }],
        changes: [
          at("procedures/entry/stages/assess/window", {
            set: { kind: "yearly", from: "09-10", to: "10-31" },
          }),
        ],
      }),
    );
    expect(applied).toMatchObject({ kind: "applied" });
  });
  test("settles what is open per call, and nothing that is open in the policy", () => {
    const window = { kind: "between", from: "2022-10-24", to: "2022-10-28" };
    expect(
      applyOverlay(fuling(), call({ settles: [{ key: "s", at: seminar, value: window, on: "2022-10-19" }] }))
        .kind,
    ).toBe("applied");
    expect(
      refusals(fuling(), call({ settles: [{ key: "s", at: line, value: 90, on: "2022-10-19" }] })),
    ).toEqual([`overlay ${line}`]);
  });
  test("may raise an at-least and lower an at-most, not the other way round", () => {
    expect(refusals(withRule("at-least"), setTo(600))).toEqual([]);
    expect(refusals(withRule("at-least"), setTo(400))).toEqual([`call ${than}`]);
    expect(refusals(withRule("at-most"), setTo(400))).toEqual([]);
    expect(refusals(withRule("at-most"), setTo(600))).toEqual([`call ${than}`]);
  });
  test("may weaken only what is free", () =>
    expect(refusals(withRule("at-least", { lock: "free" }), setTo(400))).toEqual([]));
  test("may ask more under all, and drop nothing", () => {
    const more = { ...atLeast(3), key: "more", of: { kind: "fact", fact: "director.age" }, is: "at-most" };
    const policy = withRule("at-least");
    expect(refusals(policy, call({ changes: [at("conditions/beds/test/of", { add: more })] }))).toEqual([]);
    expect(refusals(policy, call({ changes: [at("conditions/beds", { drop: true })] }))).toEqual([
      "call conditions/beds",
    ]);
  });
  test("a rule that something denies is not made stricter by raising its line", () => {
    const denied = changed(
      at("conditions", { add: { ...rule, test: { kind: "all", of: [atLeast(500)] } } }),
      at("conditions", {
        add: { ...rule, key: "small", test: { kind: "not", of: { kind: "named", condition: "beds" } } },
      }),
    );
    expect(refusals(denied, setTo(600))).toEqual([`call ${than}`]);
  });
  test("may add a field and a stage's condition, and no stage", () => {
    const field = { key: "more", label: text("补充说明"), kind: "text", required: true };
    const section = fuling().forms.find(({ key }) => key === "application")?.sections[0]?.key ?? "";
    const fields = `forms/application/sections/${section}/fields`;
    expect(refusals(fuling(), call({ changes: [at(fields, { add: field })] }))).toEqual([]);
    expect(
      refusals(
        withRule("at-least"),
        call({ changes: [at("procedures/entry/stages/collect/requires", { set: ["beds"] })] }),
      ),
    ).toEqual([]);
    expect(
      refusals(fuling(), call({ changes: [at("procedures/entry/stages/assess", { drop: true })] })),
    ).toContain("call procedures/entry/stages/assess");
  });
});
