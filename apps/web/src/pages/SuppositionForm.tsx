// One supposition: what is set up, moved, revoked or adopted. Nothing of it is done.
import { useQuery } from "@tanstack/react-query";
import { regionsUnder } from "@yichuang/domain";
import { Button, Input, Segmented, Select } from "antd";
import { useState } from "react";
import { api, ask, newKey } from "../app/client.ts";
import { type PolicyWords, usePolicy } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";

export type Supposition = Parameters<typeof api.network.whatIf.query>[0]["suppositions"][number];
/** A supposition with its sentence. */
export interface Said {
  supposition: Supposition;
  said: string;
}

type Kind = "begin" | "designate" | "move" | "revoke" | "adopt";
const KINDS: { value: Kind; label: string }[] = [
  { value: "begin", label: "增设一家" },
  { value: "designate", label: "认定在办的申报" },
  { value: "move", label: "迁到另一个市" },
  { value: "revoke", label: "撤销" },
  { value: "adopt", label: "采用另一版政策" },
];

interface Option {
  value: string;
  label: string;
}
interface FormProps {
  onAdd: (said: Said) => void;
}

export function SuppositionForm({ onAdd }: FormProps) {
  const [kind, setKind] = useState<Kind>("begin");
  return (
    <>
      <Segmented
        aria-label="设想什么"
        value={kind}
        options={KINDS}
        onChange={(value: Kind) => setKind(value)}
      />
      {kind === "begin" && <Begin onAdd={onAdd} />}
      {kind === "move" && <Move onAdd={onAdd} />}
      {(kind === "designate" || kind === "revoke") && <OfCenter key={kind} kind={kind} onAdd={onAdd} />}
      {kind === "adopt" && <Adopt onAdd={onAdd} />}
    </>
  );
}

function Choice(props: {
  label: string;
  options: Option[];
  value: Option | undefined;
  onChange: (option: Option | undefined) => void;
  onSearch?: (text: string) => void;
}) {
  const { label, options, value, onChange, onSearch } = props;
  return (
    <label className="stacked">
      {label}
      <Select
        aria-label={label}
        style={{ width: "100%", minWidth: 0 }}
        placeholder="请选择"
        allowClear
        showSearch={
          onSearch === undefined ? { optionFilterProp: "label" } : { filterOption: false, onSearch }
        }
        value={value?.value ?? null}
        options={options}
        onChange={(chosen: string | null) => onChange(options.find((one) => one.value === chosen))}
      />
    </label>
  );
}

/** Regions right under the tenant's own, as they hold today. */
function useRegions(): Option[] {
  const { as } = useWearing();
  const { data: map } = useQuery({ ...ask.network.map.queryOptions({ as }), staleTime: 60_000 });
  const { data } = useQuery({ ...ask.network.regions.queryOptions({ as }), staleTime: 60_000 });
  const own = map?.tenants.find(({ id }) => id === as.tenant)?.region;
  if (data === undefined || own === undefined || own === null) return [];
  return regionsUnder(data.regions, own, data.day).map(({ code, name }) => ({ value: code, label: name }));
}

function useInstitutions(): Option[] {
  const { as } = useWearing();
  const { data = [] } = useQuery(ask.supervision.institutions.queryOptions({ as }));
  return data.map(({ party_id: party, name }) => ({ value: String(party), label: name }));
}

/** Centers by name, the first ones where nothing is written yet. */
function useCenters(standings: ("applying" | "building" | "established" | "rectifying")[]) {
  const { as } = useWearing();
  const [q, setQ] = useState("");
  const asked = { as, standings, ...(q === "" ? {} : { q }) };
  const { data } = useQuery({ ...ask.center.list.queryOptions(asked), placeholderData: (before) => before });
  const options = (data?.rows ?? []).map((row) => ({
    value: row.center_id,
    label: `${row.name}（${row.host_name}）`,
    type: row.type_key,
  }));
  return { options, onSearch: setQ };
}

const THERE = ["building", "established", "rectifying"] as const;

const Add = ({ ready, onClick }: { ready: boolean; onClick: () => void }) => (
  <Button disabled={!ready} onClick={onClick}>
    加入设想
  </Button>
);

function Begin({ onAdd }: FormProps) {
  const { policy } = usePolicy();
  const [type, setType] = useState<Option>();
  const [host, setHost] = useState<Option>();
  const [field, setField] = useState<string>("");
  const [parent, setParent] = useState<Option>();
  const [region, setRegion] = useState<Option>();
  const { options: centers, onSearch } = useCenters([...THERE]);
  const institutions = useInstitutions();
  const regions = useRegions();
  const found = policy.types.find(({ key }) => key === type?.value);
  const add = () => {
    if (type === undefined || host === undefined) return;
    const name = `设想的${type.label}`;
    const begin = {
      type: type.value,
      name,
      party: Number(host.value),
      ...(field === "" ? {} : { field }),
      ...(parent === undefined ? {} : { parent: parent.value }),
      ...(region === undefined ? {} : { region: region.value }),
    };
    const where = [host.label, region?.label, labelOfField(policy, field)].filter(Boolean).join("、");
    const under = parent === undefined ? "" : `，归${parent.label}`;
    onAdd({
      supposition: { kind: "designate", center: newKey(), begin },
      said: `增设${type.label}（${where}）${under}`,
    });
  };
  return (
    <div className="what-if-fields">
      <Choice label="类型" options={typesOf(policy)} value={type} onChange={setType} />
      <Choice label="依托单位" options={institutions} value={host} onChange={setHost} />
      {found?.fields !== undefined && (
        <Field policy={policy} list={found.fields} value={field} onChange={setField} />
      )}
      {found?.under !== undefined && (
        <Choice
          label="上级中心"
          options={centers.filter((one) => found.under?.includes(one.type) === true)}
          value={parent}
          onChange={setParent}
          onSearch={onSearch}
        />
      )}
      <Choice label="所在地，不选为单位登记的所在地" options={regions} value={region} onChange={setRegion} />
      <Add ready={type !== undefined && host !== undefined} onClick={add} />
    </div>
  );
}

type Policy = PolicyWords["policy"];

const typesOf = ({ types }: Policy): Option[] =>
  types.map(({ key, label }) => ({ value: key, label: label?.zh ?? key }));

const labelOfField = ({ lists }: Policy, field: string): string =>
  lists.flatMap(({ items }) => items).find(({ key }) => key === field)?.label?.zh ?? field;

/** A field of the list; where the text leaves the list open, a word of one's own. */
function Field(props: { policy: Policy; list: string; value: string; onChange: (field: string) => void }) {
  const { policy, value, onChange } = props;
  const list = policy.lists.find(({ key }) => key === props.list);
  const options = (list?.items ?? []).map(({ key, label }) => ({ value: key, label: label?.zh ?? key }));
  if (options.length > 0) {
    const chosen = options.find((one) => one.value === value);
    return (
      <Choice label="领域" options={options} value={chosen} onChange={(one) => onChange(one?.value ?? "")} />
    );
  }
  return (
    <label className="stacked">
      领域
      <Input
        aria-label="领域"
        maxLength={80}
        value={value}
        onChange={(event) => onChange(event.target.value.trim())}
      />
    </label>
  );
}

function Move({ onAdd }: FormProps) {
  const [center, setCenter] = useState<Option>();
  const [host, setHost] = useState<Option>();
  const [region, setRegion] = useState<Option>();
  const { options, onSearch } = useCenters([...THERE]);
  const institutions = useInstitutions();
  const regions = useRegions();
  const add = () => {
    if (center === undefined) return;
    const to = [region?.label, host === undefined ? undefined : `由${host.label}牵头`].filter(Boolean);
    onAdd({
      supposition: {
        kind: "move",
        center: center.value,
        ...(host === undefined ? {} : { party: Number(host.value) }),
        ...(region === undefined ? {} : { region: region.value }),
      },
      said: `${center.label}迁到${to.join("，")}`,
    });
  };
  return (
    <div className="what-if-fields">
      <Choice label="中心" options={options} value={center} onChange={setCenter} onSearch={onSearch} />
      <Choice label="迁到" options={regions} value={region} onChange={setRegion} />
      <Choice label="改由哪家单位牵头，可不选" options={institutions} value={host} onChange={setHost} />
      <Add ready={center !== undefined && (region !== undefined || host !== undefined)} onClick={add} />
    </div>
  );
}

function OfCenter({ kind, onAdd }: FormProps & { kind: "designate" | "revoke" }) {
  const [center, setCenter] = useState<Option>();
  const { options, onSearch } = useCenters(kind === "revoke" ? [...THERE] : ["applying"]);
  const add = () => {
    if (center === undefined) return;
    const said = kind === "revoke" ? `撤销${center.label}` : `认定${center.label}`;
    onAdd({ supposition: { kind, center: center.value }, said });
  };
  return (
    <div className="what-if-fields">
      <Choice
        label={kind === "revoke" ? "中心" : "在办的申报"}
        options={options}
        value={center}
        onChange={setCenter}
        onSearch={onSearch}
      />
      <Add ready={center !== undefined} onClick={add} />
    </div>
  );
}

function Adopt({ onAdd }: FormProps) {
  const { as } = useWearing();
  const [version, setVersion] = useState<Option>();
  const { data, error } = useQuery(ask.policyAdmin.versions.queryOptions({ as, of: as.tenant }));
  if (error !== null) return <p className="mute">政策版本由经办人、分管领导或租户管理员查看</p>;
  const options = (data?.versions ?? []).map((one) => ({
    value: one.version_id,
    label: `${one.title} 第 ${one.version_no} 版`,
  }));
  if (data !== undefined && options.length === 0)
    return <p className="mute">还没有导入过别的版本。先到“政策”页导入，再回来对比</p>;
  const add = () =>
    version !== undefined &&
    onAdd({ supposition: { kind: "adopt", version: version.value }, said: `采用${version.label}` });
  return (
    <div className="what-if-fields">
      <Choice label="政策版本" options={options} value={version} onChange={setVersion} />
      <Add ready={version !== undefined} onClick={add} />
    </div>
  );
}
