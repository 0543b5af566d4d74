import type { GoalValue } from "@yichuang/policy";
import { Input } from "antd";
import { zh } from "../../words/zh.ts";
import { type ControlProps, freeKey, listOf, withoutEmpty } from "./field-context.ts";
import { GoalMarks } from "./GoalMarks.tsx";

/** Goals: written in an application, marked as met or not where the field fills scores. */
export function GoalsControl({ field, name, value, onChange, readOnly }: ControlProps) {
  const goals = listOf<GoalValue>(value);
  const marks = field.fills === "scores";
  const shown = readOnly || (marks && goals.length > 0) ? goals : withSlots(goals, field.slots ?? 1);
  const keep = (changed: GoalValue) => {
    const at = shown.findIndex((goal) => goal.key === changed.key);
    const kept = shown.slice(0, Math.max(goals.length, at + 1));
    onChange(kept.map((goal) => (goal.key === changed.key ? withWords(changed) : goal)));
  };
  return (
    <div>
      <ol className="goals">
        {shown.map((goal, index) => (
          <li key={goal.key}>
            <span className="goal-number">{index + 1}</span>
            <div className="grow">
              <GoalWords
                goal={goal}
                name={`${name} ${zh.form.row(index + 1)}`}
                readOnly={readOnly || (marks && goals.length > 0)}
                onGoal={keep}
              />
              {marks && (
                <GoalMarks goal={goal} name={`${name} ${index + 1}`} readOnly={readOnly} onGoal={keep} />
              )}
            </div>
            {!readOnly && !marks && (
              <button
                type="button"
                className="link"
                aria-label={`${zh.form.remove} ${zh.form.goal} ${index + 1}`}
                onClick={() => onChange(goals.filter((other) => other.key !== goal.key))}
              >
                {zh.form.remove}
              </button>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && !marks && (
        <button type="button" className="link" onClick={() => onChange([...shown, blank(shown)])}>
          ＋ {zh.form.add}
        </button>
      )}
    </div>
  );
}

interface WordsProps {
  goal: GoalValue;
  name: string;
  readOnly: boolean;
  onGoal: (goal: GoalValue) => void;
}

function GoalWords({ goal, name, readOnly, onGoal }: WordsProps) {
  if (readOnly) {
    const details = [goal.target, goal.due].filter((word) => word !== undefined);
    return (
      <p>
        {goal.text} {details.length > 0 && <span className="sm mute">{details.join(" · ")}</span>}
      </p>
    );
  }
  return (
    <div className="goal-fields">
      <Input
        value={goal.text}
        placeholder={zh.form.goal}
        aria-label={`${name} ${zh.form.goal}`}
        onChange={(event) => onGoal({ ...goal, text: event.target.value })}
      />
      <Input
        value={goal.target ?? ""}
        placeholder={zh.form.target}
        aria-label={`${name} ${zh.form.target}`}
        onChange={(event) => onGoal({ ...goal, target: event.target.value })}
      />
      <Input
        type="date"
        value={goal.due ?? ""}
        aria-label={`${name} ${zh.form.goalDue}`}
        onChange={(event) => onGoal({ ...goal, due: event.target.value })}
      />
    </div>
  );
}

const blank = (goals: GoalValue[]): GoalValue => ({ key: freeKey(goals, "goal"), text: "" });
const withWords = (goal: GoalValue): GoalValue => ({ ...withoutEmpty(goal), text: goal.text });

function withSlots(goals: GoalValue[], slots: number): GoalValue[] {
  let shown = goals;
  while (shown.length < slots) shown = [...shown, blank(shown)];
  return shown;
}
