import { Input, Modal } from "antd";
import { useState, type ReactNode } from "react";
import { zh } from "../words/zh.ts";
import { ClauseRefs } from "./ClauseRefs.tsx";
import type { ShownClause } from "./Refusal.tsx";

export interface ConfirmProps {
  open: boolean;
  /** act and object: 撤销“口腔修复科创中心” */
  title: string;
  /** what will happen */
  effects: ReactNode[];
  /** the verb again: 确认撤销 */
  verb: string;
  clauses?: ShownClause[];
  /** asks for a reason, at least one character */
  reason?: boolean;
  danger?: boolean;
  busy?: boolean;
  /** whether what the page asked for is filled in */
  ready?: boolean;
  /** further fields */
  children?: ReactNode;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}

/** Asks once before what is final or reaches others. */
export function Confirm(props: ConfirmProps) {
  const { open, title, effects, verb, clauses = [], danger = false, busy = false, ready = true } = props;
  const [reason, setReason] = useState("");
  const lacking = !ready || (props.reason === true && reason.trim() === "");
  return (
    <Modal
      open={open}
      title={title}
      okText={verb}
      cancelText={zh.confirm.cancel}
      okButtonProps={{ danger, disabled: lacking }}
      confirmLoading={busy}
      onOk={() => props.onConfirm(reason.trim())}
      onCancel={props.onCancel}
      destroyOnHidden
    >
      <div className="stack">
        <ul className="effects">
          {effects.map((effect, index) => (
            <li key={index}>{effect}</li>
          ))}
        </ul>
        {clauses.length > 0 && (
          <p className="row-wrap">
            <ClauseRefs clauses={clauses} />
          </p>
        )}
        {props.children}
        {props.reason === true && (
          <label className="field">
            <span className="field-label">{zh.confirm.reason}</span>
            <Input.TextArea
              rows={3}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              placeholder={zh.confirm.reasonMissing}
            />
          </label>
        )}
      </div>
    </Modal>
  );
}
