import type { Policy } from "@yichuang/policy";
import { describe, expect, test } from "vitest";
import { obligationsOf } from "../obligations/obligations-of.ts";
import { at, HOSPITAL, LEADER, MANAGER, newLife, OFFICER, RIVAL_MANAGER } from "./life.ts";
import { networkPolicy } from "./network-policy.ts";
import { designate } from "./steps.ts";

const because = ["s1"];
const said = (key: string) => ({ key, label: { zh: key, en: key }, because });
const RIVAL = { name: "乙医院", uscc: "12500102450000002A" };
const OWN = { name: "甲医院", uscc: "125001024500000017" };

/** The pack of one district, whose centers are regrouped at any time; nobody leads for more than two terms. */
function policy(terms = 2): Policy {
  const read = networkPolicy();
  const office = (key: string, of: "director" | "lead-host") => ({
    ...said(key),
    force: "in-principle" as const,
    waiver: { by: { role: "authority" as const } },
    office: of,
    term: { n: 5, unit: "year" as const },
    terms,
  });
  const form = {
    ...said("regroup-decision"),
    sections: [
      {
        ...said("result"),
        fields: [
          { ...said("lead"), kind: "institution", required: true, fact: "center.host" },
          { ...said("director"), kind: "person", required: true, fact: "center.director" },
        ],
      },
    ],
  } as const;
  const regrouping = {
    ...said("regrouping"),
    for: ["stic"],
    purpose: "regrouping",
    over: "center",
    starts: { by: { role: "authority" }, when: { kind: "anytime" }, every: "request" },
    stages: [{ ...said("select"), does: "decide", by: { role: "authority" }, form: "regroup-decision" }],
  } as const;
  return {
    ...read,
    types: read.types.map((type) =>
      type.key === "stic"
        ? { ...type, offices: [office("head", "director"), office("lead", "lead-host")] }
        : type,
    ),
    forms: [...read.forms, form as unknown as Policy["forms"][number]],
    procedures: [...read.procedures, regrouping as unknown as Policy["procedures"][number]],
  };
}

function begun(terms?: number) {
  const life = newLife(policy(terms));
  const [entry = ""] = designate(life, ["总中心"]);
  const center = () => life.centerOf(entry);
  const opened = (day: string) =>
    life.open(OFFICER, at(day), {
      procedure: "regrouping",
      year: Number(day.slice(0, 4)),
      center: center().id,
    });
  const selecting = (id: string, result?: { lead: object; director: object }) =>
    ({
      kind: "decide",
      case: id,
      stage: "select",
      outcome: "approve",
      opinion: "同意",
      ...(result === undefined ? {} : { answers: { result } }),
    }) as const;
  return { life, center, opened, selecting };
}

describe("a regrouping", () => {
  test("cannot be decided without saying who leads", () => {
    const { life, opened, selecting } = begun();
    expect(life.blocked(LEADER, at("2023-03-01"), selecting(opened("2023-03-01")))).toContain(
      "field-missing",
    );
  });

  test("gives the lead to another institution, which acts as the host from then on", () => {
    const { life, center, opened, selecting } = begun();
    const { id } = center();
    const day = "2023-03-01";
    life.must(LEADER, at(day), selecting(opened(day), { lead: RIVAL, director: { name: "新主任" } }));
    expect(center()).toMatchObject({
      host: { party: HOSPITAL },
      values: { "center.director": { name: "新主任" } },
    });
    expect(center().links).toMatchObject([{ role: "lead", name: "乙医院", host: { party: 12 }, from: day }]);
    expect(center().offices.map(({ office, holder }) => [office, holder])).toEqual(
      expect.arrayContaining([
        ["lead-host", "甲医院"],
        ["lead-host", "乙医院"],
        ["director", "新主任"],
      ]),
    );
    const report = life.policy.procedures.find(({ purpose }) => purpose === "report")?.key ?? "";
    const opening = { kind: "open-case", procedure: report, year: 2023, center: id } as const;
    expect(life.blocked(MANAGER, at("2023-12-20"), opening)).toContain("not-your-case");
    life.must(RIVAL_MANAGER, at("2023-12-20"), opening);
    const owed = obligationsOf(life.ledger().policies, center()).filter(({ act }) => act === "submit");
    expect(owed.at(-1)).toMatchObject({ to_space: 12 });
  });

  test("that chooses the same ones again begins another term, and not a third", () => {
    const { life, center, opened, selecting } = begun();
    const director = center().values["center.director"] as { name: string };
    const again = (day: string, waive = false) => {
      const id = opened(day);
      if (waive)
        for (const key of ["head", "lead"])
          life.must(LEADER, at(day), {
            kind: "waive",
            case: id,
            path: `types/stic/offices/${key}`,
            reason: "无合适人选",
          });
      return life.asks(LEADER, at(day), selecting(id, { lead: OWN, director }));
    };
    expect(again("2027-11-01").kind).toBe("decided");
    expect(center().offices.filter(({ office }) => office === "director")).toHaveLength(2);
    expect(again("2032-11-01")).toMatchObject({
      kind: "refused",
      violations: [
        { code: "terms-used-up", params: { holder: director.name, most: "2", waivableBy: "authority" } },
        { code: "terms-used-up", params: { holder: "甲医院" } },
      ],
    });
    expect(again("2032-11-02", true).kind).toBe("decided");
  });

  test("leaves what an officer changes in the network to count for the office too", () => {
    const { life, center } = begun();
    const party = { role: "lead", space: 12 } as const;
    const joins = { kind: "link", center: center().id, party, on: "2023-05-01", reason: "调整" } as const;
    life.must(OFFICER, at("2023-05-01"), joins);
    expect(center().offices.at(-1)).toMatchObject({
      office: "lead-host",
      holder: "乙医院",
      on: "2023-05-01",
    });
    const key = center().links[0]?.key ?? "";
    const ends = {
      kind: "unlink",
      center: center().id,
      link: key,
      on: "2023-06-01",
      reason: "恢复",
    } as const;
    life.must(OFFICER, at("2023-06-01"), ends);
    expect(center().offices.at(-1)).toMatchObject({
      office: "lead-host",
      holder: "甲医院",
      on: "2023-06-01",
    });
  });
});
