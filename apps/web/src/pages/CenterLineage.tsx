// Where a center stands in the network: what is above it, what is under it, and which ways lead further up.
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import type { CenterData } from "./CenterPage.tsx";
import { PromotionPaths } from "./PromotionPaths.tsx";

export function CenterLineage({ center, words }: { center: CenterData; words: PolicyWords }) {
  const { base } = useWearing();
  const { head, network } = center;
  const above = network.links.filter(({ role }) => role === "parent-center");
  return (
    <section>
      <h3 className="section-title">谱系与晋级</h3>
      <ul className="lineage" aria-label="谱系">
        {above.map((one) => (
          <li key={one.key} className={one.to === undefined ? "" : "mute"}>
            <span className="sm mute">上级</span>{" "}
            {one.center === undefined ? (
              one.name
            ) : (
              <AppLink to={`${base}/centers/${one.center}`}>{one.name}</AppLink>
            )}{" "}
            <span className="sm mute">
              {one.from} 起{one.to === undefined ? "" : `，${one.to} 止`}
            </span>
          </li>
        ))}
        <li className="lineage-own">
          <strong>{head.name}</strong> <span className="sm mute">{words.type(head.type)}</span>
          {network.under.length > 0 && (
            <ul>
              {network.under.map((one) => (
                <li key={one.id}>
                  <AppLink to={`${base}/centers/${one.id}`}>{one.name}</AppLink>{" "}
                  <span className="sm mute">{[one.city, one.unit].filter(Boolean).join(" · ")}</span>{" "}
                  {one.standing !== null && (
                    <StandingTag standing={one.standing} label={words.standing(one.standing)} />
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      </ul>
      <PromotionPaths paths={network.paths} />
    </section>
  );
}
