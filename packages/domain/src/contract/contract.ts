// The words that domain, database and API have in common.
export * from "./document-number.ts";
export * from "./actions.ts";
export * from "./basics.ts";
export * from "./decision.ts";
export * from "./dispatches.ts";
export * from "./events.ts";
export * from "./facts.ts";
export * from "./links.ts";
export * from "./network.ts";
export * from "./rows.ts";
export * from "./verdict.ts";
