import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { api, ask, queries, saidOf } from "../app/client.ts";
import type { Outputs } from "../app/wearing.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { BrandMark } from "../components/BrandMark.tsx";
import { TierDrawing } from "../components/TierDrawing.tsx";
import { zh } from "../words/zh.ts";

interface Credentials {
  signIn: string;
  password: string;
}

export function SignInPage() {
  const navigate = useNavigate();
  const search: { to?: string } = useSearch({ strict: false });
  const [form] = Form.useForm<Credentials>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { data: session } = useQuery(ask.session.me.queryOptions());
  const demo = useQuery({
    ...ask.demo.state.queryOptions(),
    enabled: session !== undefined && session.demo !== null,
  });
  const enter = async (credentials: Credentials) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await api.session.signIn.mutate(credentials);
      queries.clear();
      await navigate({ href: search.to?.startsWith("/") === true ? search.to : "/" });
    } catch (error) {
      setProblem(saidOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <section className="sign-in-words">
        <p className="brand">
          <BrandMark />
          <span className="brand-name">医创</span>
        </p>
        <h1>医学科技创新中心管理平台</h1>
        <p>政策是一份文件，申报、建设、验收都按它办理；每一步都能看到依据的条款。</p>
        <TierDrawing />
      </section>
      <section className="sign-in-form" aria-label="登录">
        <h2>登录</h2>
        {problem !== undefined && <Alert type="error" showIcon title={problem} role="alert" />}
        <Form form={form} layout="vertical" onFinish={(values) => void enter(values)} requiredMark={false}>
          <Form.Item name="signIn" label="账号" rules={[{ required: true, message: "请填账号" }]}>
            <Input autoComplete="username" size="large" />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: "请填密码" }]}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={busy}>
            登录
          </Button>
        </Form>
        <p className="sm">
          <AppLink to="/public">{zh.public.link}</AppLink>
        </p>
        {demo.data !== undefined && (
          <DemoAccounts accounts={demo.data.accounts} onEnter={(account) => void enter(account)} />
        )}
      </section>
    </main>
  );
}

type Account = Outputs["demo"]["state"]["accounts"][number];

/** Everybody of one tenant at a time; one click signs in. */
function DemoAccounts({
  accounts,
  onEnter,
}: {
  accounts: Account[];
  onEnter: (account: Credentials) => void;
}) {
  const groups = [...new Set(accounts.map(({ group }) => group))];
  const [chosen, setChosen] = useState(groups[0] ?? "");
  return (
    <div className="sign-in-demo">
      <h3>演示账号</h3>
      <p className="sm mute">先选主管部门，再点一个账号直接进入。数据均为虚构。</p>
      <Select
        aria-label="演示账号所在的主管部门"
        value={chosen}
        onChange={setChosen}
        options={groups.map((group) => ({ value: group, label: group }))}
      />
      <ul>
        {accounts
          .filter(({ group }) => group === chosen)
          .map(({ signIn, password, role, unit, name }) => (
            <li key={signIn}>
              <button type="button" onClick={() => onEnter({ signIn, password })}>
                <span className="strong">{role}</span>
                <span className="mute">
                  {" "}
                  {unit} · {name}
                </span>
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}
