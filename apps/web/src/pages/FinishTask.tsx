// A task that somebody's word ends: what was put to a body, the branches of a center that ended, an office that ran out.
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api } from "../app/client.ts";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import type { CenterData } from "./CenterPage.tsx";

const BY_WORD: readonly string[] = ["put-to", "branches", "office"];

interface Props {
  center: CenterData;
  words: PolicyWords;
  task: CenterData["obligations"][number];
}

export function FinishTask({ center, words, task }: Props) {
  const { as, me } = useWearing();
  const { busy, act } = useActing(words);
  const [asking, setAsking] = useState(false);
  const ability = center.abilities.find((one) => one.act === "finish");
  const mine = task.to_role === me.role && (task.state === "open" || task.state === "missed");
  if (ability === undefined || !mine || !BY_WORD.includes(task.act)) return null;
  const go = async (how: string) => {
    const answer = await act(
      (key) =>
        api.act.finish.mutate({
          as,
          key,
          act: { center: center.head.id, obligation: task.obligation_key, how },
        }),
      "已办结",
    );
    if (answer?.kind === "done") setAsking(false);
  };
  return (
    <>
      <ActButton small label="办结" verdict={words.verdict(ability.verdict)} onAct={() => setAsking(true)} />
      <Confirm
        open={asking}
        title={`办结：${task.matter}`}
        effects={["办理情况进入流转记录"]}
        verb="确认办结"
        reason
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={(how) => void go(how)}
      />
    </>
  );
}
