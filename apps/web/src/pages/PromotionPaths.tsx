// The ways up from a center: who recommends it where, and leaf by leaf what is still missing.
import { usePolicy } from "../app/policy-in-force.tsx";
import type { Outputs } from "../app/wearing.tsx";
import { ClauseRefs } from "../components/ClauseRefs.tsx";
import { Explanation } from "../components/Explanation.tsx";
import { ForceMark } from "../components/ForceMark.tsx";
import { Refusal } from "../components/Refusal.tsx";
import { type AnyStanding, StandingTag } from "../components/StandingTag.tsx";

export type PathLine = Outputs["center"]["get"]["network"]["paths"][number];

const STATES: Record<PathLine["state"], readonly [AnyStanding, Record<PathLine["way"], string>]> = {
  allowed: ["established", { promotion: "可以推荐", procedure: "可以申报" }],
  pending: ["open", { promotion: "有待确定", procedure: "有待确定" }],
  refused: ["rectifying", { promotion: "还差条件", procedure: "还差条件" }],
};

export function PromotionPaths({ paths }: { paths: readonly PathLine[] }) {
  if (paths.length === 0) return <p className="mute">政策没有写从这里往上的路径</p>;
  return (
    <ul className="plain-list" aria-label="晋级路径">
      {paths.map((path) => (
        <li key={`${path.center}${path.way}${path.key}${path.to.type}`}>
          <PathHead path={path} />
          <PathDetail path={path} />
        </li>
      ))}
    </ul>
  );
}

/** Where a way leads, by whom, and how it stands. */
export function PathHead({ path }: { path: PathLine }) {
  const { state, to, by, way, force, label, clauses, doneOn } = path;
  const [look, word] = STATES[state];
  return (
    <div className="row-wrap">
      <span className="strong">
        {to.type}
        {to.authority !== undefined && to.authority !== to.type && `（${to.authority}）`}
      </span>
      {doneOn === undefined ? (
        <StandingTag standing={look} label={word[way]} />
      ) : (
        <StandingTag standing="decided" label={`${doneOn} 已推荐`} />
      )}
      <span className="sm mute">
        {label}，{way === "promotion" ? `由${by}推荐` : `由${by}申报`}
      </span>
      <ForceMark force={force} />
      <ClauseRefs clauses={clauses} />
    </div>
  );
}

function PathDetail({ path }: { path: PathLine }) {
  const words = usePolicy();
  return (
    <>
      {path.why.map((one) => (
        <Refusal key={one.code} {...words.violation(one)} />
      ))}
      {path.leaves.map((leaf) => (
        <Explanation
          key={leaf.path}
          ruling={{
            truth: leaf.truth,
            said: leaf.words,
            ...(leaf.rule === path.label ? {} : { label: leaf.rule }),
            force: leaf.force,
            because: leaf.clauses,
            parts: [],
          }}
        />
      ))}
    </>
  );
}
