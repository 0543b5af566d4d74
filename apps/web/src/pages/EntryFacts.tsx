// What an entry of a register says, field by field; what was left out is not shown.
import { FileValue, type FormField } from "@yichuang/policy";
import { z } from "zod";
import type { Outputs } from "../app/wearing.tsx";
import { labelOf } from "../components/fields/field-context.ts";
import type { SpaceWords } from "./register-space.ts";
import { sayAnswer } from "./say-answer.ts";

type Entry = Outputs["register"]["entry"];

export function EntryFacts({ space, entry }: { space: SpaceWords; entry: Entry }) {
  const filled = entry.register.fields.filter(({ key }) => entry.answers[key] !== undefined);
  return (
    <dl className="entry-facts">
      {filled.map((field) => (
        <div key={field.key}>
          <dt>{labelOf(field)}</dt>
          <dd>
            <Answer field={field} value={entry.answers[field.key]} space={space} lists={entry.lists} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface AnswerProps {
  field: FormField;
  value: unknown;
  space: SpaceWords;
  lists: Entry["lists"];
}

function Answer({ field, value, space, lists }: AnswerProps) {
  if (field.kind === "identity") return <span className="mute">已登记，不显示号码</span>;
  const files = z.array(FileValue).safeParse(value);
  if (field.kind !== "file" || !files.success) return sayAnswer(field, value, lists);
  const { hat, tenant } = space.as;
  return files.data.map((file) => (
    <a key={file.id} href={`/files/${file.id}?hat=${hat}&tenant=${tenant}`}>
      {file.name}
    </a>
  ));
}
