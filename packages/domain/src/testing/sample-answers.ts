// rehearsals and tests fill forms alike
export * from "../rehearsal/sample-answers.ts";
