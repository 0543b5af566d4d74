import type { Policy } from "../schema/policy.ts";
import { Text } from "../schema/text.ts";
import type { ListItem } from "../schema/vocabulary.ts";

/** What stands for a word that the text leaves unsaid, until it is settled. */
export const OPEN_WORD: Text = { zh: "原文未定", en: "open in the text" };

/**
 * The word of a list's item: its own, or that the text has none, with the label in brackets that describes the item
 * meanwhile; its key where it has neither.
 */
export function itemWord({ key, label, open }: Pick<ListItem, "key" | "label" | "open">): Text {
  if (open === undefined) return label ?? { zh: key, en: key };
  if (label === undefined) return OPEN_WORD;
  return { zh: `${OPEN_WORD.zh}（${label.zh}）`, en: `${OPEN_WORD.en} (${label.en})` };
}

/** The path under which the word of an item is settled. */
const pathOfItem = (list: string, item: string): string => `lists/${list}/items/${item}`;

/**
 * The policy with the words that were settled for its open items, for everything that is shown. The document itself
 * stays as it is; the same policy comes back where nothing of it was settled.
 */
export function withSettledWords(policy: Policy, settled: (path: string) => unknown): Policy {
  if (!hasOpenWords(policy)) return policy;
  const lists = policy.lists.map((list) => ({
    ...list,
    items: list.items.map((item) => {
      if (item.open === undefined) return item;
      const word = Text.safeParse(settled(pathOfItem(list.key, item.key)));
      if (!word.success) return item;
      const { open: _settled, ...rest } = item;
      return { ...rest, label: word.data };
    }),
  }));
  return { ...policy, lists };
}

const hasOpenWords = (policy: Policy): boolean =>
  policy.lists.some((list) => list.items.some((item) => item.open !== undefined));
