// A policy is handed in: its text, what a check finds in it, and the draft that it becomes.
import { useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useState } from "react";
import { type Problem, useAdministered, useAdministering, useAdminVerdict } from "../app/administering.tsx";
import { api, saidOf } from "../app/client.ts";
import { type Outputs, useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { countProblems } from "../components/ProblemTable.tsx";
import { DocumentText } from "./DocumentText.tsx";
import { Problems } from "./Problems.tsx";

type Found = Outputs["policyAdmin"]["validate"];

export function PolicyImportPage() {
  const { as } = useWearing();
  const { of, home, ofTenant } = useAdministered();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { busy, run } = useAdministering();
  const [text, setText] = useState("");
  const [checking, setChecking] = useState(false);
  const [found, setFound] = useState<Pick<Found, "fit" | "problems" | "summary">>();
  const verdict = useAdminVerdict("import-policy");
  const check = async () => {
    setChecking(true);
    try {
      setFound(await api.policyAdmin.validate.mutate({ as, text }));
    } catch (error) {
      void message.error(saidOf(error));
    } finally {
      setChecking(false);
    }
  };
  const keep = async () => {
    const answer = await run(
      () => api.policyAdmin.import.mutate({ as, of, text }),
      "已存为草稿，比较之后再发布",
    );
    if (answer?.kind === "problems") setFound({ fit: false, problems: answer.problems, summary: null });
    if (answer?.kind === "done" && answer.id !== undefined)
      await navigate({ href: `${home}/policies/${answer.id}` });
  };
  const write = (next: string) => {
    setText(next);
    setFound(undefined);
  };
  return (
    <>
      <PageHead
        crumbs={[
          { label: ofTenant ? "租户的政策" : "政策版本", to: ofTenant ? home : `${home}/policies` },
          { label: "导入" },
        ]}
        title="导入办法"
        actions={
          <>
            <Button disabled={text.trim() === ""} loading={checking} onClick={() => void check()}>
              {checking ? "正在检查" : "检查"}
            </Button>
            {verdict !== undefined && found?.fit === true && (
              <ActButton primary label="存为草稿" verdict={verdict} busy={busy} onAct={() => void keep()} />
            )}
          </>
        }
      />
      <DocumentText label="办法全文" text={text} onText={write} />
      <output>{found !== undefined && <Verdict found={found} />}</output>
      {found !== undefined && found.problems.length > 0 && (
        <Problems problems={found.problems} label="检查结果" />
      )}
    </>
  );
}

function Verdict({ found }: { found: { fit: boolean; problems: Problem[]; summary: Found["summary"] } }) {
  const { fit, problems, summary } = found;
  const counts = countProblems(problems);
  if (!fit)
    return <span className="notice">还不能存为草稿：{counts}。请按“怎样改”一列改正，再检查一次。</span>;
  return (
    <span className="check-passed">
      <span className="strong">可以存为草稿。</span>
      {summary !== null &&
        `${summary.title.zh}：${summary.types} 个类型，${summary.procedures} 个程序，${summary.forms} 张表，${summary.clauses} 条条款。`}
      {counts === "" ? "没有未定的值。" : `${counts}。未定的值不会默认填写，以后由有权的人补定。`}
    </span>
  );
}
