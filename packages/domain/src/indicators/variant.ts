// A sheet as it is for one field or type: its variants are small overlays over the sheet (policy-model 6.6).
import { applyChanges, type Change, Json, Sheet, type SheetVariant } from "@yichuang/policy";
import { evaluateCondition } from "../evaluate/condition.ts";
import { known, type Resolved } from "../evaluate/resolved.ts";
import { causeOf } from "../evaluate/value.ts";
import type { World } from "../evaluate/world.ts";

/** A sheet with the variants that hold, and a world that knows where their open values stand in the policy. */
export interface VariedSheet {
  sheet: Sheet;
  world: World;
}

/** All variants whose condition holds, one after the other; not known while one of them is not decided. */
export function variedSheet(sheet: Sheet, world: World): Resolved<VariedSheet> {
  const applied: SheetVariant[] = [];
  for (const variant of sheet.variants ?? []) {
    const path = `sheets/${sheet.key}/variants/${variant.key}/when`;
    const ruling = evaluateCondition(variant.when, world, path);
    if (ruling.truth === "true") applied.push(variant);
    if (ruling.truth !== "unknown") continue;
    const { open, missing } = causeOf(ruling);
    return open === undefined ? { kind: "missing", ref: missing ?? path } : { kind: "open", open };
  }
  if (applied.length === 0) return known({ sheet, world });
  return known({ sheet: withChanges(sheet, applied), world: settledIn(sheet, applied, world) });
}

const made = new WeakMap<Sheet, Map<string, Sheet>>();

function withChanges(sheet: Sheet, applied: readonly SheetVariant[]): Sheet {
  const variants = made.get(sheet) ?? new Map<string, Sheet>();
  made.set(sheet, variants);
  const name = applied.map((variant) => variant.key).join(" ");
  const before = variants.get(name);
  if (before !== undefined) return before;
  const changes = applied.flatMap((variant) => variant.changes);
  // lint has applied every variant before the policy was published
  const varied = Sheet.parse(applyChanges(Json.parse(sheet), changes));
  variants.set(name, varied);
  return varied;
}

/** An open value that a change brought in is settled where it stands: in the change. */
function settledIn(sheet: Sheet, applied: readonly SheetVariant[], world: World): World {
  const moved = applied.flatMap((variant) =>
    variant.changes.flatMap((change) => placesOf(sheet, variant, change)),
  );
  return {
    ...world,
    settlement: (path) => {
      const place = moved.findLast(({ at }) => path === at || path.startsWith(`${at}/`));
      return world.settlement(place === undefined ? path : `${place.from}${path.slice(place.at.length)}`);
    },
  };
}

function placesOf(sheet: Sheet, variant: SheetVariant, change: Change): { at: string; from: string }[] {
  const from = `sheets/${sheet.key}/variants/${variant.key}/changes/${change.key}`;
  const at = `sheets/${sheet.key}/${change.at}`;
  if ("set" in change) return [{ at, from: `${from}/set` }];
  if (!("add" in change) || typeof change.add !== "object" || change.add === null) return [];
  const key: unknown = Reflect.get(change.add, "key");
  return typeof key === "string" ? [{ at: `${at}/${key}`, from: `${from}/add` }] : [];
}
