// One way for administrators to act: the server's answer in words, the page fresh afterwards.
import { App } from "antd";
import { useParams } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Refusal } from "../components/Refusal.tsx";
import type { ShownVerdict } from "../components/ActButton.tsx";
import { ask, queries, saidOf } from "./client.ts";
import { type Outputs, useWearing } from "./wearing.tsx";

type Ability = Outputs["tenant"]["abilities"][number];
export type AdminVerdict = Ability["verdict"];
type Violation = Extract<AdminVerdict, { kind: "refused" | "pending" }>["violations"][number];
export type Problem = Outputs["policyAdmin"]["validate"]["problems"][number];
type Answer = { kind: "done" } | { kind: "refused"; violations: Violation[] } | { kind: "problems" };

/** Rules of administrators are the platform's own: they have no clause. */
export const showVerdict = (verdict: AdminVerdict): ShownVerdict =>
  verdict.kind === "allowed"
    ? verdict
    : {
        kind: verdict.kind,
        violations: verdict.violations.map(({ said }) => ({ said: said.zh, clauses: [] })),
      };

/** The tenant that a page administers: the one in the address, else the hat's own. */
export function useAdministered(): { of: number; home: string; ofTenant: boolean } {
  const { of } = useParams({ strict: false });
  const { as, base } = useWearing();
  return of === undefined
    ? { of: as.tenant, home: base, ofTenant: false }
    : { of: Number(of), home: `${base}/tenants/${of}`, ofTenant: true };
}

/** What the hat may administer, or why not; undefined for acts that its role never has. */
export function useAdminVerdict(act: Ability["act"]): ShownVerdict | undefined {
  const { as } = useWearing();
  const { data } = useQuery({ ...ask.tenant.abilities.queryOptions({ as }), staleTime: 60_000 });
  const verdict = data?.find((one) => one.act === act)?.verdict;
  return verdict === undefined ? undefined : showVerdict(verdict);
}

export function useAdministering() {
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async <T extends Answer>(send: () => Promise<T>, said: string): Promise<T | undefined> => {
    setBusy(true);
    try {
      const answer = await send();
      if (answer.kind === "done") {
        void message.success(said);
        await queries.invalidateQueries();
      } else if (answer.kind === "refused") {
        modal.warning({
          title: "现在还不能办",
          width: 560,
          okText: "知道了",
          content: answer.violations.map((one) => (
            <Refusal key={one.said.zh} said={one.said.zh} clauses={[]} />
          )),
        });
      }
      return answer;
    } catch (error) {
      void message.error(saidOf(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
