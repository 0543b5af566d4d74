// A duty that no number decides: what the authority said about it, and where it says so.
import type { Duty } from "@yichuang/policy";
import { Radio } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api } from "../app/client.ts";
import { usePolicy } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { StandingTag } from "../components/StandingTag.tsx";

type Unit = Outputs["supervision"]["institution"];

export interface JudgeDutyProps {
  /** the bearer: an institution, a center, or neither, where it is the tenant */
  of: { institution?: string; center?: string };
  duty: Pick<Duty, "key" | "label">;
  /** what was said before, where the page shows it here */
  judged?: Unit["duties"];
  abilities: Unit["abilities"];
  year: number;
}

export function JudgeDuty({ of, duty, judged = [], abilities, year }: JudgeDutyProps) {
  const { as } = useWearing();
  const words = usePolicy();
  const { busy, act } = useActing(words);
  const [asking, setAsking] = useState(false);
  const [met, setMet] = useState(true);
  const said = judged.findLast((one) => one.duty === duty.key);
  const ability = abilities.find((one) => one.act === "judge-duty" && one.path === `duties/${duty.key}`);
  const go = async (opinion: string) => {
    const answer = await act(
      (key) => api.act.judgeDuty.mutate({ as, key, act: { ...of, duty: duty.key, year, met, opinion } }),
      "已认定",
    );
    if (answer?.kind === "done") setAsking(false);
  };
  return (
    <>
      {said !== undefined && (
        <StandingTag
          standing={said.met ? "established" : "overdue"}
          label={`${said.year} ${said.met ? "做到" : "没有做到"}`}
        />
      )}
      {ability !== undefined && (
        <ActButton
          small
          label="认定"
          verdict={words.verdict(ability.verdict)}
          onAct={() => setAsking(true)}
        />
      )}
      <Confirm
        open={asking}
        title={`${year} 年：${duty.label?.zh ?? duty.key}`}
        effects={["认定进入流转记录，同一年只认定一次"]}
        verb="确认认定"
        reason
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={(opinion) => void go(opinion)}
      >
        <Radio.Group
          value={met}
          onChange={(event) => setMet(event.target.value === true)}
          options={[
            { value: true, label: "做到" },
            { value: false, label: "没有做到" },
          ]}
        />
      </Confirm>
    </>
  );
}
