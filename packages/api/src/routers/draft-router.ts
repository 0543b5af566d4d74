// Autosave: never validated, only its shape is. A version conflict shows both texts and chooses nothing.
import { findScoreDraft, listDraftParts, saveDraft, saveScoreDraft } from "@yichuang/db";
import { Key } from "@yichuang/policy";
import { z } from "zod";
import { hatted, router, wearing } from "../trpc.ts";

const save = hatted
  .input(
    wearing({
      case: z.uuid(),
      part: Key,
      version: z.int().nonnegative(),
      answers: z.record(Key, z.json()),
      by: z.string().max(100),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    await ctx.auth.touch(ctx.sessionHash);
    const { case: id, part, version, answers, by } = input;
    const { saved } = await ctx.scope.read({ saved: saveDraft({ case: id, part, version, answers, by }) });
    if (saved !== null) return { kind: "saved" as const, version: saved.version, savedAt: saved.saved_at };
    const { parts } = await ctx.scope.read({ parts: listDraftParts(ctx.tenant, id) });
    const theirs = parts.find((one) => one.part_key === part);
    return { kind: "conflict" as const, theirs };
  });

const getScores = hatted
  .input(wearing({ case: z.uuid(), stage: Key, user: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const { draft } = await ctx.scope.read({
      draft: findScoreDraft(ctx.tenant, { id: input.case, stage: input.stage, user: input.user }),
    });
    return draft;
  });

const saveScores = hatted
  .input(wearing({ case: z.uuid(), stage: Key, version: z.int().nonnegative(), answers: z.json() }))
  .mutation(async ({ ctx, input }) => {
    await ctx.auth.touch(ctx.sessionHash);
    const { case: id, stage, version, answers } = input;
    const { saved } = await ctx.scope.read({
      saved: saveScoreDraft({ case: id, stage, version, answers: answers as object }),
    });
    return saved === null
      ? { kind: "conflict" as const }
      : { kind: "saved" as const, version: saved.version, savedAt: saved.saved_at };
  });

export const draftRouter = router({ save, getScores, saveScores });
