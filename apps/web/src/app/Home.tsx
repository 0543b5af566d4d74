// The bare address: to the first hat of whoever is signed in, else to the sign-in.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Spin } from "antd";
import { useEffect } from "react";
import { ask } from "./client.ts";
import { baseOf } from "./wearing.tsx";

export function Home() {
  const navigate = useNavigate();
  const { data } = useQuery(ask.session.me.queryOptions());
  useEffect(() => {
    if (data === undefined) return;
    const [hat] = data.hats;
    void navigate({ href: hat === undefined ? "/sign-in" : baseOf(hat), replace: true });
  }, [data, navigate]);
  return <Spin className="page-loading" aria-label="正在打开" />;
}
