import type { Consequence, Effect } from "../schema/consequences.ts";
import type { Duty } from "../schema/duties.ts";
import { wordFor } from "../read/words.ts";
import { sayCondition, sayDuration, sayValue, sayWindow } from "./say-sorts.ts";
import { finish, nameIn, sayActor, templatesOf, type Speaker } from "./speaker.ts";

/** What a consequence does. */
export const sayEffect = (speaker: Speaker, effect: Effect): string =>
  finish(speaker, effectSentence(speaker, effect));

function effectSentence(speaker: Speaker, effect: Effect): string {
  const { effects, list } = templatesOf(speaker);
  const { policy, lang } = speaker;
  switch (effect.do) {
    case "set-standing":
      return effects["set-standing"]({ standing: wordFor(policy, `standing.${effect.standing}`)[lang] });
    case "start":
      return effects.start({
        procedure: nameIn(speaker, policy.procedures, effect.procedure),
        within: sayDuration(speaker, effect.within),
      });
    case "announce":
      return effects.announce({ to: list(effect.to.map((actor) => sayActor(speaker, actor))) });
    case "support": {
      const items = policy.lists.flatMap((candidate) => candidate.items);
      return effects.support({ with: nameIn(speaker, items, effect.with) });
    }
    case "recommend":
      return effects.recommend({ promotion: nameIn(speaker, policy.promotions, effect.promotion) });
    case "money":
      return effects.money({ funding: nameIn(speaker, policy.funding, effect.funding), act: effect.act });
    case "bar":
      return effects.bar({
        from: list(effect.from.map((key) => nameIn(speaker, policy.types, key))),
        who: sayValue(speaker, effect.who, (who) => sayBarred(speaker, who)),
        lasts: sayDuration(speaker, effect.lasts),
      });
    case "suspend-name":
      return effects["suspend-name"](
        effect.lasts === undefined ? {} : { lasts: sayDuration(speaker, effect.lasts) },
      );
    case "restore-name":
      return effects["restore-name"]({});
    case "branches":
      return effects.branches({ act: effect.act });
    case "put-to":
      return effects["put-to"]({ body: sayActor(speaker, effect.body) });
  }
}

const BARRED_TEAM = { zh: "团队", en: "the team" };
const sayBarred = (speaker: Speaker, who: "host" | "director" | "team"): string =>
  who === "team" ? BARRED_TEAM[speaker.lang] : sayActor(speaker, { role: who });

/** A consequence: when, and what follows. */
export function sayConsequence(speaker: Speaker, consequence: Consequence): string {
  const { cases, list } = templatesOf(speaker);
  const then = list(consequence.effects.map((effect) => sayEffect(speaker, effect)));
  if (consequence.when === undefined) return then;
  return finish(speaker, cases([{ when: sayCondition(speaker, consequence.when), then }], undefined));
}

/** Who bears a duty: the whole of the tenant by its tier, each center in the tenant's own word, or a role. */
function sayBearer(speaker: Speaker, bearer: Duty["bearer"]): string {
  const { territories, bearers, each } = templatesOf(speaker);
  const { policy, lang } = speaker;
  if (bearer === "center") return each(wordFor(policy, "center")[lang]);
  const tier = Object.entries(territories).find(([key]) => key === policy.tier);
  return bearer === "tenant" && tier !== undefined ? tier[1] : bearers[bearer];
}

/** A duty: whose, what, when and how strongly. */
export const sayDuty = (speaker: Speaker, duty: Duty): string =>
  finish(
    speaker,
    templatesOf(speaker).duty({
      bearer: sayBearer(speaker, duty.bearer),
      must: sayCondition(speaker, duty.must),
      when: sayWindow(speaker, duty.when),
      every: duty.every,
      force: duty.force ?? "mandatory",
    }),
  );
