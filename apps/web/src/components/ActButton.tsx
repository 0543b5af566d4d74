import { LockOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import { useId } from "react";
import { zh } from "../words/zh.ts";
import { Refusal, type ShownViolation } from "./Refusal.tsx";

export type ShownVerdict =
  | { kind: "allowed" }
  | { kind: "refused"; violations: ShownViolation[] }
  | { kind: "pending"; violations: ShownViolation[] };

export interface ActButtonProps {
  label: string;
  verdict: ShownVerdict;
  onAct: () => void;
  primary?: boolean;
  busy?: boolean;
  danger?: boolean;
  small?: boolean;
}

/**
 * A button that knows whether its act is allowed. A refused act stays visible and reachable by keyboard; pressing it
 * opens the reasons with their clauses. The first reason is also the button's description for screen readers.
 */
export function ActButton({ label, verdict, onAct, ...look }: ActButtonProps) {
  const { primary = false, busy = false, danger = false, small = false } = look;
  const size = small ? "small" : "medium";
  if (verdict.kind !== "allowed")
    return <RefusedButton label={label} violations={verdict.violations} size={size} />;
  return (
    <Button type={primary ? "primary" : "default"} danger={danger} size={size} loading={busy} onClick={onAct}>
      {label}
    </Button>
  );
}

function RefusedButton(props: { label: string; violations: ShownViolation[]; size: "small" | "medium" }) {
  const { label, violations, size } = props;
  const description = useId();
  const reasons = violations.map((violation) => (
    <Refusal key={`${violation.said}${violation.openAsks ?? ""}`} {...violation} />
  ));
  return (
    <>
      <Popover content={<div>{reasons}</div>} trigger="click" placement="bottomRight">
        <Button
          className="refused"
          size={size}
          icon={<LockOutlined />}
          aria-disabled="true"
          aria-haspopup="dialog"
          aria-describedby={description}
        >
          {label}
        </Button>
      </Popover>
      <span id={description} hidden>
        {zh.act.why}：
        {violations
          .map(({ said, clauses }) => [said, ...clauses.map((clause) => clause.section)].join("，"))
          .join("；")}
      </span>
    </>
  );
}
