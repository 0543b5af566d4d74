import type { ActionBodies } from "../contract/actions.ts";
import { Exact } from "../evaluate/decimal.ts";
import type { GivenPoints } from "../indicators/score.ts";
import { scoreSheet } from "../indicators/score.ts";
import type { Unsettled } from "../indicators/scoring.ts";
import type { TreeItem } from "../indicators/tree.ts";
import { flatten } from "../indicators/tree.ts";
import { blocked } from "./act.ts";
import { checkAnswering } from "./judge.ts";
import { isPanelReview, yieldOf } from "./panel.ts";
import type { StageScene } from "./scene.ts";
import { sheetAt } from "./sheet-of-case.ts";
import { restingOn, stageAct, tell } from "./stage-act.ts";
import type { Obstacle } from "./violation.ts";
import { clausesOfNodes, labelOf, refuse, wait, waitForOpen } from "./violation.ts";

type Items = ActionBodies["score"]["items"];

/** An expert signs a score sheet: every line has its points, and every term is kept. */
export const score = stageAct({
  kind: "score",
  suits: ({ stage }) => isPanelReview(stage) && yieldOf(stage, "score") !== undefined,
  check: checkAnswering,
  perform: (at, { items, opinion }) => {
    const found = sheetAt(at);
    if (found === undefined) return blocked(refuse("nothing-to-act-on", { what: labelOf(at.stage) }));
    const lines = flatten(found.tree);
    const given = givenBy(items);
    const result = scoreSheet(at.policy, found.sheet, { tree: found.tree, given, world: found.world });
    const obstacles = [
      ...items.flatMap((item) => checkPoints(at, lines, item)),
      ...result.unscored.map((path) => unscored(at, lines, path)),
      ...result.unsettled.map((one) => unsettled(at, lines, one)),
    ];
    if (obstacles.length > 0 || result.total === undefined) return blocked(...obstacles);
    const { terms, total, bonus } = result;
    const beside = bonus === undefined || bonus === "0" ? {} : { bonus };
    const signed = { sheet: found.sheet.key, terms, total, ...beside, opinion };
    return { events: [restingOn(tell(at, "scored", signed), `sheets/${found.sheet.key}`)] };
  },
});

/** An open value of the sheet, or a fact that it needs: the score waits for what would say it. */
function unsettled(
  at: StageScene,
  lines: readonly TreeItem[],
  { item, open, awaiting }: Unsettled,
): Obstacle {
  const line = lines.find((candidate) => candidate.path === item);
  const clauses = clausesOfNodes(at.policy, line?.indicator, at.stage, at.procedure);
  if (open !== undefined) return waitForOpen(open, clauses);
  const condition = line?.label ?? { zh: item, en: item };
  const params = { condition, ...(awaiting === undefined ? {} : { awaiting }) };
  return wait("condition-pending", params, { clauses, field: item });
}

const DECIMAL = /^\d{1,6}(\.\d{1,4})?$/;

function givenBy(items: Items): GivenPoints {
  const valid = items.filter(({ points }) => points === undefined || DECIMAL.test(points));
  return Object.fromEntries(
    valid.map(({ item, points, comment, evidence }) => [
      item,
      {
        ...(points === undefined ? {} : { points }),
        ...(comment === undefined ? {} : { comment }),
        ...(evidence === undefined ? {} : { evidence }),
      },
    ]),
  );
}

/**
 * Points lie between 0 and the line's weight, which is also its maximum (policy-model 6.6). Evidence alone is given where
 * the item asks for it.
 */
function checkPoints(
  at: StageScene,
  lines: readonly TreeItem[],
  { item, points }: Items[number],
): Obstacle[] {
  const line = lines.find((candidate) => candidate.path === item);
  const clauses = clausesOfNodes(at.policy, line?.indicator, at.stage, at.procedure);
  const about = { clauses, field: item };
  if (points === undefined && line?.indicator?.evidence !== undefined) return [];
  if (line === undefined || !line.scored || points === undefined) {
    return [
      refuse(
        "field-invalid",
        { field: line?.label ?? { zh: item, en: item }, fault: "unknown-field" },
        about,
      ),
    ];
  }
  const most = line.weight;
  const fits = DECIMAL.test(points) && (most === undefined || new Exact(points).lte(most));
  return fits ? [] : [refuse("field-invalid", { field: line.label, fault: "number" }, about)];
}

function unscored(at: StageScene, lines: readonly TreeItem[], path: string): Obstacle {
  const field = lines.find((line) => line.path === path)?.label ?? { zh: path, en: path };
  return refuse("field-missing", { section: labelOf(at.stage), field }, { field: path });
}
