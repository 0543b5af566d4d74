// One way to act from a page: one key per click, the server's answer in words, the page fresh afterwards.

import { App } from "antd";
import { useRef, useState } from "react";
import { Refusal } from "../components/Refusal.tsx";
import { newKey, queries, saidOf } from "./client.ts";
import type { Outputs } from "./wearing.tsx";
import type { PolicyWords } from "./policy-in-force.tsx";

export type ActAnswer = Outputs["act"]["submit"];

export interface Acting {
  busy: boolean;
  /** `send` gets the key; the same key is sent again where the outcome was not known */
  act: (send: (key: string) => Promise<ActAnswer>, said: string) => Promise<ActAnswer | undefined>;
}

export function useActing(words: Pick<PolicyWords, "violation">): Acting {
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const pending = useRef<string | undefined>(undefined);
  const act: Acting["act"] = async (send, said) => {
    setBusy(true);
    const key = pending.current ?? newKey();
    pending.current = key;
    try {
      const answer = await send(key);
      pending.current = undefined;
      if (answer.kind === "done") {
        void message.success(said);
        await queries.invalidateQueries();
      } else if (answer.violations.some(({ field }) => field === undefined)) {
        // gaps of a form are shown at its top and beside their fields
        modal.warning({
          title: answer.kind === "pending" ? "还要等一个决定" : "现在还不能办",
          width: 560,
          okText: "知道了",
          content: answer.violations.map((violation) => (
            <Refusal key={violation.code + (violation.field ?? "")} {...words.violation(violation)} />
          )),
        });
      }
      return answer;
    } catch (error) {
      void message.error(saidOf(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, act };
}
