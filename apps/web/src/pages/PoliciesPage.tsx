import { useAdministered, useAdminVerdict } from "../app/administering.tsx";
import { useNavigate } from "@tanstack/react-router";
import { ActButton } from "../components/ActButton.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { PolicyShelf } from "./PolicyShelf.tsx";

/** A tenant's own versions and calls, for its administrator and its leader. */
export function PoliciesPage() {
  const { home } = useAdministered();
  const navigate = useNavigate();
  const verdict = useAdminVerdict("import-policy");
  return (
    <>
      <PageHead
        title="政策版本"
        actions={
          verdict === undefined ? undefined : (
            <ActButton
              primary
              label="导入办法"
              verdict={verdict}
              onAct={() => void navigate({ href: `${home}/policies/import` })}
            />
          )
        }
      />
      <PolicyShelf />
    </>
  );
}
