import type { Policy } from "../schema/policy.ts";
import type { PolicyProblem } from "../parse/problem.ts";
import { walk } from "../read/walk.ts";
import { errorAt } from "./finding.ts";

/** Mobile numbers, numbers with an area code, and bare local numbers of seven or eight digits. */
const PHONE = /(?<!\d)(1[3-9]\d{9}|0\d{2,3}[-\s]?\d{7,8}|[2-9]\d{6,7})(?!\d)/;
const WRITTEN_DAY = /(?<!\d)(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/g;
const NAMED_PERSON = /(联系人|负责人|经办人|contact person|contact)\s*[:：]\s*\S/i;

/** Where words for people stand. Keys and references are never shown, and may hold digits in a row. */
const WORDS = ["zh", "en", "section", "text", "unit", "aka", "wrap"];

/** No phone number and no person's name in labels, gists and hints. */
export const privacy = (policy: Policy): PolicyProblem[] =>
  walk(policy).flatMap(({ node, path }) => {
    if (!wordsOf(node).some(isPersonal)) return [];
    return [
      errorAt("privacy", {
        path,
        zh: "这里有电话号码或人名",
        en: "a phone number or a person's name stands here",
        mendZh: "政策文档里不写个人信息，请删去",
        mendEn: "a policy document holds no personal data; remove it",
      }),
    ];
  });

const isPersonal = (text: string): boolean =>
  PHONE.test(text.replace(WRITTEN_DAY, "")) || NAMED_PERSON.test(text);

const wordsOf = (node: object): string[] =>
  Object.entries(node)
    .filter(([field]) => WORDS.includes(field))
    .flatMap(([, words]: [string, unknown]) => (Array.isArray(words) ? words : [words]))
    .filter((words) => typeof words === "string");
