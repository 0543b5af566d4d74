// What stands in place of a page that could not be shown: why, and what comes next.
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { EmptyState } from "../components/EmptyState.tsx";
import { ask, queries, saidOf } from "./client.ts";
import { useWearing } from "./wearing.tsx";

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
            ? "到“政策版本”导入并发布一版，待办、申报和中心才有内容"
            : "主管部门发布政策之后，这里才有内容"
        }
        action={keeps ? <a href={`${base}/policies`}>去政策版本</a> : undefined}
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
