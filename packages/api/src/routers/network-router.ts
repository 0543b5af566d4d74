// Before an application begins: whom it may name, under which name it would stand, and whether there is a seat for it.
import { listToName, loadStatement } from "@yichuang/db";
import { emptyInstitution, foresee } from "@yichuang/domain";
import { Key } from "@yichuang/policy";
import { z } from "zod";
import { setStage } from "../acts/stage-set.ts";
import { notFound } from "../app-error.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { viewVerdict, viewViolation } from "../views/verdict-view.ts";

const toName = hatted.input(wearing({ types: z.array(Key).max(50) })).query(async ({ ctx, input }) => {
  const { who, named } = await ctx.scope.read({ named: listToName(input.types) });
  if (who.role === "expert") throw notFound();
  return named;
});

const opening = hatted
  .input(
    wearing({
      procedure: Key,
      type: Key,
      year: z.int().min(2000).max(2200),
      party: z.int(),
      parent: z.uuid().optional(),
      channel: z.int().optional(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { party, parent, channel, procedure, type, year } = input;
    const { who, loaded } = await ctx.scope.read({
      loaded: loadStatement({
        party,
        parents: parent === undefined ? [] : [parent],
        spaces: channel === undefined ? [] : [channel],
      }),
    });
    if (who.role === "expert" || loaded.institution === null || loaded.host === null) throw notFound();
    const stage = await setStage(ctx.scope, who, loaded);
    const institution = stage.facts.institution ?? emptyInstitution(loaded.institution.id, loaded.host);
    const action = {
      kind: "open-case" as const,
      procedure,
      type,
      year,
      institution: institution.id,
      ...(parent === undefined ? {} : { parent }),
      ...(channel === undefined ? {} : { channel }),
    };
    const facts = { ...stage.facts, institution };
    const { verdict, name, told } = foresee(stage.policies, facts, { action, env: stage.env });
    return {
      verdict: viewVerdict(verdict),
      told: told.map(viewViolation),
      ...(name === undefined ? {} : { name }),
    };
  });

export const networkRouter = router({ toName, opening });
