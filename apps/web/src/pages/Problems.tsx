import type { Problem } from "../app/administering.tsx";
import { ProblemTable } from "../components/ProblemTable.tsx";

/** Problems as the server names them, in the words of this page. */
export const Problems = ({ problems, label }: { problems: Problem[]; label: string }) => (
  <ProblemTable
    label={label}
    problems={problems.map(({ level, place, path, said, mend }) => ({
      level,
      path,
      place: place.zh,
      said: said.zh,
      mend: mend.zh,
    }))}
  />
);
