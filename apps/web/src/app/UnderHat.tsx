// Finds the hat that the address names, and puts the page into its frame.
import { useQuery } from "@tanstack/react-query";
import { Outlet, useNavigate, useParams, useRouterState } from "@tanstack/react-router";
import { Spin } from "antd";
import { useEffect } from "react";
import { LinkProvider } from "../components/AppLink.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { ask, onSignedOut } from "./client.ts";
import { Shell } from "./Shell.tsx";
import { baseOf, wearingOf, WearingProvider } from "./wearing.tsx";

/** Pages where the work needs the width. */
const RAIL = /\/(edit|reviews)(\/|$)/;

const SECTION: Record<string, string> = {
  cases: "applications",
  reviews: "desk",
  meetings: "applications",
  tenants: "desk",
  dispatches: "desk",
};

export function UnderHat() {
  const { side, space, role } = useParams({ strict: false });
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { data: session } = useQuery(ask.session.me.queryOptions());
  const toSignIn = () => void navigate({ href: `/sign-in?to=${encodeURIComponent(path)}` });
  useEffect(() => onSignedOut(toSignIn));
  useEffect(() => {
    if (session?.user === null) toSignIn();
  });
  if (session === undefined || session.user === null)
    return <Spin className="page-loading" aria-label="正在打开" />;
  const base = `/${side}/${space}/${role}`;
  const hat = session.hats.find((one) => baseOf(one) === base);
  const go = (to: string) => void navigate({ href: to });
  if (hat === undefined) {
    return (
      <LinkProvider navigate={go}>
        <EmptyState
          title="没有这个身份，或者已经到期"
          next="请从首页换一个身份"
          action={<a href="/">回到首页</a>}
        />
      </LinkProvider>
    );
  }
  const section = path.slice(base.length + 1).split("/")[0] ?? "";
  return (
    <LinkProvider navigate={go}>
      <WearingProvider wearing={wearingOf(hat, session.user)} key={base}>
        <Shell
          session={session}
          current={section === "" ? "desk" : (SECTION[section] ?? section)}
          rail={RAIL.test(path)}
          go={go}
        >
          <Outlet />
        </Shell>
      </WearingProvider>
    </LinkProvider>
  );
}
