import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { api, ask, queries, saidOf } from "../app/client.ts";
import { BrandMark } from "../components/BrandMark.tsx";
import { TierDrawing } from "../components/TierDrawing.tsx";

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
        {demo.data !== undefined && (
          <div className="sign-in-demo">
            <h3>演示账号</h3>
            <p className="sm mute">点一个账号直接进入。数据均为虚构。</p>
            <ul>
              {demo.data.accounts.map((account) => (
                <li key={account.signIn}>
                  <button
                    type="button"
                    onClick={() => void enter({ signIn: account.signIn, password: account.password })}
                  >
                    <span className="strong">{account.role}</span>
                    <span className="mute"> {account.unit}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
    </main>
  );
}
