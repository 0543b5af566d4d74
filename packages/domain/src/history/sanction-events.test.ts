import { describe, expect, it } from "vitest";
import type { CenterFacts } from "../contract/facts.ts";
import { centerAfter, centerOf, DAY, eventOf, WHO } from "../testing/events.ts";

describe("a bar", () => {
  const bar = (key: string) => ({
    bar: key,
    case: "k1",
    who: "host" as const,
    name: "甲医院",
    uscc: "USCC-1",
    from: ["lab"],
    consequence: "c",
    effect: "e",
  });
  const before = centerOf({ bars: [{ ...bar("b1"), on: "2026-01-01" }] });

  it("is kept with its day", () => {
    expect(centerAfter(before, eventOf("barred", bar("b2")))).toStrictEqual({
      ...before,
      seq: 8,
      bars: [
        { ...bar("b1"), on: "2026-01-01" },
        { ...bar("b2"), on: DAY },
      ],
      dates: { "center.barred-on": DAY },
    });
  });

  it("ends by itself", () => {
    const two = centerOf({ bars: [...before.bars, { ...bar("b2"), on: "2026-02-01" }] });
    expect(centerAfter(two, eventOf("bar-ended", { bar: "b2" }, { byTime: true })).bars).toStrictEqual([
      { ...bar("b1"), on: "2026-01-01" },
      { ...bar("b2"), on: "2026-02-01", ended: DAY },
    ]);
  });
});

describe("a name", () => {
  it.each([[{}], [{ until: "2027-03-10" }]])("is suspended, with an end if there is one: %j", (until) => {
    expect(
      centerAfter(centerOf(), eventOf("name-suspended", { case: "k1", cause: "x", ...until })),
    ).toStrictEqual(
      centerOf({ seq: 8, nameSuspended: { on: DAY, ...until }, dates: { "center.name-suspended-on": DAY } }),
    );
  });

  it.each([
    eventOf("name-restored", { case: "k1", cause: "x" }),
    eventOf("suspension-ended", {}, { byTime: true }),
  ])("is the center's again: $kind", (event) => {
    const before = centerOf({ nameSuspended: { on: "2026-01-01" } });
    expect(centerAfter(before, event)).toStrictEqual(
      centerOf({ seq: 8, dates: { [`center.${event.kind}-on`]: DAY } }),
    );
  });
});

describe("money", () => {
  const paid = { funding: "f", instalment: "1", payer: "city", amount: "50.00", paidOn: "2026-03-01" };
  const money: CenterFacts["money"] = {
    funded: [{ ...paid, on: "2026-01-01" }],
    withheld: [{ funding: "f", final: false, on: "2026-01-02" }],
    reclaimed: [{ funding: "f", on: "2026-01-03" }],
  };

  it.each([
    [eventOf("funded", { ...paid, instalment: "2" }), "funded", { ...paid, instalment: "2", on: DAY }],
    [
      eventOf("withheld", { case: "k1", funding: "g", final: true, cause: "x" }),
      "withheld",
      { funding: "g", final: true, on: DAY },
    ],
    [eventOf("reclaimed", { case: "k1", funding: "g", cause: "x" }), "reclaimed", { funding: "g", on: DAY }],
  ] as const)("that is $kind stands beside what came before", (event, of, entry) => {
    expect(centerAfter(centerOf({ money }), event)).toStrictEqual(
      centerOf({
        seq: 8,
        money: { ...money, [of]: [...money[of], entry] },
        dates: { [`center.${event.kind}-on`]: DAY },
      }),
    );
  });
});

it.each([
  [undefined, { by: WHO.user }],
  [true as const, {}],
])("a task is finished, by whoever did it (by time: %s)", (byTime, by) => {
  const before = centerOf({ finished: [{ obligation: "a", how: "办结", on: "2026-01-01" }] });
  const event = eventOf("finished", { obligation: "b", how: "办结" }, byTime === undefined ? {} : { byTime });
  expect(centerAfter(before, event)).toStrictEqual({
    ...before,
    seq: 8,
    finished: [...before.finished, { obligation: "b", how: "办结", on: DAY, ...by }],
    dates: { "center.finished-on": DAY },
  });
});
