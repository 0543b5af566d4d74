import { wordFor } from "../read/words.ts";
import type { Procedure } from "../schema/procedures.ts";
import type { Stage } from "../schema/stages.ts";
import { sayYield } from "../wording/say-results.ts";
import { sayCondition, sayDuration, sayMoment, sayValue, sayWindow } from "../wording/say-sorts.ts";
import { labelOf, nameIn, sayActor, templatesOf, type Speaker } from "../wording/speaker.ts";
import { indent, pair, sourceOf } from "./lines.ts";

/** A procedure with its stages, each with who does what and when. */
export function explainProcedure(speaker: Speaker, procedure: Procedure): string[] {
  const { starts } = procedure;
  const who = starts.who === undefined ? "" : `；${sayCondition(speaker, starts.who)}`;
  const cycle = starts.cycle === undefined ? "" : `（${sayDuration(speaker, starts.cycle)}）`;
  const often = `${templatesOf(speaker).every[starts.every]}${cycle}`;
  const opened = `${sayActor(speaker, starts.by)}，${sayWindow(speaker, starts.when)}，${often}${who}`;
  return [
    `${labelOf(speaker, procedure)}${sourceOf(speaker, procedure.because)}`,
    ...indent([
      pair(
        speaker,
        "starts",
        speaker.lang === "zh"
          ? opened
          : opened
              .replaceAll(/[，；]/g, ", ")
              .replaceAll("（", " (")
              .replaceAll("）", ")"),
      ),
    ]),
    ...procedure.stages.flatMap((stage, index) =>
      indent(explainStage(speaker, { procedure, stage, number: index + 1 })),
    ),
  ];
}

interface StageOf {
  procedure: Procedure;
  stage: Stage;
  number: number;
}

function explainStage(speaker: Speaker, { procedure, stage, number }: StageOf): string[] {
  const { policy } = speaker;
  const { list, lateness } = templatesOf(speaker);
  const named = (keys: readonly string[], nodes: Parameters<typeof nameIn>[1]): string =>
    list(keys.map((key) => nameIn(speaker, nodes, key)));
  const isPreference = (key: string): boolean =>
    policy.conditions.find((condition) => condition.key === key)?.force === "preference";
  const must = (stage.requires ?? []).filter((key) => !isPreference(key));
  const prefers = (stage.requires ?? []).filter(isPreference);
  const head = `${number}. ${labelOf(speaker, stage)}${sourceOf(speaker, stage.because)}`;
  const by = `${sayActor(speaker, stage.by)} · ${templatesOf(speaker).does[stage.does]}`;
  const parts = [
    ...(stage.when === undefined ? [] : [pair(speaker, "onlyIf", sayCondition(speaker, stage.when))]),
    ...(stage.after === undefined ? [] : [pair(speaker, "after", named(stage.after, procedure.stages))]),
    ...(stage.window === undefined ? [] : [pair(speaker, "window", sayWindow(speaker, stage.window))]),
    ...(stage.late === undefined
      ? []
      : [
          pair(
            speaker,
            "late",
            sayValue(speaker, stage.late, (late) => lateness[late]),
          ),
        ]),
    ...(must.length === 0 ? [] : [pair(speaker, "requires", named(must, policy.conditions))]),
    ...(prefers.length === 0 ? [] : [pair(speaker, "prefers", named(prefers, policy.conditions))]),
    ...(stage.form === undefined ? [] : [pair(speaker, "form", nameIn(speaker, policy.forms, stage.form))]),
    ...own(speaker, stage),
    ...(stage.yields ?? []).map((one) => pair(speaker, "yields", sayYield(speaker, one))),
    ...(stage.gives === undefined
      ? []
      : [pair(speaker, "gives", wordFor(policy, `standing.${stage.gives}`)[speaker.lang])]),
  ];
  return [`${head}  ${by}`, ...indent(parts)];
}

function own(speaker: Speaker, stage: Stage): string[] {
  if (stage.does === "submit" && stage.signs !== undefined) {
    return [pair(speaker, "signs", stage.signs.map((actor) => sayActor(speaker, actor)).join(" → "))];
  }
  if (stage.does === "review" && stage.panel?.size !== undefined) {
    return [pair(speaker, "panel", sayValue(speaker, stage.panel.size, String))];
  }
  if (stage.does === "issue")
    return [pair(speaker, "document", templatesOf(speaker).documents[stage.document])];
  if (stage.does === "file") {
    const to = stage.to.map((actor) => sayActor(speaker, actor));
    return [pair(speaker, "filedTo", templatesOf(speaker).list(to))];
  }
  if (stage.does === "publicize") {
    const by = (stage.objections?.by ?? []).map((actor) => sayActor(speaker, actor));
    return [
      pair(speaker, "lasts", sayDuration(speaker, stage.lasts)),
      ...(by.length === 0 ? [] : [pair(speaker, "objections", templatesOf(speaker).list(by))]),
    ];
  }
  if (stage.does !== "run") return [];
  const { lasts, until, from } = stage;
  return [
    ...(lasts === undefined ? [] : [pair(speaker, "lasts", sayDuration(speaker, lasts))]),
    ...(until === undefined ? [] : [pair(speaker, "until", sayMoment(speaker, until))]),
    ...(from === undefined ? [] : [pair(speaker, "from", sayMoment(speaker, from))]),
  ];
}
