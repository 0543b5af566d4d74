import { entryAct, tellRegister } from "./register-place.ts";

/** Takes an entry out of what counts, with the reason. Nothing is deleted. */
export const strike = entryAct({
  kind: "strike",
  actors: ({ by, checked }) => [...by, ...(checked === undefined ? [] : [checked])],
  perform: (at, { reason }) => {
    const body = { entry: at.entry.id, register: at.register.key, reason };
    return { events: [tellRegister(at, "struck", body)] };
  },
});
