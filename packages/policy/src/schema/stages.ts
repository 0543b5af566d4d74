import { z } from "zod";
import { Actor } from "./actor.ts";
import { head, type Head } from "./head.ts";
import { Condition, Duration, Moment, value, Window, type Value } from "./sorts.ts";
import { Standing } from "./states.ts";
import { Decimal, Key } from "./text.ts";
import { Yield } from "./yields.ts";

/** What all stages have. Order is `after`; windows may overlap. */
export interface StageHead extends Head {
  by: Actor;
  after?: Key[];
  when?: Condition;
  window?: Value<Window>;
  late?: Value<"refused" | "accepted">;
  requires?: Key[];
  form?: Key;
  yields?: Yield[];
  gives?: Standing;
}
export interface SubmitStage extends StageHead {
  does: "submit";
  signs?: Actor[];
  medium?: "online" | "paper";
}
export interface RecommendStage extends StageHead {
  does: "recommend";
}
export interface CheckStage extends StageHead {
  does: "check";
}
/** `signed`: each sheet is signed by its expert; `opinion`: a written opinion is required. */
export interface Panel {
  size?: Value<Decimal>;
  signed?: boolean;
  opinion?: boolean;
}
export interface ReviewStage extends StageHead {
  does: "review";
  mode?: ("paper" | "panel" | "defence" | "site" | "data")[];
  panel?: Panel;
}
export interface MeetStage extends StageHead {
  does: "meet";
}
export interface ConsentStage extends StageHead {
  does: "consent";
}
export interface DecideStage extends StageHead {
  does: "decide";
}
export interface PublicizeStage extends StageHead {
  does: "publicize";
  lasts: Value<Duration>;
  objections?: { by: Actor[]; named: boolean };
}
export interface IssueStage extends StageHead {
  does: "issue";
  document: "list" | "letter" | "contract" | "plaque" | "certificate" | "call";
}
export interface FileStage extends StageHead {
  does: "file";
  to: Actor[];
}
/** A stage that only lasts: for a length of time, or until a moment that is the same for all. Exactly one is given. */
export interface RunStage extends StageHead {
  does: "run";
  lasts?: Value<Duration>;
  until?: Value<Moment>;
  from?: Value<Moment>;
}
export type Stage =
  | SubmitStage
  | RecommendStage
  | CheckStage
  | ReviewStage
  | MeetStage
  | ConsentStage
  | DecideStage
  | PublicizeStage
  | IssueStage
  | FileStage
  | RunStage;

const stageHead = {
  ...head,
  by: Actor,
  after: z.array(Key).exactOptional(),
  when: Condition.exactOptional(),
  window: value(Window).exactOptional(),
  late: value(z.enum(["refused", "accepted"])).exactOptional(),
  requires: z.array(Key).exactOptional(),
  form: Key.exactOptional(),
  yields: z.array(Yield).exactOptional(),
  gives: Standing.exactOptional(),
};
const Panel: z.ZodType<Panel> = z.strictObject({
  size: value(Decimal).exactOptional(),
  signed: z.boolean().exactOptional(),
  opinion: z.boolean().exactOptional(),
});
export const Stage: z.ZodType<Stage> = z.discriminatedUnion("does", [
  z.strictObject({
    ...stageHead,
    does: z.literal("submit"),
    signs: z.array(Actor).exactOptional(),
    medium: z.enum(["online", "paper"]).exactOptional(),
  }),
  z.strictObject({ ...stageHead, does: z.literal("recommend") }),
  z.strictObject({ ...stageHead, does: z.literal("check") }),
  z.strictObject({
    ...stageHead,
    does: z.literal("review"),
    mode: z.array(z.enum(["paper", "panel", "defence", "site", "data"])).exactOptional(),
    panel: Panel.exactOptional(),
  }),
  z.strictObject({ ...stageHead, does: z.literal("meet") }),
  z.strictObject({ ...stageHead, does: z.literal("consent") }),
  z.strictObject({ ...stageHead, does: z.literal("decide") }),
  z.strictObject({
    ...stageHead,
    does: z.literal("publicize"),
    lasts: value(Duration),
    objections: z.strictObject({ by: z.array(Actor), named: z.boolean() }).exactOptional(),
  }),
  z.strictObject({
    ...stageHead,
    does: z.literal("issue"),
    document: z.enum(["list", "letter", "contract", "plaque", "certificate", "call"]),
  }),
  z.strictObject({ ...stageHead, does: z.literal("file"), to: z.array(Actor).min(1) }),
  z.strictObject({
    ...stageHead,
    does: z.literal("run"),
    lasts: value(Duration).exactOptional(),
    until: value(Moment).exactOptional(),
    from: value(Moment).exactOptional(),
  }),
]);
