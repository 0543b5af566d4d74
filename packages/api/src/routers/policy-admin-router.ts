// Policies as versioned documents: handed in, compared, rehearsed, published, retired; and the calls of their years.
import {
  adoptCall,
  askPublication,
  findPolicy,
  findPolicyVersion,
  hashPolicy,
  listPolicyVersions,
  publishPolicy,
  retirePolicy,
  savePolicyVersion,
  type Scope,
  uuidv7,
} from "@yichuang/db";
import { type AdminAct, adminAbilities, dayOf, type VersionState } from "@yichuang/domain";
import {
  applyOverlay,
  CalendarDate,
  canonicalize,
  explainDifferences,
  parseOverlayText,
  type Policy,
  type PolicyProblem,
} from "@yichuang/policy";
import { z } from "zod";
import { administer, type AdminResult, asAdministrator, mayAdminister } from "../administer.ts";
import { notFound } from "../app-error.ts";
import { examinePolicy, findUnstorable } from "../examine-policy.ts";
import { getPolicy } from "../policies.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { viewVerdict } from "../views/verdict-view.ts";

const Of = z.int().positive();
// longer texts are named as a problem, like everything else that is wrong with a document
const DocumentText = z.string();
const ofVersion = { of: Of, id: z.uuid() };

type WithProblems = AdminResult | { kind: "problems"; problems: PolicyProblem[] };

/** What is wrong with a text, and what it leaves open: nothing is stored. */
const validate = hatted.input(wearing({ text: DocumentText })).mutation(async ({ ctx, input }) => {
  await ctx.scope.read({});
  const { policy: _policy, ...found } = examinePolicy(input.text);
  return found;
});

/** Keeps a text as a draft of the tenant; refused with the list of problems where something must be mended. */
const importDraft = hatted
  .input(wearing({ of: Of, text: DocumentText }))
  .mutation(async ({ ctx, input }): Promise<WithProblems & { id?: string }> => {
    const { refused } = await mayAdminister(ctx.scope, "import-policy");
    if (refused !== undefined) return refused;
    const { policy, pin, fit, problems } = examinePolicy(input.text);
    if (policy === undefined || pin === undefined || !fit) return { kind: "problems", problems };
    const id = uuidv7();
    const draft = { tenant: input.of, id, ...pin, title: policy.title.zh, body: policy };
    return { ...(await administer(ctx.scope, savePolicyVersion(draft))), id };
  });

/** The tenant's versions, what holds from when, and the calls; each version with what may be done to it. */
const versions = hatted.input(wearing({ of: Of })).query(async ({ ctx, input }) => {
  const { who, shelf } = await asAdministrator(() => ctx.scope.read({ shelf: listPolicyVersions(input.of) }));
  const today = dayOf(who.now);
  return {
    ...shelf,
    versions: shelf.versions.map((version) => {
      const adoption = shelf.adoptions.find(({ doc_hash }) => doc_hash === version.doc_hash);
      const over = adoption?.in_force_to !== null && adoption?.in_force_to !== undefined;
      const superseded = version.state === "published" && over && (adoption.in_force_to ?? "") < today;
      const state = {
        state: version.state,
        askedBy: version.asked_by,
        inForce: version.state === "published" && !superseded,
      };
      return {
        ...version,
        shown: superseded ? ("superseded" as const) : version.state,
        abilities: adminAbilities(who, state).map(({ act, verdict }) => ({
          act,
          verdict: viewVerdict(verdict),
        })),
      };
    }),
  };
});

async function versionOf(scope: Scope, of: number, id: string) {
  const { who, found, shelf } = await asAdministrator(() =>
    scope.read({ found: findPolicyVersion(of, id), shelf: listPolicyVersions(of) }),
  );
  if (found === null) throw notFound();
  return { who, found, shelf };
}

/** One version with its problems, and in words what it changes against the version that holds today. */
const version = hatted.input(wearing(ofVersion)).query(async ({ ctx, input }) => {
  const { who, found, shelf } = await versionOf(ctx.scope, input.of, input.id);
  const { body, ...row } = found;
  const today = dayOf(who.now);
  const inForce = shelf.adoptions.filter(({ in_force_from }) => in_force_from <= today).at(-1);
  const now: Policy | undefined =
    inForce === undefined ? undefined : await getPolicy(ctx.scope, inForce.doc_hash);
  const { problems } = examinePolicy(canonicalize(body));
  return {
    ...row,
    policy: body,
    problems,
    differences: now === undefined ? null : explainDifferences(now, body),
  };
});

/** The document as a file: the canonical form, byte for byte what its hash was taken of. */
const exportFile = hatted.input(wearing(ofVersion)).query(async ({ ctx, input }) => {
  const { found } = await versionOf(ctx.scope, input.of, input.id);
  return {
    name: `${found.policy_key}-v${found.version_no}.json`,
    hash: found.doc_hash,
    text: canonicalize(found.body),
  };
});

const stateOf = async (scope: Scope, of: number, id: string): Promise<VersionState> => {
  const { who, found, shelf } = await versionOf(scope, of, id);
  const adoption = shelf.adoptions.find(({ doc_hash }) => doc_hash === found.doc_hash);
  const to = adoption?.in_force_to ?? null;
  const inForce = found.state === "published" && (to === null || to >= dayOf(who.now));
  return { state: found.state, askedBy: found.asked_by, inForce };
};

async function mayChange(scope: Scope, act: AdminAct, at: { of: number; id: string }) {
  const general = await mayAdminister(scope, act);
  if (general.refused !== undefined) return general.refused;
  return (await mayAdminister(scope, act, await stateOf(scope, at.of, at.id))).refused;
}

const ask = hatted.input(wearing({ ...ofVersion, from: CalendarDate })).mutation(async ({ ctx, input }) => {
  const { of: tenant, id, from } = input;
  const refused = await mayChange(ctx.scope, "ask-publication", input);
  return refused ?? administer(ctx.scope, askPublication({ tenant, id, from }));
});

/** A tenant's leader confirms the day that was asked for; the platform says the day itself. */
const publish = hatted
  .input(wearing({ ...ofVersion, from: CalendarDate.exactOptional() }))
  .mutation(async ({ ctx, input }) => {
    const { of: tenant, id, from } = input;
    const refused = await mayChange(ctx.scope, "publish-policy", input);
    return (
      refused ?? administer(ctx.scope, publishPolicy({ tenant, id, ...(from === undefined ? {} : { from }) }))
    );
  });

const retire = hatted.input(wearing(ofVersion)).mutation(async ({ ctx, input }) => {
  const refused = await mayChange(ctx.scope, "retire-policy", input);
  return refused ?? administer(ctx.scope, retirePolicy({ tenant: input.of, id: input.id }));
});

/** Adopts a call for its year: the document that holds under it is made once, and cases of the year pin it. */
const adoptCallForYear = hatted
  .input(wearing({ of: Of, text: DocumentText }))
  .mutation(async ({ ctx, input }): Promise<WithProblems> => {
    const { refused } = await mayAdminister(ctx.scope, "adopt-call");
    if (refused !== undefined) return refused;
    const overlay = parseOverlayText(input.text);
    if (Array.isArray(overlay)) return { kind: "problems", problems: overlay };
    const unstorable = findUnstorable(overlay);
    if (unstorable !== undefined || overlay.kind !== "call" || overlay.year === undefined)
      return { kind: "problems", problems: [unstorable ?? NO_CALL] };
    const { shelf } = await asAdministrator(() => ctx.scope.read({ shelf: listPolicyVersions(input.of) }));
    const adoption = shelf.adoptions.find(
      ({ policy_key, version_no }) => policy_key === overlay.on.policy && version_no === overlay.on.version,
    );
    if (adoption === undefined) return { kind: "problems", problems: [NOT_ADOPTED] };
    const { base } = await ctx.scope.read({ base: findPolicy(adoption.doc_hash) });
    if (base === null) throw notFound();
    const applied = applyOverlay(base, overlay);
    if (applied.kind === "refused") return { kind: "problems", problems: applied.problems };
    return administer(
      ctx.scope,
      adoptCall({
        tenant: input.of,
        ...overlay.on,
        year: overlay.year,
        call: overlay.id,
        title: overlay.title.zh,
        base: adoption.doc_hash,
        hash: hashPolicy(applied.policy),
        body: applied.policy,
        overlay,
      }),
    );
  });

const problem = (zh: string, en: string, path: string): PolicyProblem => ({
  level: "error",
  rule: "call",
  path,
  said: { zh, en },
  mend: { zh: "请对照已发布的版本改正", en: "correct it against the published version" },
});
const NO_CALL = problem("这不是某一年的年度通知", "this is no call of a year", "kind");
const NOT_ADOPTED = problem(
  "它所依据的版本没有发布",
  "the version that it is written for is not published",
  "on",
);

export const policyAdminRouter = router({
  validate,
  import: importDraft,
  versions,
  version,
  export: exportFile,
  askPublication: ask,
  publish,
  retire,
  adoptCall: adoptCallForYear,
});
