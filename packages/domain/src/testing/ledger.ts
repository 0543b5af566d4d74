// the ledger is the rehearsal's; lives of tests keep theirs in it
export * from "../rehearsal/ledger.ts";
