import type { Catalogue } from "../catalogue.ts";

const PLACES = { class: "class", layer: "layer", support: "support" } as const;
const CURRENCIES = { CNY: "yuan", "CNY-10k": "10,000 yuan" } as const;
const PAID = {
  once: "paid once",
  yearly: "paid every year",
  "by-term": "paid once per term",
  "by-grade": "paid when graded",
  "by-decision": "paid as decided each time",
} as const;

const inEach = (scopes: readonly string[]): string =>
  scopes.length === 0 ? "" : `, separately by ${scopes.join(", ")}`;

export const RESULTS: Catalogue["results"] = {
  computed: ({ of }) => `score = ${of}`,
  ranked: ({ of, then, within, cut }) =>
    `ranked by ${[of, ...then].join(", then by ")}, the highest first${inEach(within)}; equals share a place${cut === undefined ? "" : `; the first ${cut} are chosen, equals at the last place are undecided`}`,
  placed: ({ of, list }) => `decides the ${PLACES[of]} (${list})`,
  lowered: ({ when, by }) => `lowered by ${by} where ${when}`,
  quota: ({ grade, limit, side, as, per }) =>
    `“${grade}” ${side === "most" ? "for at most" : "or lower for at least"} ${limit}${as === "share" ? " of those evaluated (share)" : ""}${inEach(per)}`,
  paid: ({ amount, currency, paid, years, most, when }) =>
    [
      `${amount} (${CURRENCIES[currency]})`,
      PAID[paid],
      ...(years === undefined ? [] : [`for ${years} years`]),
      ...(most === undefined ? [] : [`at most ${most} in all`]),
      ...(when === undefined ? [] : [`where ${when}`]),
    ].join(", "),
  payer: ({ by, share }) => (share === undefined ? `paid by ${by}` : `${by} bears ${share}`),
};
