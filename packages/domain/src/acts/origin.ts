import type { HostFacts } from "../contract/events.ts";
import type { NewLink } from "../contract/links.ts";
import type { ActionOf } from "./act.ts";
import type { Scene } from "./scene.ts";
import type { Obstacle } from "./violation.ts";
import { refuse } from "./violation.ts";

/**
 * The link to the center of another tenant from which an application comes. Only a recommendation that came in, of the
 * same institution and not sent back, makes it; nobody comes into the root by it.
 */
export function originOf(
  scene: Scene,
  { origin }: ActionOf<"open-case">,
  host: HostFacts,
): { link: NewLink } | { obstacle: Obstacle } | undefined {
  if (origin === undefined) return undefined;
  const found = scene.facts.received?.find(
    ({ kind, tenant, root, outcome, body }) =>
      kind === "recommendation" &&
      tenant === origin.tenant &&
      root === origin.center &&
      outcome !== "returned" &&
      body.uscc === host.uscc,
  );
  if (found === undefined) {
    const what = { zh: "收到的推荐", en: "recommendation that came in" };
    return { obstacle: refuse("nothing-to-act-on", { what }, { field: "origin" }) };
  }
  const { tenant, root: center, by, body } = found;
  const tier = body.tier === undefined ? {} : { tier: body.tier };
  return {
    link: {
      key: scene.env.ids(),
      role: "origin",
      name: body.name,
      uscc: body.uscc,
      tenant,
      center,
      external: by,
      ...tier,
    },
  };
}
