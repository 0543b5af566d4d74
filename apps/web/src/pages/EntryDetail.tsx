// One entry of a register: what it says, who claims it, what has happened to it, and what can be done.
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api, ask } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { EntryFacts } from "./EntryFacts.tsx";
import { EntryForm } from "./EntryForm.tsx";
import { stateWord } from "./entry-state.ts";
import type { SpaceWords } from "./register-space.ts";

type Entry = Outputs["register"]["entry"];
type Act = "amend" | "verify" | "strike";

const WORDS: Record<Act, string> = { amend: "更正", verify: "核实", strike: "注销" };
const isAct = (act: string): act is Act => act in WORDS;

export function EntryDetail({ space, at }: { space: SpaceWords; at: { root: string; entry: string } }) {
  const { data: entry } = useQuery(ask.register.entry.queryOptions({ as: space.as, ...at }));
  const [asked, setAsked] = useState<Act>();
  if (entry === undefined) return <p className="mute">正在取数</p>;
  if (asked === "amend") {
    return (
      <EntryForm
        space={space}
        register={entry.register}
        bearers={[]}
        entry={entry}
        onDone={() => setAsked(undefined)}
      />
    );
  }
  return (
    <>
      <p className="row-wrap">
        <span className="strong">{stateWord(entry)}</span>
        <span className="mute">
          {entry.unit} · {entry.recorded_on} {entry.recorded_by ?? ""}登记
          {entry.ruled_on === null
            ? ""
            : ` · ${entry.ruled_on} ${entry.ruled_by ?? ""}${stateWord(entry).slice(1)}`}
        </span>
      </p>
      {entry.reason !== null && entry.reason !== "" && <p className="notice">{entry.reason}</p>}
      <p className="row">
        {entry.abilities
          .filter(({ act }) => isAct(act))
          .map(({ act, verdict }) => (
            <ActButton
              key={act}
              label={isAct(act) ? WORDS[act] : act}
              primary={act === "verify"}
              danger={act === "strike"}
              verdict={space.words.verdict(verdict)}
              onAct={() => setAsked(isAct(act) ? act : undefined)}
            />
          ))}
      </p>
      <EntryFacts space={space} entry={entry} />
      <Claims entry={entry} />
      <History entry={entry} />
      {asked !== undefined && (
        <Ruling space={space} entry={entry} act={asked} onDone={() => setAsked(undefined)} />
      )}
    </>
  );
}

function Claims({ entry }: { entry: Entry }) {
  const { base } = useWearing();
  if (entry.claims.length === 0) return null;
  return (
    <section aria-label="用在">
      <h3 className="section-title">用在</h3>
      <ul className="claims">
        {entry.claims.map((claim) => (
          <li key={claim.case_id}>
            <AppLink to={`${base}/cases/${claim.case_id}`} className="grow">
              {claim.case_title}
            </AppLink>
            <span className="mute">{claim.year} 年</span>
            {claim.share !== null && <span>份额 {claim.share}</span>}
            {claim.claimed_before && <span className="warn">重复申报</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ entry }: { entry: Entry }) {
  return (
    <section aria-label="记录">
      <h3 className="section-title">记录</h3>
      <ul className="claims">
        {entry.history.map((event) => (
          <li key={event.seq}>
            <span className="grow">
              {event.label}
              {event.opinion === undefined ? "" : `：${event.opinion}`}
            </span>
            <span className="mute">{event.on_day}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RulingProps {
  space: SpaceWords;
  entry: Entry;
  act: Exclude<Act, "amend">;
  onDone: () => void;
}

function Ruling({ space, entry, act, onDone }: RulingProps) {
  const { busy, act: perform } = useActing(space.words);
  const [opinion, setOpinion] = useState("");
  const at = { root: entry.root_id, entry: entry.entry_id };
  const send = async (reason: string) => {
    await perform(
      (key) =>
        act === "verify"
          ? api.act.verify.mutate({ as: space.as, key, act: { ...at, opinion } })
          : api.act.strike.mutate({ as: space.as, key, act: { ...at, reason } }),
      act === "verify" ? "已核实" : "已注销",
    );
    onDone();
  };
  return (
    <Confirm
      open
      title={`${WORDS[act]}“${entry.title}”`}
      effects={
        act === "verify"
          ? ["从今天起计入", "更正之后要重新核实"]
          : ["从今天起不再计入，也不能再申报", "这一条和注销原因留在台账里"]
      }
      verb={`确认${WORDS[act]}`}
      busy={busy}
      danger={act === "strike"}
      reason={act === "strike"}
      onCancel={onDone}
      onConfirm={(reason) => void send(reason)}
    >
      {act === "verify" && (
        <label className="stacked">
          核实意见
          <Input.TextArea
            aria-label="核实意见"
            rows={2}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
        </label>
      )}
    </Confirm>
  );
}
