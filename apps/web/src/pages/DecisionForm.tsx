// What a decision says where it has a form of its own: who leads from now on, which result came from elsewhere.
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { PolicyForm } from "../components/PolicyForm.tsx";

export interface DecisionAnswers {
  [section: string]: { [field: string]: unknown };
}

interface Props {
  form: string;
  words: PolicyWords;
  answers: DecisionAnswers;
  gaps: { [field: string]: string };
  onChange: (answers: DecisionAnswers) => void;
}

export function DecisionForm({ form: key, words, answers, gaps, onChange }: Props) {
  const form = words.policy.forms.find((one) => one.key === key);
  return (form?.sections ?? []).map((section) => (
    <section key={section.key} aria-label={section.label?.zh ?? section.key}>
      <h3 className="section-title">{section.label?.zh ?? section.key}</h3>
      <PolicyForm
        section={section}
        value={answers[section.key] ?? {}}
        onChange={(field, value) =>
          onChange({ ...answers, [section.key]: { ...answers[section.key], [field]: value } })
        }
        gaps={gaps}
        lists={words.policy.lists}
        sheets={words.policy.sheets}
        upload={() => Promise.reject(new Error("决定不带文件"))}
      />
    </section>
  ));
}

/** Gaps by their field, with the sentence that says what is missing. */
export const gapsIn = (
  violations: readonly { field?: string; said: { zh: string } }[],
): { [field: string]: string } =>
  Object.fromEntries(
    violations.flatMap(({ field, said }) => (field === undefined ? [] : [[field, said.zh]])),
  );
