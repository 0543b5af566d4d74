// Which hat the page is worn under. It stands in the address: two tabs may hold two hats.
import type { AppOutputs } from "@yichuang/api";
import { createContext, useContext, type ReactNode } from "react";

export type Outputs = AppOutputs;
export type Session = Outputs["session"]["me"];
export type HatChoice = Session["hats"][number];

export type Side = "t" | "i" | "e" | "platform";

export interface Wearing {
  as: { hat: string; tenant: number };
  me: { party: number; role: HatChoice["role"]; user: string };
  name: string;
  unit: string;
  tenantName: string;
  side: Side;
  /** beginning of every address under this hat */
  base: string;
}

const sideOf = (hat: HatChoice): Side => {
  if (hat.role === "expert") return "e";
  if (hat.unit_kind === "platform") return "platform";
  return hat.unit_kind === "institution" ? "i" : "t";
};

/**
 * `/t/100/officer`, `/e/100/expert`; who acts in the tenant of another has both in the address: `/i/100-201/contact` is
 * institution 201 in tenant 100.
 */
export const baseOf = (hat: HatChoice): string => {
  const guest = hat.role !== "expert" && hat.party !== hat.tenant;
  return `/${sideOf(hat)}/${guest ? `${hat.tenant}-${hat.party}` : hat.tenant}/${hat.role}`;
};

export const wearingOf = (hat: HatChoice, user: { id: string; name: string }): Wearing => ({
  as: { hat: hat.hat, tenant: hat.tenant },
  me: { party: hat.role === "expert" ? 0 : hat.party, role: hat.role, user: user.id },
  name: user.name,
  unit: hat.unit,
  tenantName: hat.tenant_name,
  side: sideOf(hat),
  base: baseOf(hat),
});

const WearingContext = createContext<Wearing | undefined>(undefined);

export const WearingProvider = ({ wearing, children }: { wearing: Wearing; children: ReactNode }) => (
  <WearingContext value={wearing}>{children}</WearingContext>
);

/** The hat of this page. */
export function useWearing(): Wearing {
  const wearing = useContext(WearingContext);
  if (wearing === undefined) throw new Error("this page is shown under a hat only");
  return wearing;
}

export const ROLE_WORDS: Record<HatChoice["role"], string> = {
  "platform-admin": "平台管理员",
  "tenant-admin": "租户管理员",
  officer: "经办人",
  leader: "分管领导",
  inspector: "督查员",
  expert: "评审专家",
  "institution-manager": "单位管理员",
  "center-director": "主任（负责人）",
  contact: "联系人",
};
