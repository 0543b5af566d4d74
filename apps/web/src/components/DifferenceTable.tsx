// What one version changes against another, place by place, in words.
export interface ShownDifference {
  kind: "added" | "dropped" | "changed" | "moved";
  path: string;
  said: string;
}

const KINDS: Record<ShownDifference["kind"], { label: string; tone: string }> = {
  added: { label: "增", tone: "pine" },
  dropped: { label: "删", tone: "cinnabar" },
  changed: { label: "改", tone: "ochre" },
  moved: { label: "移", tone: "ink" },
};

/** `改 3，增 1，删 0` */
export const countDifferences = (differences: readonly Pick<ShownDifference, "kind">[]): string =>
  (["changed", "added", "dropped"] as const)
    .map((kind) => `${KINDS[kind].label} ${differences.filter((one) => one.kind === kind).length}`)
    .join("，");

export function DifferenceTable({ differences, label }: { differences: ShownDifference[]; label: string }) {
  return (
    <table className="plain differences" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">类别</th>
          <th scope="col">内容</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ kind, path, said }) => (
          <tr key={`${kind}${path}`}>
            <td className="nowrap">
              <span className={`strong tone-${KINDS[kind].tone}`}>{KINDS[kind].label}</span>
            </td>
            <td>{said}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
