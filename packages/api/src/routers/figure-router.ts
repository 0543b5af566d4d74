// How duties, targets and figures stand: of a whole tenant for its authority, of its own for an institution.
import { type Entered, listInstitutions, loadStatement } from "@yichuang/db";
import { abilitiesFor, type Board, boardOf, dayOf, type FactRecord, readBoard } from "@yichuang/domain";
import { z } from "zod";
import { institutionsOf } from "../acts/registered.ts";
import { setStage } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { readsAsAuthority } from "../views/case-view.ts";
import { viewAbility } from "../views/verdict-view.ts";

/** How many of the counted records are listed by name. */
const MOST_SHOWN = 200;

const text = (value: FactRecord[string]): string | undefined =>
  value === undefined || Array.isArray(value) ? undefined : String(value);

/** What a record says of itself on a list, and nothing personal: its name, its unit, its day, its amount. */
function shown(records: readonly FactRecord[]) {
  return {
    counted: records.length,
    records: records.slice(0, MOST_SHOWN).map((record) => ({
      // a center that no tenant keeps has no page here
      root: record["external"] === true ? undefined : text(record["root"]),
      name: text(record["name"]) ?? text(record["person"]) ?? "",
      unit: text(record["unit"]),
      on: text(record["on"]),
      amount: text(record["amount"]),
    })),
  };
}

function boardView(board: Board, year: number, ofAll: boolean) {
  const { targets, figures } = readBoard(board, year);
  const own = ({ id }: { id?: string }): boolean => ofAll || id !== undefined;
  return {
    targets: targets
      .map((target) => ({
        ...target,
        readings: target.readings
          .filter(({ bearer }) => own(bearer))
          .map(({ lines, ...reading }) => ({
            ...reading,
            lines: lines.map(({ records, ...line }) => ({ ...line, ...shown(records) })),
          })),
      }))
      .filter(({ readings }) => ofAll || readings.length > 0),
    figures: figures
      .map((figure) => ({
        ...figure,
        readings: figure.readings
          .filter(own)
          .map(({ records, ...reading }) => ({ ...reading, ...shown(records) })),
      }))
      .filter(({ readings }) => ofAll || readings.length > 0),
  };
}

const mayRead = (who: Entered): boolean =>
  readsAsAuthority(who) || ["institution-manager", "contact", "center-director"].includes(who.role);

/** The board of a year. An institution sees what it and its centers bear, and nothing of the others. */
const board = hatted
  .input(wearing({ year: z.int().min(2000).max(2100).optional() }))
  .query(async ({ ctx, input }) => {
    const { who, loaded, registry } = await ctx.scope.read({
      loaded: loadStatement({ board: true }),
      registry: listInstitutions(ctx.tenant),
    });
    if (!mayRead(who)) throw notFound();
    const ofAll = readsAsAuthority(who);
    const stage = await setStage(ctx.scope, who, loaded);
    const asked = ofAll ? registry : registry.filter(({ party_id: party }) => party === who.party);
    const whole = boardOf(stage.policies, stage.facts, {
      env: stage.env,
      institutions: institutionsOf(loaded.roots, asked),
    });
    const today = dayOf(who.now);
    const year = input.year ?? Number(today.slice(0, 4));
    const abilities = abilitiesFor(stage.policies, stage.facts, {
      env: stage.env,
      place: { kind: "tenant" },
    });
    return {
      year,
      today,
      ofAll,
      abilities: abilities.filter(({ act }) => act === "judge-duty").map(viewAbility),
      ...boardView(whole, year, ofAll),
    };
  });

export const figureRouter = router({ board });
