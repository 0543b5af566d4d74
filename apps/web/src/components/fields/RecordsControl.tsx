import type { RecordClaim } from "@yichuang/policy";
import { InputNumber } from "antd";
import { useEffect, useState } from "react";
import { zh } from "../../words/zh.ts";
import { type ClaimableEntry, type ControlProps, listOf } from "./field-context.ts";
import { RecordsPicker } from "./RecordsPicker.tsx";

/** Entries of registers that are claimed here, each with its share and with where it had been claimed before. */
export function RecordsControl({ field, value, name, onChange, readOnly, context }: ControlProps) {
  const claims = listOf<RecordClaim>(value);
  const { records = {} } = context;
  const [offered, setOffered] = useState<ClaimableEntry[]>();
  const [picking, setPicking] = useState(false);
  const list = field.of === undefined ? undefined : records.list;
  useEffect(() => {
    if (list === undefined || field.of === undefined || offered !== undefined) return;
    void list(field.of).then(setOffered, () => setOffered([]));
  }, [list, field.of, offered]);
  const earlierOf = (entry: string) =>
    records.earlier?.[entry] ?? offered?.find(({ claim }) => claim.entry === entry)?.earlier ?? [];
  const keep = (changed: RecordClaim) =>
    onChange(claims.map((claim) => (claim.entry === changed.entry ? changed : claim)));
  return (
    <div>
      {readOnly && claims.length === 0 && <p className="mute">{zh.form.empty}</p>}
      <ul className="claims">
        {claims.map((claim) => (
          <li key={claim.entry}>
            <span className="grow">
              {claim.title}
              {earlierOf(claim.entry).map((one) => (
                <span className="claim-flag sm" key={`${one.name}${one.year}`}>
                  {zh.form.claimedBefore(one.name, one.year)}
                </span>
              ))}
            </span>
            {field.share === true && <Share claim={claim} name={name} readOnly={readOnly} onClaim={keep} />}
            {!readOnly && (
              <button
                type="button"
                className="link"
                aria-label={`${zh.form.remove} ${name} ${claim.title}`}
                onClick={() => onChange(claims.filter((other) => other.entry !== claim.entry))}
              >
                {zh.form.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && list !== undefined && (
        <button type="button" className="link" onClick={() => setPicking(true)}>
          ＋ {zh.form.pick}
        </button>
      )}
      <RecordsPicker
        open={picking}
        name={name}
        offered={(offered ?? []).filter(({ claim }) => !claims.some(({ entry }) => entry === claim.entry))}
        onCancel={() => setPicking(false)}
        onPick={(picked) => {
          setPicking(false);
          const shared = picked.map((claim) => (field.share === true ? { ...claim, share: 1 } : claim));
          onChange([...claims, ...shared]);
        }}
      />
    </div>
  );
}

interface ShareProps {
  claim: RecordClaim;
  name: string;
  readOnly: boolean;
  onClaim: (claim: RecordClaim) => void;
}

function Share({ claim, name, readOnly, onClaim }: ShareProps) {
  const percent = claim.share === undefined ? undefined : Math.round(claim.share * 10_000) / 100;
  if (readOnly) return <span>{percent === undefined ? "" : zh.form.sharePercent(percent)}</span>;
  return (
    <InputNumber
      size="small"
      min={0}
      max={100}
      suffix="%"
      value={percent ?? null}
      aria-label={`${name} ${claim.title} ${zh.form.share}`}
      onChange={(next) => {
        const { share: _share, ...rest } = claim;
        onClaim(next === null ? rest : { ...rest, share: next / 100 });
      }}
    />
  );
}
