/** Where an entry stands, in the words of the screens. */
export type EntryState = "recorded" | "verified" | "struck";

export function stateWord({ state, awaits }: { state: EntryState; awaits: boolean }): string {
  if (state === "struck") return "已注销";
  if (state === "verified") return "已核实";
  return awaits ? "待核实" : "已登记";
}
