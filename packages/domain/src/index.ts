export * from "./contract/actions.ts";
export * from "./contract/basics.ts";
export * from "./contract/decision.ts";
export * from "./contract/events.ts";
export * from "./contract/facts.ts";
export * from "./contract/rows.ts";
export * from "./contract/verdict.ts";
