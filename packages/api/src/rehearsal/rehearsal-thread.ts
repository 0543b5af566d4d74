// The thread in which a rehearsal runs: it is given what is asked, answers once and ends.
import { rehearsalToKeep } from "@yichuang/domain";
import { parentPort, workerData } from "node:worker_threads";
import type { AskedRehearsal } from "./rehearse-aside.ts";

const { policy, ...asked } = workerData as AskedRehearsal;
parentPort?.postMessage(rehearsalToKeep(policy, asked), []);
