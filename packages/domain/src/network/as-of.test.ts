import { STANDINGS } from "@yichuang/policy";
import { array, assert, constantFrom, integer, option, property, record, uuid } from "fast-check";
import { describe, expect, it } from "vitest";
import type { NetworkCenter, PublishedLink, PublishedSpan } from "../contract/network.ts";
import { plusDays } from "../time/days.ts";
import { centersOn, holdsOn, stillStands } from "./as-of.ts";

const START = "2020-01-01";
const day = (n: number): string => plusDays(START, n);

const center = (part: Partial<NetworkCenter>): NetworkCenter => ({
  tenant: 1,
  center: "c",
  name: "示例中心",
  host: "示例医院",
  uscc: "",
  type: "center",
  typeLabel: "中心",
  tier: "provincial",
  standing: "established",
  spans: [],
  links: [],
  waivers: [],
  ...part,
});

const link = (part: Partial<PublishedLink>): PublishedLink => ({
  role: "joint",
  name: "示例单位",
  from: day(0),
  ...part,
});

/** A life: one stretch after the other, from a first day on, perhaps with an end. */
const lives = record({
  from: integer({ min: 0, max: 60 }),
  lengths: array(integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
  standings: array(constantFrom(...STANDINGS), { minLength: 6, maxLength: 6 }),
  open: constantFrom(true, false),
  center: uuid(),
  links: array(record({ from: integer({ min: 0, max: 200 }), days: option(integer({ min: 0, max: 90 })) }), {
    maxLength: 5,
  }),
}).map(({ from, lengths, standings, open, center: id, links }) => {
  let at = from;
  const spans = lengths.map((length, index): PublishedSpan => {
    const first = at;
    at += length;
    const last = index === lengths.length - 1;
    return {
      from: day(first),
      standing: standings[index] ?? "building",
      ...(last && open ? {} : { to: day(at) }),
    };
  });
  return center({
    center: id,
    spans,
    links: links.map((one) =>
      link({ from: day(one.from), ...(one.days === null ? {} : { to: day(one.from + one.days) }) }),
    ),
  });
});
const days = integer({ min: -5, max: 320 }).map(day);

describe("the network on a day", () => {
  it("counts the first day of a stretch and not its last", () => {
    const stretch = { from: "2022-03-01", to: "2022-03-05" };
    expect(
      ["2022-02-28", "2022-03-01", "2022-03-04", "2022-03-05"].map((on) => holdsOn(stretch, on)),
    ).toEqual([false, true, true, false]);
  });

  it("shows each center in the standing of the day, with the links of the day", () => {
    const one = center({
      grade: { key: "good", label: "良好" },
      score: "86.50",
      designatedOn: "2021-01-01",
      spans: [
        { from: "2020-01-01", to: "2021-01-01", standing: "building" },
        { from: "2021-01-01", standing: "established", grade: "good" },
      ],
      links: [link({ name: "先", to: "2020-06-01" }), link({ name: "后", from: "2020-06-01" })],
      waivers: [{ path: "caps/one", label: "一", reason: "理由", until: "2020-12-31" }],
    });
    const [before] = centersOn([one], "2020-06-01");
    expect(before).toMatchObject({
      standing: "building",
      links: [{ name: "后" }],
      waivers: [{ path: "caps/one" }],
    });
    expect(before).not.toHaveProperty("grade");
    expect(before).not.toHaveProperty("score");
    expect(before).not.toHaveProperty("designatedOn");
    const [now] = centersOn([one], "2021-01-01");
    expect(now).toMatchObject({
      standing: "established",
      grade: { key: "good" },
      score: "86.50",
      waivers: [],
    });
    expect(centersOn([one], "2019-12-31")).toEqual([]);
  });

  it("claims of an earlier stretch nothing that is known of the present one only", () => {
    const { spans, links, waivers, ...about } = center({
      grade: { key: "good", label: "良好" },
      score: "86.50",
      designatedOn: "2020-06-01",
      termEndsOn: "2027-01-01",
      spans: [
        { from: "2020-01-01", to: "2021-01-01", standing: "building", grade: "pass" },
        { from: "2021-01-01", standing: "established", grade: "good" },
      ],
      links: [link({ from: "2020-12-31" })],
      waivers: [
        { path: "caps/one", label: "一", reason: "理由", until: "2020-12-31" },
        { path: "caps/two", label: "二", reason: "理由" },
      ],
    });
    const on = (that: string) => centersOn([{ ...about, spans, links, waivers }], that);
    const { grade: _grade, score: _score, termEndsOn: _ends, ...known } = about;
    const { designatedOn: _designated, ...begun } = known;
    const building = { standing: "building", spans, links: [] };
    expect(on("2020-05-31")).toStrictEqual([{ ...begun, ...building, waivers }]);
    expect(on("2020-06-01")).toStrictEqual([{ ...known, ...building, waivers }]);
    expect(on("2020-12-30")).toStrictEqual([{ ...known, ...building, waivers }]);
    expect(on("2020-12-31")).toStrictEqual([{ ...known, ...building, links, waivers: waivers.slice(1) }]);
    expect(on("2021-01-01")).toStrictEqual([{ ...about, spans, links, waivers: waivers.slice(1) }]);
  });

  it("says nothing more of a center of which nothing more is known", () => {
    const one = center({ spans: [{ from: "2020-01-01", standing: "established" }] });
    expect(centersOn([one], "2022-01-01")).toStrictEqual([one]);
  });

  it("keeps an ended center as ended", () => {
    const [one] = centersOn([center({ spans: [{ from: "2020-01-01", standing: "revoked" }] })], "2022-01-01");
    expect(one).toMatchObject({ standing: "revoked" });
    expect(one !== undefined && stillStands(one)).toBe(false);
    const ended = STANDINGS.filter((standing) => !stillStands({ standing }));
    expect(ended).toEqual(["declined", "revoked", "exited"]);
  });

  it("property: on every day of every life, the standing is that of the last stretch begun and not over", () => {
    assert(
      property(array(lives, { maxLength: 8 }), days, (centers, on) => {
        const seen = new Map(centersOn(centers, on).map((one) => [one.center, one]));
        for (const life of centers) {
          const begun = life.spans.filter(({ from }) => from <= on).at(-1);
          const current = begun?.to !== undefined && begun.to <= on ? undefined : begun;
          expect(seen.get(life.center)?.standing).toBe(current?.standing);
          const links = life.links.filter(({ from, to }) => !(on < from) && !(to !== undefined && to <= on));
          expect(seen.get(life.center)?.links).toEqual(current && links);
        }
      }),
    );
  });

  it("property: the network of a day, asked again for that day, is the same", () => {
    assert(
      property(array(lives, { maxLength: 8 }), days, (centers, on) => {
        const once = centersOn(centers, on);
        expect(centersOn(once, on)).toEqual(once);
      }),
    );
  });
});
