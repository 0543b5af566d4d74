// Regions are chosen by their names, never by codes: each with the names of those above it.
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { ask } from "./client.ts";
import { type Outputs, useWearing } from "./wearing.tsx";

type Region = Outputs["network"]["regions"]["regions"][number];
export interface RegionOption {
  value: string;
  label: string;
}

const pathOf = (known: ReadonlyMap<string, Region>, { name, parent }: Region): string => {
  const above = parent === undefined ? undefined : known.get(parent);
  return above === undefined ? name : `${pathOf(known, above)} ${name}`;
};

/** The regions that hold on a day, today where none is given. */
export function useRegionOptions(day?: string): RegionOption[] {
  const { as } = useWearing();
  const { data } = useQuery({
    ...ask.network.regions.queryOptions({ as, ...(day === undefined || day === "" ? {} : { day }) }),
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  const regions = data?.regions ?? [];
  const known = new Map(regions.map((region) => [region.code, region]));
  return regions.map((region) => ({ value: region.code, label: pathOf(known, region) }));
}

interface Shared {
  label: string;
  options: RegionOption[];
  placeholder?: string;
  width?: number;
}

const SEARCHED = { optionFilterProp: "label" } as const;

export function RegionSelect(
  props: Shared & { value: string | null; onChange: (code: string | null) => void; clear?: boolean },
) {
  const { label, options, placeholder = "输入名称查找", width, value, onChange, clear = false } = props;
  return (
    <Select
      aria-label={label}
      showSearch={SEARCHED}
      allowClear={clear}
      placeholder={placeholder}
      {...(width === undefined ? {} : { style: { width } })}
      value={value}
      options={options}
      onChange={(next: string | null | undefined) => onChange(next ?? null)}
    />
  );
}

export function RegionsSelect(props: Shared & { value: string[]; onChange: (codes: string[]) => void }) {
  const { label, options, placeholder = "输入名称查找，可以选几个", value, onChange } = props;
  return (
    <Select
      mode="multiple"
      aria-label={label}
      showSearch={SEARCHED}
      placeholder={placeholder}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
