import type { Scene } from "../acts/scene.ts";
import type { CaseFacts, CenterFacts } from "../contract/facts.ts";

// A scene with one fact changed, where no life would lead there in a few steps.

/** The scene with one center changed. */
export const withCenter = (
  scene: Scene,
  id: string,
  change: (center: CenterFacts) => CenterFacts,
): Scene => ({
  ...scene,
  facts: {
    ...scene.facts,
    centers: scene.facts.centers.map((center) => (center.id === id ? change(center) : center)),
  },
});

/** The scene with one case of a center changed. */
export const withCase = (scene: Scene, id: string, change: (kase: CaseFacts) => CaseFacts): Scene => ({
  ...scene,
  facts: {
    ...scene.facts,
    centers: scene.facts.centers.map((center) => ({
      ...center,
      cases: center.cases.map((kase) => (kase.id === id ? change(kase) : kase)),
    })),
  },
});
