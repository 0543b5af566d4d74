// `npm run bench -- network [--centers 300000]`: what a read costs, as ratios within one run. Never a test: times move
// with whatever shares the machine.
import { benchNetwork } from "./bench/network.ts";

const BENCHES: { readonly [name: string]: (args: readonly string[]) => Promise<void> } = {
  network: benchNetwork,
};

const [name = "", ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  console.error(`没有这一项：${name || "（空）"}。可以量：${Object.keys(BENCHES).join("、")}`);
  process.exit(2);
}
await bench(args);
