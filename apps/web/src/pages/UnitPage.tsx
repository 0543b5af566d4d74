import { Suspense } from "react";
import { PageHead } from "../components/PageHead.tsx";
import { useWearing } from "../app/wearing.tsx";
import { UnitTargets } from "./UnitTargets.tsx";
import { UnitDuties } from "./UnitDuties.tsx";

/** What an institution itself owes in this tenant. */
export function UnitPage() {
  const { me, unit } = useWearing();
  return (
    <>
      <PageHead title="单位职责" tags={<span className="mute">{unit}</span>} />
      <UnitDuties party={me.party} />
      <Suspense fallback={null}>
        <UnitTargets />
      </Suspense>
    </>
  );
}
