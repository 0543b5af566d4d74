// A year's call: what it changes in the published version, adopted whole or not at all.
import { Button } from "antd";
import { useState } from "react";
import { type Problem, useAdministered, useAdministering } from "../app/administering.tsx";
import { api } from "../app/client.ts";
import { useWearing } from "../app/wearing.tsx";
import { DocumentText } from "./DocumentText.tsx";
import { Problems } from "./Problems.tsx";

export function CallForm({ onDone }: { onDone: () => void }) {
  const { as } = useWearing();
  const { of } = useAdministered();
  const { busy, run } = useAdministering();
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<Problem[]>();
  const go = async () => {
    setProblems(undefined);
    const answer = await run(
      () => api.policyAdmin.adoptCall.mutate({ as, of, text }),
      "通知已下发，对这一年新建的申报有效",
    );
    if (answer?.kind === "problems") setProblems(answer.problems);
    if (answer?.kind === "done") onDone();
  };
  return (
    <section className="form-section" aria-label="下发年度通知">
      <p className="mute">
        通知只写与已发布版本不同的地方。已经建立的申报仍按原来的办；通知不能放宽办法里锁定的要求。
      </p>
      <DocumentText label="通知全文" text={text} onText={setText} />
      <p>
        <Button type="primary" disabled={text.trim() === ""} loading={busy} onClick={() => void go()}>
          {busy ? "正在检查并下发" : "检查并下发"}
        </Button>
      </p>
      {problems !== undefined && (
        <>
          <output className="notice">没有下发。请按下面的意见改正后再试。</output>
          <Problems problems={problems} label="通知的问题" />
        </>
      )}
    </section>
  );
}
