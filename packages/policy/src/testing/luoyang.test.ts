import { describe, expect, test } from "vitest";
import { getProcedure, getStage } from "../read/nodes.ts";
import { openValues } from "../read/open-values.ts";
import { packNamed } from "./packs.ts";

describe("Luoyang's pack equals its document", () => {
  const policy = packNamed("luoyang");
  const numberOf = (key: string): unknown => {
    const must = policy.duties.find((duty) => duty.key === key)?.must;
    return must?.kind === "compare" ? must.than : undefined;
  };

  test("seven kinds of designation, the provincial one recognised elsewhere", () => {
    const kinds = policy.types.filter(({ subject }) => subject === "center");
    expect(kinds).toHaveLength(7);
    expect(kinds.filter(({ rules }) => rules === "external").map(({ key }) => key)).toEqual([
      "provincial-discipline",
    ]);
  });
  test("targets of about 5, 15, 15, 35, 65 and 65, the last the sum of 15 and 50", () => {
    const keys = ["t-hospitals", "t-centers", "t-provincial", "t-disciplines", "t-seedlings", "t-platforms"];
    expect(keys.map(numberOf)).toEqual([5, 15, 15, 35, 65, 65]);
    expect(policy.duties.find(({ key }) => key === "t-platforms")?.parts).toEqual(["t-labs", "t-institutes"]);
    expect(["t-labs", "t-institutes"].map(numberOf)).toEqual([15, 50]);
    expect(policy.duties.filter(({ key }) => key.startsWith("t-")).map(({ force }) => force)).not.toContain(
      undefined,
    );
  });
  test("direct naming has no review and establishes at once; a hospital may also begin under construction", () => {
    for (const key of ["center-direct", "lab-direct"]) {
      const { stages } = getProcedure(policy, key);
      expect(stages.map(({ does }) => does)).not.toContain("review");
      expect(getStage(getProcedure(policy, key), "name").gives).toBe("established");
    }
    const hospital = getProcedure(policy, "hospital-entry");
    expect(getStage(hospital, "name").gives).toBe("established");
    expect(getStage(hospital, "name-building").gives).toBe("building");
  });
  test("every entry ends in a contract and in one period for all", () => {
    const entries = policy.procedures.filter(({ purpose }) => purpose === "entry");
    expect(entries).toHaveLength(6);
    for (const entry of entries) {
      expect(getStage(entry, "contract")).toMatchObject({ does: "issue", document: "contract" });
      expect(getStage(entry, "run")).toMatchObject({ does: "run", until: "2025-12-31" });
    }
  });
  test("every kind that is run here has yearly reports, a mid-term check, an acceptance and an exit", () => {
    const own = policy.types.filter(({ rules }) => rules === "own").map(({ key }) => key);
    for (const key of ["yearly", "mid-term", "final", "exit"]) {
      expect(getProcedure(policy, key).for.toSorted()).toEqual(own.toSorted());
    }
  });
  test("laboratories are recommended to two authorities", () => {
    const up = policy.promotions.filter(({ from }) => from.includes("lab"));
    expect(new Set(up.map(({ to }) => to.authority?.zh)).size).toBe(2);
  });
  test("amounts, review panels and times of rounds stay open", () => {
    const paths = openValues(policy).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith("funding/subsidy/amount"))).toHaveLength(7);
    expect(paths.filter((path) => path.endsWith("/apply/window"))).toHaveLength(4);
    expect(paths.filter((path) => path.endsWith("/panel/size"))).toHaveLength(6);
    expect(paths).toContain("procedures/mid-term/starts/when");
  });
});
