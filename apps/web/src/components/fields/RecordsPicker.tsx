import type { RecordClaim } from "@yichuang/policy";
import { Checkbox, Input, Modal } from "antd";
import { useState } from "react";
import { zh } from "../../words/zh.ts";
import type { ClaimableEntry } from "./field-context.ts";

interface Props {
  open: boolean;
  name: string;
  offered: ClaimableEntry[];
  onPick: (claims: Omit<RecordClaim, "share">[]) => void;
  onCancel: () => void;
}

/** Chooses entries of registers; one that was claimed before says where, and can be chosen all the same. */
export function RecordsPicker({ open, name, offered, onPick, onCancel }: Props) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [q, setQ] = useState("");
  const shown = offered.filter(({ claim }) => claim.title.includes(q));
  return (
    <Modal
      open={open}
      title={`${zh.form.pick}：${name}`}
      okText={zh.form.pickChosen(chosen.length)}
      cancelText={zh.confirm.cancel}
      okButtonProps={{ disabled: chosen.length === 0 }}
      width={640}
      onCancel={onCancel}
      onOk={() => {
        onPick(offered.map(({ claim }) => claim).filter(({ entry }) => chosen.includes(entry)));
        setChosen([]);
      }}
    >
      {offered.length === 0 ? (
        <p className="mute">{zh.form.nothingToPick}</p>
      ) : (
        <>
          <Input
            aria-label={zh.form.searchTitle}
            placeholder={zh.form.searchTitle}
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
          <Checkbox.Group className="claim-choices" value={chosen} onChange={(keys) => setChosen(keys)}>
            {shown.map(({ claim, earlier }) => (
              <Checkbox key={claim.entry} value={claim.entry}>
                {claim.title}
                {earlier.map((one) => (
                  <span className="claim-flag sm" key={`${one.name}${one.year}`}>
                    {zh.form.claimedBefore(one.name, one.year)}
                  </span>
                ))}
              </Checkbox>
            ))}
          </Checkbox.Group>
        </>
      )}
    </Modal>
  );
}
