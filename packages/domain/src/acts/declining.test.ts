import type { Procedure } from "@yichuang/policy";
import { describe, expect, it } from "vitest";
import { emptyInstitution } from "../history/begin.ts";
import { at, LEADER } from "../testing/life.ts";
import { begin, checked } from "../testing/odd-steps.ts";
import { declineCase } from "./declining.ts";
import type { StageScene } from "./scene.ts";

const DAY = "2026-04-08";
const life = begin();
const CASE = checked(life);
const SCENE = life.stageScene(LEADER, at(DAY), { case: CASE, stage: "decide" });
const kinds = (scene: StageScene) => declineCase(scene, "declined").map(({ kind }) => kind);

describe("a declined case", () => {
  it("ends, and with it the standing of the center that applied", () => {
    const root = { kind: "center", id: SCENE.root.id };
    expect(declineCase(SCENE, "declined")).toEqual([
      {
        root,
        kind: "standing-changed",
        onDay: DAY,
        body: {
          case: CASE,
          from: "applying",
          to: "declined",
          on: DAY,
          cause: "procedures/entry/stages/decide",
        },
        consulted: [],
      },
      { root, kind: "closed", onDay: DAY, body: { case: CASE, why: "declined" }, consulted: [] },
    ]);
  });
  it("leaves the standing of a center that asked for something else", () => {
    const procedure: Procedure = { ...SCENE.procedure, purpose: "change" };
    expect(kinds({ ...SCENE, procedure })).toEqual(["closed"]);
  });
  it("has no standing to end where there is none", () => {
    const { standing: _none, ...center } = life.centerOf(CASE);
    expect(kinds({ ...SCENE, root: center })).toEqual(["closed"]);
    expect(kinds({ ...SCENE, root: emptyInstitution("i", center.host) })).toEqual(["closed"]);
  });
});
