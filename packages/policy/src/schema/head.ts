import { Waiver } from "./sorts.ts";
import { Force, Key, Lock, Text } from "./text.ts";

/** What every node of a policy carries. `because` lists the clauses that it rests on. */
export interface Head {
  key: Key;
  label?: Text;
  because?: Key[];
  force?: Force;
  lock?: Lock;
  waiver?: Waiver;
}
/** The schema shape of `Head`, to spread into a node's schema. */
export const head = {
  key: Key,
  label: Text.exactOptional(),
  because: Key.array().exactOptional(),
  force: Force.exactOptional(),
  lock: Lock.exactOptional(),
  waiver: Waiver.exactOptional(),
};
