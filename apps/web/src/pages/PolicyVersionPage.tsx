// One version: what is wrong with it or open, what it changes against the version in force, and its way into force.
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { explainPolicy } from "@yichuang/policy";
import { App, Button, Tabs } from "antd";
import { useState } from "react";
import { showVerdict, useAdministered, useAdministering } from "../app/administering.tsx";
import { api, ask, saidOf } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { countDifferences, DifferenceTable } from "../components/DifferenceTable.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { PolicyOverview } from "./PolicyOverview.tsx";
import { RehearseDialog } from "./RehearseDialog.tsx";
import { VersionRehearsal } from "./VersionRehearsal.tsx";
import { Problems } from "./Problems.tsx";
import { saveFile } from "./register-file.ts";
import { dayOfInstant, spanWord, VersionState } from "./VersionState.tsx";

type Version = Outputs["policyAdmin"]["version"];
type Asked = "ask-publication" | "publish-policy" | "retire-policy";

export function PolicyVersionPage() {
  const { version: id = "" } = useParams({ strict: false });
  const { as } = useWearing();
  const { of, home, ofTenant } = useAdministered();
  const { data } = useSuspenseQuery(ask.policyAdmin.version.queryOptions({ as, of, id }));
  const [tab, setTab] = useState("overview");
  const open = data.problems.filter(({ level }) => level === "open").length;
  const ends = data.rehearsal?.deadEnds.length ?? 0;
  return (
    <>
      <PageHead
        crumbs={[
          { label: ofTenant ? "租户的政策" : "政策版本", to: ofTenant ? home : `${home}/policies` },
          { label: `第 ${data.version_no} 版` },
        ]}
        title={data.title}
        tags={
          <>
            <VersionState shown={data.shown} holds={data.holds} large />
            <span className="mute">第 {data.version_no} 版</span>
          </>
        }
        actions={<VersionActs version={data} onRehearsed={() => setTab("rehearsal")} />}
      />
      <Facts version={data} />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          { key: "overview", label: "总览", children: <PolicyOverview policy={data.policy} /> },
          {
            key: "differences",
            label: `与施行版的差别${data.differences === null || data.against?.same === true ? "" : ` ${data.differences.length}`}`,
            children: <Differences version={data} />,
          },
          {
            key: "problems",
            label: `检查 ${data.problems.length}${open > 0 ? `（未定 ${open}）` : ""}`,
            children:
              data.problems.length === 0 ? (
                <EmptyState title="检查没有发现问题" next="没有未定的值，也没有理解口径" />
              ) : (
                <Problems problems={data.problems} label="检查结果" />
              ),
          },
          {
            key: "rehearsal",
            label: ends > 0 ? `预演 ${ends}` : "预演",
            children: <VersionRehearsal rehearsal={data.rehearsal} policy={data.policy} />,
          },
          { key: "whole", label: "全文说明", children: <Whole version={data} /> },
        ]}
      />
    </>
  );
}

function Facts({ version }: { version: Version }) {
  const { policy } = version;
  const facts: [string, string | number][] = [
    ["施行", version.in_force_from === null ? "未发布" : spanWord(version.in_force_from, version.until)],
    ...(version.in_force_from === null && version.asked_from !== null
      ? ([["提请", `从 ${version.asked_from} 起施行，等分管领导确认`]] satisfies [string, string][])
      : []),
    ["导入", dayOfInstant(version.saved_at)],
    ["类型", policy.types.map(({ label, key }) => label?.zh ?? key).join("、")],
    ["程序", `${policy.procedures.length} 个`],
    ["指纹", version.doc_hash.slice(0, 16)],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Differences({ version: { differences, against } }: { version: Version }) {
  if (differences === null)
    return <EmptyState title="现在没有施行的版本" next="这是第一版，发布之后才有可以比较的" />;
  if (against?.same === true) return <EmptyState title="这一版就是现在施行的版本" />;
  if (differences.length === 0) return <EmptyState title={`与第 ${against?.version} 版没有差别`} />;
  return (
    <>
      <p className="mute">
        与施行的第 {against?.version} 版相比：{countDifferences(differences)}
        。已经开始的仍按原来的版本办。
      </p>
      <DifferenceTable
        label="与施行版的差别"
        differences={differences.map(({ kind, path, said }) => ({ kind, path, said: said.zh }))}
      />
    </>
  );
}

function Whole({ version }: { version: Version }) {
  return (
    <div className="policy-text">
      {explainPolicy(version.policy, "zh").map((line, index) => (
        <p key={`${index}${line.slice(0, 12)}`}>{line}</p>
      ))}
    </div>
  );
}

const ACTS: Record<Asked, { label: string; done: string; effects: string[] }> = {
  "ask-publication": {
    label: "提请发布",
    done: "已提请，等分管领导确认",
    effects: ["由另一个人（分管领导）确认之后才施行", "确认之前可以改日期，重新提请"],
  },
  "publish-policy": {
    label: "发布",
    done: "已发布",
    effects: [
      "从这一天起，新建的申报按这一版办",
      "已经开始的仍按原来的版本办",
      "发布之后不能再改，只能另发一版",
    ],
  },
  "retire-policy": {
    label: "停用",
    done: "已停用",
    effects: ["这一版不再提供选用，记录仍然保留"],
  },
};
const ORDER = ["publish-policy", "ask-publication", "retire-policy"] as const;

function VersionActs({ version, onRehearsed }: { version: Version; onRehearsed: () => void }) {
  const { as, me } = useWearing();
  const { of } = useAdministered();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Asked | "rehearse-policy">();
  const save = async () => {
    try {
      const file = await api.policyAdmin.export.query({ as, of, id: version.version_id });
      saveFile(file.name, file.text, "application/json");
    } catch (error) {
      void message.error(saidOf(error));
    }
  };
  // the platform's administrator publishes without being asked; a version that is over is no longer asked for
  const over = version.state === "published" || version.state === "retired";
  const shown = ORDER.filter((act) =>
    act === "retire-policy"
      ? version.state !== "retired"
      : !over && !(act === "ask-publication" && me.role !== "tenant-admin"),
  );
  const rehearses =
    me.role === "leader"
      ? undefined
      : version.abilities.find((one) => one.act === "rehearse-policy")?.verdict;
  return (
    <>
      <Button onClick={() => void save()}>导出 JSON</Button>
      {rehearses !== undefined && !over && (
        <ActButton
          label={version.rehearsal === null ? "预演" : "重新预演"}
          verdict={showVerdict(rehearses)}
          onAct={() => setAsked("rehearse-policy")}
        />
      )}
      {shown.map((act) => {
        const verdict = version.abilities.find((one) => one.act === act)?.verdict;
        if (verdict === undefined) return null;
        return (
          <ActButton
            key={act}
            label={ACTS[act].label}
            primary={act !== "retire-policy"}
            verdict={showVerdict(verdict)}
            onAct={() => setAsked(act)}
          />
        );
      })}
      {asked === "rehearse-policy" && (
        <RehearseDialog
          version={version}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setAsked(undefined);
            onRehearsed();
          }}
        />
      )}
      {asked !== undefined && asked !== "rehearse-policy" && (
        <ActDialog version={version} act={asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

function ActDialog({ version, act, onClose }: { version: Version; act: Asked; onClose: () => void }) {
  const { as, me } = useWearing();
  const { of } = useAdministered();
  const { busy, run } = useAdministering();
  const confirms = act === "publish-policy" && me.role === "leader";
  const [day, setDay] = useState(version.asked_from ?? version.today);
  const { label, done, effects } = ACTS[act];
  const at = { as, of, id: version.version_id };
  const asksDay = act !== "retire-policy" && !confirms;
  const go = async () => {
    const answer = await run(() => {
      if (act === "retire-policy") return api.policyAdmin.retire.mutate(at);
      if (act === "ask-publication") return api.policyAdmin.askPublication.mutate({ ...at, from: day });
      return api.policyAdmin.publish.mutate(confirms ? at : { ...at, from: day });
    }, done);
    if (answer?.kind === "done") onClose();
  };
  return (
    <Confirm
      open
      title={`${label}：${version.title}（第 ${version.version_no} 版）`}
      effects={confirms ? [`从 ${version.asked_from ?? ""} 起施行`, ...effects.slice(1)] : effects}
      verb={`确认${label}`}
      busy={busy}
      ready={!asksDay || day !== ""}
      onCancel={onClose}
      onConfirm={() => void go()}
    >
      {asksDay && (
        <label className="stacked">
          施行日期
          <input
            type="date"
            aria-label="施行日期"
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
      )}
    </Confirm>
  );
}
