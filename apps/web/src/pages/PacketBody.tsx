// What an expert may read of a case: the answers that were handed in, without anything of rivals or other reviewers.
import type { Form } from "@yichuang/policy";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { PolicyForm } from "../components/PolicyForm.tsx";

type Review = Outputs["review"]["get"];
interface Dossier {
  form: string;
  answers: { [section: string]: { [field: string]: unknown } };
}

export function PacketBody({
  review,
  words,
  compact = false,
}: {
  review: Review;
  words: PolicyWords;
  compact?: boolean;
}) {
  const { as } = useWearing();
  const body = review.packet?.body ?? {};
  const dossier = ((body["dossiers"] ?? []) as Dossier[]).at(-1);
  const form = words.policy.forms.find(({ key }) => key === dossier?.form);
  if (form === undefined || dossier === undefined) return null;
  const { answers } = dossier;
  const sections = compact ? form.sections.filter(isProse) : form.sections;
  return (
    <>
      {sections.map((section) => (
        <section key={section.key} className="form-section" aria-label={section.label?.zh ?? section.key}>
          <h3 className="section-title">{section.label?.zh ?? section.key}</h3>
          <PolicyForm
            section={section}
            value={answers[section.key] ?? {}}
            onChange={() => {}}
            readOnly
            lists={words.policy.lists}
            sheets={words.policy.sheets}
            upload={() => Promise.reject(new Error("评审材料只能看"))}
            fileUrl={(id) => `/files/${id}?hat=${as.hat}&tenant=${as.tenant}`}
          />
        </section>
      ))}
    </>
  );
}

/** Beside a score sheet only what is written in words has room. */
const isProse = (section: Form["sections"][number]): boolean =>
  section.fields.some(({ kind }) => kind === "text" || kind === "file" || kind === "goals");
