export { checkOfficialDocx } from "./check/check-official-docx.ts";
export {
  composeDesignation,
  type DesignatedCenter,
  type Designation,
} from "./designation/compose-designation.ts";
export type { OfficialDocument } from "./official/official-document.ts";
export { renderOfficialDocx } from "./official/render-official-docx.ts";
export { isDraft, sayNumber } from "./official/words.ts";
