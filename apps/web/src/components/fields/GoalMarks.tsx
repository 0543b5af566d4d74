import type { GoalValue } from "@yichuang/policy";
import { Input, Radio } from "antd";
import { zh } from "../../words/zh.ts";

interface GoalMarksProps {
  goal: GoalValue;
  name: string;
  readOnly: boolean;
  onGoal: (goal: GoalValue) => void;
}

/** Whether a goal was met, and what came of it; not answered until chosen. */
export function GoalMarks({ goal, name, readOnly, onGoal }: GoalMarksProps) {
  return (
    <div className="goal-marks">
      <Radio.Group
        aria-label={`${name} ${zh.form.met}`}
        disabled={readOnly}
        value={goal.met}
        onChange={(event) => onGoal({ ...goal, met: event.target.value === true })}
        options={[
          { value: true, label: zh.form.isMet },
          { value: false, label: zh.form.notMet },
        ]}
      />
      <Input
        value={goal.result ?? ""}
        readOnly={readOnly}
        placeholder={zh.form.result}
        aria-label={`${name} ${zh.form.result}`}
        onChange={(event) => onGoal({ ...goal, result: event.target.value })}
      />
    </div>
  );
}
