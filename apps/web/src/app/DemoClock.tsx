// The demonstration's clock, on every page: forward only, and a way to begin again.
import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button, Popover, Space } from "antd";
import { useState } from "react";
import { proseDate } from "../words/dates.ts";
import { api, ask, queries, saidOf } from "./client.ts";

const STEPS = [
  { label: "明天", days: 1 },
  { label: "一周后", days: 7 },
  { label: "一个月后", days: 30 },
  { label: "一年后", days: 365 },
] as const;

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const shanghaiDay = (now: string): string =>
  new Date(Date.parse(now) + 28_800_000).toISOString().slice(0, 10);

export function DemoClock() {
  const { message, modal } = App.useApp();
  const { data } = useQuery({ ...ask.demo.state.queryOptions(), staleTime: 10_000 });
  const [day, setDay] = useState("");
  const move = useMutation({
    mutationFn: (to: string) => api.demo.advance.mutate({ to }),
    onSuccess: () => queries.invalidateQueries(),
    onError: (error) => void message.error(saidOf(error)),
  });
  const reset = useMutation({
    mutationFn: () => api.demo.reset.mutate(),
    onSuccess: () => {
      window.location.href = "/";
    },
  });
  if (data === undefined) return null;
  const today = shanghaiDay(data.now);
  const begin = () =>
    modal.confirm({
      title: "重新开始演示",
      content: "演示中发生的一切都会清除，时间回到 2022 年 10 月 19 日。",
      okText: "重新开始",
      cancelText: "取消",
      onOk: () => reset.mutateAsync(),
    });
  const panel = (
    <div className="demo-panel">
      <p>
        时间只能往前走，{proseDate(data.from)}至{proseDate(data.to)}。
      </p>
      <Space wrap>
        {STEPS.map(({ label, days }) => (
          <Button
            key={label}
            size="small"
            loading={move.isPending}
            onClick={() => move.mutate(later(today, days))}
          >
            {label}
          </Button>
        ))}
      </Space>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (day > today) move.mutate(day);
        }}
      >
        <label className="sm">
          到{" "}
          <input
            type="date"
            aria-label="到哪一天"
            min={later(today, 1)}
            max={data.to}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        <Button size="small" htmlType="submit" disabled={day <= today}>
          前往
        </Button>
      </form>
      <Button size="small" type="link" danger onClick={() => void begin()}>
        重新开始
      </Button>
    </div>
  );
  return (
    <Popover content={panel} trigger="click" placement="bottomRight">
      <Button size="small" aria-label={`演示时间 ${today}，点击可往前走`}>
        演示 · {today}
      </Button>
    </Popover>
  );
}
