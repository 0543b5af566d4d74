// An entry of a register while it is written: new, or corrected.
import { Button, Select } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api } from "../app/client.ts";
import type { Outputs } from "../app/wearing.tsx";
import { ErrorSummary } from "../components/ErrorSummary.tsx";
import { PolicyForm } from "../components/PolicyForm.tsx";
import type { SpaceWords } from "./register-space.ts";
import { upload } from "./upload.ts";

type Answers = { [field: string]: unknown };

export interface EntryFormProps {
  space: SpaceWords;
  register: Outputs["register"]["list"]["register"];
  /** for whom an entry can be entered; one entry that is corrected has its own */
  bearers: { root: string; name: string }[];
  entry?: { root_id: string; entry_id: string; answers: Answers };
  onDone: () => void;
}

export function EntryForm({ space, register, bearers, entry, onDone }: EntryFormProps) {
  const { as, words } = space;
  const { busy, act } = useActing(words);
  const [answers, setAnswers] = useState<Answers>(entry?.answers ?? {});
  const [root, setRoot] = useState(entry?.root_id ?? bearers[0]?.root ?? "");
  const [gaps, setGaps] = useState<{ [address: string]: string }>({});
  const save = async () => {
    const answer = await act(
      (key) =>
        entry === undefined
          ? api.act.record.mutate({
              as,
              key,
              act: { root, register: register.key, answers: answers as never },
            })
          : api.act.amend.mutate({
              as,
              key,
              act: { root, entry: entry.entry_id, answers: answers as never },
            }),
      entry === undefined ? "已登记" : "已更正，原来的内容留在记录里",
    );
    if (answer?.kind === "done") onDone();
    else if (answer !== undefined) {
      const lacking = answer.violations.filter(({ field }) => field !== undefined);
      setGaps(Object.fromEntries(lacking.map((one) => [one.field ?? "", one.said.zh])));
    }
  };
  return (
    <div className="entry-form">
      <ErrorSummary gaps={Object.entries(gaps).map(([field, text]) => ({ field, text }))} />
      {entry === undefined && bearers.length > 1 && (
        <label className="stacked">
          记在
          <Select
            aria-label="记在"
            value={root}
            onChange={setRoot}
            options={bearers.map((one) => ({ value: one.root, label: one.name }))}
            showSearch={{ optionFilterProp: "label" }}
            style={{ maxWidth: 480 }}
          />
        </label>
      )}
      <PolicyForm
        section={{ key: register.key, fields: register.fields }}
        value={answers}
        onChange={(field, value) =>
          setAnswers((before) => {
            const rest = Object.fromEntries(Object.entries(before).filter(([key]) => key !== field));
            return value === undefined ? rest : { ...rest, [field]: value };
          })
        }
        gaps={gaps}
        lists={words.policy.lists}
        sheets={words.policy.sheets}
        upload={(file) => upload(file, as)}
        fileUrl={(id) => `/files/${id}?hat=${as.hat}&tenant=${as.tenant}`}
      />
      <p className="row">
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {entry === undefined ? "登记" : "保存更正"}
        </Button>
        <Button onClick={onDone}>取消</Button>
      </p>
    </div>
  );
}
