import { ExclamationCircleOutlined, LockOutlined } from "@ant-design/icons";
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
  /** what a yes would run into: the act may be done all the same */
  told?: ShownViolation[];
}

/**
 * A button that knows whether its act is allowed. A refused act stays visible and reachable by keyboard; pressing it
 * opens the reasons with their clauses. The first reason is also the button's description for screen readers.
 */
export function ActButton({ label, verdict, onAct, ...look }: ActButtonProps) {
  const { primary = false, busy = false, danger = false, small = false, told = [] } = look;
  const size = small ? "small" : "medium";
  if (verdict.kind !== "allowed")
    return <RefusedButton label={label} violations={verdict.violations} size={size} />;
  const button = (
    <Button type={primary ? "primary" : "default"} danger={danger} size={size} loading={busy} onClick={onAct}>
      {label}
    </Button>
  );
  return told.length === 0 ? (
    button
  ) : (
    <span className="told">
      {button}
      <Told label={label} told={told} />
    </span>
  );
}

/** The act is possible; what a yes would run into stands beside it. */
function Told({ label, told }: { label: string; told: ShownViolation[] }) {
  const content = told.map((violation) => <Refusal key={violation.said} {...violation} />);
  return (
    <Popover content={<div>{content}</div>} trigger={["hover", "click"]} placement="bottomRight">
      <Button
        type="text"
        size="small"
        icon={<ExclamationCircleOutlined />}
        aria-label={`${label}之前请看：${told.map(({ said }) => said).join("；")}`}
      />
    </Popover>
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
