// Policies as versioned documents: handed in, compared, rehearsed, published, retired; and the calls of their years.
import {
  adoptCall,
  askPublication,
  findPolicy,
  findPolicyVersion,
  hashPolicy,
  listPolicyVersions,
  noteRehearsal,
  type PolicyShelf,
  type PolicyVersionRow,
  publishPolicy,
  retirePolicy,
  savePolicyVersion,
  type Scope,
  uuidv7,
} from "@yichuang/db";
import {
  type AdminAct,
  adminAbilities,
  dayOf,
  type Hat,
  MOST_YEARS,
  type VersionState,
} from "@yichuang/domain";
import {
  applyOverlay,
  CalendarDate,
  canonicalize,
  explainDifferences,
  explainPlace,
  parseOverlayText,
  type Policy,
  type PolicyProblem,
  type Text,
} from "@yichuang/policy";
import { z } from "zod";
import { administer, type AdminResult, asAdministrator, mayAdminister, refusedFor } from "../administer.ts";
import { notFound } from "../app-error.ts";
import { examinePolicy, findUnstorable } from "../examine-policy.ts";
import { getPolicy } from "../policies.ts";
import { rehearseAside } from "../rehearsal/rehearse-aside.ts";
import { hatted, router, wearing } from "../trpc.ts";
import { viewVerdict } from "../views/verdict-view.ts";

const Of = z.int().positive();
// longer texts are named as a problem, like everything else that is wrong with a document
const DocumentText = z.string();
const ofVersion = { of: Of, id: z.uuid() };

type WithProblems = AdminResult | { kind: "problems"; problems: ProblemView[] };

/** What is wrong with a text, and what it leaves open: nothing is stored. */
const validate = hatted.input(wearing({ text: DocumentText })).mutation(async ({ ctx, input }) => {
  await ctx.scope.read({});
  const { policy, problems, ...found } = examinePolicy(input.text);
  return { ...found, problems: withPlaces(problems, input.text), summary: summaryOf(policy) };
});

type ProblemView = PolicyProblem & { place: Text };

/** A problem beside the words of its place; a text that is no document at all has no places. */
function withPlaces(problems: PolicyProblem[], text: string): ProblemView[] {
  const isDocument = problems.every(({ rule }) => rule !== "document");
  const document: object = isDocument ? Object(JSON.parse(text)) : {};
  return problems.map((problem) => ({ ...problem, place: explainPlace(document, problem.path) }));
}

const summaryOf = (policy: Policy | undefined) =>
  policy === undefined
    ? null
    : {
        title: policy.title,
        types: policy.types.length,
        procedures: policy.procedures.length,
        clauses: policy.clauses.length,
        forms: policy.forms.length,
      };

/** Keeps a text as a draft of the tenant; refused with the list of problems where something must be mended. */
const importDraft = hatted
  .input(wearing({ of: Of, text: DocumentText }))
  .mutation(async ({ ctx, input }): Promise<WithProblems & { id?: string }> => {
    const { refused } = await mayAdminister(ctx.scope, "import-policy");
    if (refused !== undefined) return refused;
    const { policy, pin, fit, problems } = examinePolicy(input.text);
    if (policy === undefined || pin === undefined || !fit)
      return { kind: "problems", problems: withPlaces(problems, input.text) };
    const id = uuidv7();
    const draft = { tenant: input.of, id, ...pin, title: policy.title.zh, body: policy };
    return { ...(await administer(ctx.scope, savePolicyVersion(draft))), id };
  });

/** The tenant's versions, what holds from when, and the calls; each version with what may be done to it. */
const versions = hatted.input(wearing({ of: Of })).query(async ({ ctx, input }) => {
  const { who, shelf } = await asAdministrator(() => ctx.scope.read({ shelf: listPolicyVersions(input.of) }));
  const known = new Set(shelf.versions.map(({ doc_hash }) => doc_hash));
  const installed = shelf.adoptions.filter(({ doc_hash }) => !known.has(doc_hash));
  return {
    ...shelf,
    /** versions that came with the installation and were never a draft here */
    installed: await Promise.all(
      installed.map(async (row) => ({ ...row, title: (await getPolicy(ctx.scope, row.doc_hash)).title.zh })),
    ),
    today: dayOf(who.now),
    versions: shelf.versions.map(({ rehearsal: _rehearsal, ...row }) => ({
      ...row,
      ...standingOf(who, row, shelf),
    })),
  };
});

/** How a version stands today, and what may be done to it. */
function standingOf(
  who: Hat & { now: string },
  row: Omit<PolicyVersionRow, "rehearsal">,
  { adoptions }: PolicyShelf,
) {
  const today = dayOf(who.now);
  const to = adoptions.find(({ doc_hash }) => doc_hash === row.doc_hash)?.in_force_to ?? null;
  const superseded = row.state === "published" && to !== null && to < today;
  const inForce = row.state === "published" && !superseded;
  const state: VersionState = { state: row.state, askedBy: row.asked_by, inForce };
  return {
    shown: superseded ? ("superseded" as const) : row.state,
    /** published, and its day has come */
    holds: inForce && row.in_force_from !== null && row.in_force_from <= today,
    until: to,
    state,
    abilities: adminAbilities(who, state).map(({ act, verdict }) => ({ act, verdict: viewVerdict(verdict) })),
  };
}

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
  const { state: _state, ...standing } = standingOf(who, found, shelf);
  const inForce = shelf.adoptions.filter(({ in_force_from }) => in_force_from <= today).at(-1);
  const now: Policy | undefined =
    inForce === undefined ? undefined : await getPolicy(ctx.scope, inForce.doc_hash);
  const { problems } = examinePolicy(canonicalize(body));
  return {
    ...row,
    ...standing,
    today,
    policy: body,
    problems: withPlaces(problems, canonicalize(body)),
    /** the version that holds today, which this one is compared with */
    against:
      inForce === undefined ? null : { version: inForce.version_no, same: inForce.doc_hash === row.doc_hash },
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
  return standingOf(who, found, shelf).state;
};

async function mayChange(scope: Scope, act: AdminAct, at: { of: number; id: string }) {
  const general = await mayAdminister(scope, act);
  if (general.refused !== undefined) return general.refused;
  return (await mayAdminister(scope, act, await stateOf(scope, at.of, at.id))).refused;
}

/** Runs a draft through some years beside the server's own work, and keeps with the version what people would meet. */
const rehearse = hatted
  .input(wearing({ ...ofVersion, from: CalendarDate, years: z.int().min(1).max(MOST_YEARS) }))
  .mutation(async ({ ctx, input }): Promise<AdminResult> => {
    const { of: tenant, id, from, years } = input;
    const refused = await mayChange(ctx.scope, "rehearse-policy", input);
    if (refused !== undefined) return refused;
    const { found } = await versionOf(ctx.scope, tenant, id);
    const rehearsal = await rehearseAside({ policy: found.body, from, years });
    return rehearsal === undefined
      ? refusedFor("rehearsal-too-long")
      : administer(ctx.scope, noteRehearsal({ tenant, id, rehearsal }));
  });

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
    if (Array.isArray(overlay)) return { kind: "problems", problems: withPlaces(overlay, input.text) };
    const unstorable = findUnstorable(overlay);
    if (unstorable !== undefined || overlay.kind !== "call" || overlay.year === undefined)
      return { kind: "problems", problems: withPlaces([unstorable ?? NO_CALL], input.text) };
    const { shelf } = await asAdministrator(() => ctx.scope.read({ shelf: listPolicyVersions(input.of) }));
    const adoption = shelf.adoptions.find(
      ({ policy_key, version_no }) => policy_key === overlay.on.policy && version_no === overlay.on.version,
    );
    if (adoption === undefined) return { kind: "problems", problems: withPlaces([NOT_ADOPTED], input.text) };
    const { base } = await ctx.scope.read({ base: findPolicy(adoption.doc_hash) });
    if (base === null) throw notFound();
    const applied = applyOverlay(base, overlay);
    if (applied.kind === "refused")
      return { kind: "problems", problems: withPlaces(applied.problems, canonicalize(base)) };
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
  rehearse,
  askPublication: ask,
  publish,
  retire,
  adoptCall: adoptCallForYear,
});
