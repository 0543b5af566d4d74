// The ways to begin an application: by which procedure and for which type.
import { Radio, Select } from "antd";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import type { Way } from "./NewApplication.tsx";

const FEW = 6;

/** All ways at a glance; where they are many, a list by procedure in which one can search. */
export function WayChoice({
  ways,
  chosen,
  words,
  onChoose,
}: {
  ways: Way[];
  chosen: string | undefined;
  words: PolicyWords;
  onChoose: (key: string) => void;
}) {
  if (ways.length <= FEW) {
    return (
      <Radio.Group
        className="ways"
        aria-label="申报的类型和方式"
        value={chosen}
        options={ways.map(({ key: value, label }) => ({ value, label }))}
        onChange={(event) => onChoose(String(event.target.value))}
      />
    );
  }
  const said = (way: Way): string => {
    const verdict = words.verdict(way.verdict);
    return verdict.kind === "allowed" ? way.short : `${way.short}（现在还不能）`;
  };
  return (
    <label className="stacked ways">
      申报的类型和方式
      <Select
        aria-label="申报的类型和方式"
        showSearch
        optionFilterProp="label"
        listHeight={320}
        value={chosen ?? null}
        options={[...new Set(ways.map(({ group }) => group))].map((group) => ({
          label: group,
          title: group,
          options: ways
            .filter((way) => way.group === group)
            .map((way) => ({ value: way.key, label: said(way) })),
        }))}
        onChange={(value: string | null) => onChoose(value ?? "")}
      />
    </label>
  );
}
