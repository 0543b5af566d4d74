import { gapsOfEntry } from "../forms/gaps.ts";
import { entryContent } from "../forms/entry-content.ts";
import { worldOf } from "../history/world-of.ts";
import type { Act, Target } from "./act.ts";
import { blocked } from "./act.ts";
import { doersOf, findRegisterPlace, type RegisterPlace, tellRegister, twin } from "./register-place.ts";
import { placeOf } from "./scene.ts";
import type { Obstacle } from "./violation.ts";

/** Enters something into a register. */
export const record: Act<"record"> = {
  offersAt: (_scene, place): Target[] =>
    place.kind === "register" && place.entry === undefined
      ? [{ root: place.root, register: place.register }]
      : [],
  targetsOf: (action) => [{ root: action.root, register: action.register }],
  doersAt: (scene, target) => {
    const at = findRegisterPlace(scene, target);
    return at === undefined ? undefined : doersOf(at, at.register.by, "record");
  },
  check: () => [],
  perform: (scene, action) => {
    const at = findRegisterPlace(scene, action);
    if (at === undefined) return { obstacles: [] };
    const { register, root } = at;
    const content = entryContent(register, action.answers);
    const obstacles = [...gapsAt(at, action.answers), ...twin(at, content.fingerprint)];
    if (obstacles.length > 0) return blocked(...obstacles);
    const { key, of, checked } = register;
    const body = {
      entry: scene.env.ids(),
      register: key,
      ...(of === undefined ? {} : { of }),
      ...content,
      awaits: checked !== undefined,
      open: register.public === true,
      // an institution's history may begin with its first entry
      ...(root.kind === "institution" && root.seq === 0 ? { host: root.host } : {}),
    };
    return { events: [tellRegister(at, "recorded", body)] };
  },
};

/** What an entry still lacks. */
export function gapsAt(
  { scene, register, root }: RegisterPlace,
  answers: { [field: string]: unknown },
): Obstacle[] {
  const world = worldOf(placeOf(scene, root.kind === "tenant" ? {} : { root }));
  return gapsOfEntry(register, answers, world).map((violation) => ({ pending: false, violation }));
}
