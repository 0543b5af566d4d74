// What others need to play lives of a policy: forms filled with something that every field accepts.
export { sampleAnswers } from "./sample-answers.ts";
