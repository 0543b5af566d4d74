// What stands in place of a page that could not be shown: why, and what comes next.
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { EmptyState } from "../components/EmptyState.tsx";
import { ask, queries, saidOf } from "./client.ts";
import { baseOf, ROLE_WORDS, useWearing } from "./wearing.tsx";

/** Whoever works in the tenant of another goes there. */
function OtherHats({ base }: { base: string }) {
  const { data } = useQuery(ask.session.me.queryOptions());
  const others = (data?.hats ?? []).filter((hat) => baseOf(hat) !== base);
  return (
    <ul className="plain-list">
      {others.map((hat) => (
        <li key={hat.hat + String(hat.tenant)}>
          <a href={baseOf(hat)}>{`${hat.tenant_name} · ${ROLE_WORDS[hat.role]}`}</a>
        </li>
      ))}
    </ul>
  );
}

export function PageFault({ error }: { error: unknown }) {
  const { as, base, me, side } = useWearing();
  const router = useRouter();
  const policy = useQuery({
    ...ask.policy.current.queryOptions({ as }),
    enabled: side !== "platform",
    retry: false,
  });
  if (policy.isError) {
    const keeps = me.role === "tenant-admin" || me.role === "leader";
    return (
      <EmptyState
        title="还没有政策"
        next={
          keeps
            ? "先由租户管理员导入办法、提请发布，分管领导确认之后，这里才有内容"
            : "这里没有自己的政策；在别处办理的，换一个身份"
        }
        action={keeps ? <a href={`${base}/policies`}>去政策版本</a> : <OtherHats base={base} />}
      />
    );
  }
  const again = () => void queries.resetQueries().then(() => router.invalidate());
  return (
    <EmptyState
      title="这一页没有打开"
      next={saidOf(error)}
      action={
        <Button size="small" onClick={again}>
          再试一次
        </Button>
      }
    />
  );
}
