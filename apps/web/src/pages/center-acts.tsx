// What a center offers: opening a report, an acceptance, recording an inspection, clearing a finding, recommending.
import type { Procedure } from "@yichuang/policy";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api } from "../app/client.ts";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import type { CenterData } from "./CenterPage.tsx";

interface Props {
  center: CenterData;
  words: PolicyWords;
  onOpened?: (file: string) => void;
  /** only the acts on one finding */
  finding?: string;
}
type Asked = { act: "open-case" | "inspect" | "recommend" | "clear"; procedure?: string };

const OPENING: { [purpose: string]: string } = {
  report: "填报",
  evaluation: "发起",
  rectification: "发起",
  change: "申请",
};

export function CenterActs({ center, words, onOpened, finding }: Props) {
  const [asked, setAsked] = useState<Asked>();
  const clear = center.abilities.find(({ act }) => act === "clear");
  if (finding !== undefined) {
    const open = center.findings.some((one) => one.id === finding && one.cleared === undefined);
    if (clear === undefined || !open) return null;
    return (
      <>
        <ActButton
          small
          label="办结"
          verdict={words.verdict(clear.verdict)}
          onAct={() => setAsked({ act: "clear" })}
        />
        {asked !== undefined && (
          <Dialog
            center={center}
            words={words}
            asked={asked}
            finding={finding}
            onClose={() => setAsked(undefined)}
          />
        )}
      </>
    );
  }
  const procedureOf = (key: string | undefined): Procedure | undefined =>
    words.policy.procedures.find((one) => one.key === key);
  const offered = center.abilities.filter(
    ({ act }) => act === "open-case" || act === "inspect" || act === "recommend",
  );
  return (
    <>
      {offered.map((ability) => {
        const procedure = procedureOf(ability.procedure);
        const label =
          ability.act === "open-case"
            ? `${OPENING[procedure?.purpose ?? ""] ?? "办理"}${procedure?.label?.zh ?? ""}`
            : ability.act === "inspect"
              ? "登记督查"
              : "推荐上级";
        return (
          <ActButton
            key={`${ability.act}/${ability.procedure ?? ""}`}
            label={label}
            verdict={words.verdict(ability.verdict)}
            onAct={() =>
              setAsked({
                act: ability.act as Asked["act"],
                ...(ability.procedure === undefined ? {} : { procedure: ability.procedure }),
              })
            }
          />
        );
      })}
      {asked !== undefined && (
        <Dialog
          center={center}
          words={words}
          asked={asked}
          {...(onOpened === undefined ? {} : { onOpened })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function Dialog({
  center,
  words,
  asked,
  onOpened,
  onClose,
  finding,
}: Props & { asked: Asked; onClose: () => void }) {
  const { as } = useWearing();
  const { busy, act } = useActing(words);
  const [text, setText] = useState("");
  const [addressee, setAddressee] = useState(center.above[0]?.space);
  const [findings, setFindings] = useState<{ text: string; due: string }[]>([]);
  const { id, name } = center.head;
  const year = Number(center.today.slice(0, 4));
  const procedure = words.policy.procedures.find(({ key, purpose }) =>
    asked.procedure === undefined ? purpose === "inspection" : key === asked.procedure,
  );
  const promotion = words.policy.promotions.find(
    ({ from }) => center.head.type !== undefined && from.includes(center.head.type),
  );
  const send = (key: string) => {
    switch (asked.act) {
      case "open-case":
        return api.act.openCase.mutate({
          as,
          key,
          act: { procedure: procedure?.key ?? "", year, center: id },
        });
      case "inspect":
        return api.act.inspect.mutate({
          as,
          key,
          act: {
            center: id,
            procedure: procedure?.key ?? "",
            answers: {
              [inspectionField(words, procedure).section]: {
                [inspectionField(words, procedure).field]: text,
              },
            },
            findings: findings
              .filter((one) => one.text.trim() !== "")
              .map((one) => ({ text: one.text, ...(one.due === "" ? {} : { due: one.due }) })),
          },
        });
      case "clear":
        return api.act.clearFinding.mutate({
          as,
          key,
          act: { center: id, finding: finding ?? "", how: text },
        });
      case "recommend":
        return api.act.recommend.mutate({
          as,
          key,
          act: {
            center: id,
            promotion: promotion?.key ?? "",
            opinion: text,
            ...(addressee === undefined ? {} : { addressee }),
          },
        });
    }
  };
  const go = async () => {
    const answer = await act(send, "已办理");
    if (answer?.kind !== "done") return;
    onClose();
    const [file] = answer.cases;
    if (asked.act === "open-case" && file !== undefined) onOpened?.(file);
  };
  const titles: Record<Asked["act"], string> = {
    "open-case": `${OPENING[procedure?.purpose ?? ""] ?? "办理"}${procedure?.label?.zh ?? ""}`,
    inspect: "登记督查",
    clear: "问题办结",
    recommend: promotion?.label?.zh ?? "推荐上级",
  };
  const effects: Record<Asked["act"], string[]> = {
    "open-case": ["建立案卷，相关单位收到待办"],
    inspect: ["督查进入流转记录", "发现的问题要按期办结"],
    clear: ["问题从在办清单中移出"],
    recommend:
      addressee === undefined
        ? ["推荐进入流转记录"]
        : ["推荐进入流转记录", "连同最近一次受理的材料交到对方的来件，个人信息不随件送出"],
  };
  return (
    <Confirm
      open
      title={`${titles[asked.act]}：${name}`}
      effects={effects[asked.act]}
      verb="确认"
      busy={busy}
      clauses={words.clauses(asked.act === "recommend" ? promotion?.because : procedure?.because)}
      onCancel={onClose}
      onConfirm={() => void go()}
    >
      {asked.act === "recommend" && center.above.length > 0 && (
        <Addressee above={center.above} chosen={addressee} onChoose={setAddressee} />
      )}
      {asked.act !== "open-case" && (
        <label className="stacked">
          {asked.act === "inspect" ? "督查情况" : asked.act === "clear" ? "怎样办结" : "推荐意见"}
          <Input.TextArea
            aria-label={
              asked.act === "inspect" ? "督查情况" : asked.act === "clear" ? "怎样办结" : "推荐意见"
            }
            rows={3}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      )}
      {asked.act === "inspect" && <FoundFields found={findings} onFound={setFindings} />}
    </Confirm>
  );
}

interface AddresseeProps {
  above: CenterData["above"];
  chosen: number | undefined;
  onChoose: (space: number | undefined) => void;
}

/** The authority above, where it is on the platform; else the recommendation is only noted. */
function Addressee({ above, chosen, onChoose }: AddresseeProps) {
  return (
    <label className="stacked">
      推荐给
      <Select
        aria-label="推荐给"
        style={{ width: "100%", minWidth: 0 }}
        value={chosen ?? 0}
        options={[
          ...above.map(({ space, name }) => ({ value: space, label: name })),
          { value: 0, label: "不在本平台办理，只记推荐" },
        ]}
        onChange={(space: number) => onChoose(space === 0 ? undefined : space)}
      />
    </label>
  );
}

interface Found {
  text: string;
  due: string;
}

/** What an inspection finds, and until when it is to be put right. */
function FoundFields({ found, onFound }: { found: Found[]; onFound: (found: Found[]) => void }) {
  return (
    <div className="stacked">
      发现的问题
      {found.map((one, index) => (
        <span className="row" key={index}>
          <Input
            aria-label={`问题 ${index + 1}`}
            value={one.text}
            onChange={(event) =>
              onFound(
                found.map((other, at) => (at === index ? { ...other, text: event.target.value } : other)),
              )
            }
          />
          <input
            type="date"
            aria-label={`问题 ${index + 1} 期限`}
            value={one.due}
            onChange={(event) =>
              onFound(
                found.map((other, at) => (at === index ? { ...other, due: event.target.value } : other)),
              )
            }
          />
        </span>
      ))}
      <Button size="small" onClick={() => onFound([...found, { text: "", due: "" }])}>
        加一个问题
      </Button>
    </div>
  );
}

/** The first text of the inspection's own form. */
function inspectionField(
  words: PolicyWords,
  procedure: Procedure | undefined,
): { section: string; field: string } {
  const form = words.policy.forms.find(
    ({ key }) => key === procedure?.stages.find((stage) => stage.form !== undefined)?.form,
  );
  const section = form?.sections.find(({ fields }) => fields.some(({ kind }) => kind === "text"));
  return {
    section: section?.key ?? "record",
    field: section?.fields.find(({ kind }) => kind === "text")?.key ?? "text",
  };
}
