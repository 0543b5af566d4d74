// The identity switch: every hat of the person, worn one at a time, with what is due under each.
import { SwapOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Dropdown } from "antd";
import { ask } from "./client.ts";
import { baseOf, type HatChoice, ROLE_WORDS, type Outputs, useWearing } from "./wearing.tsx";

type Waiting = Outputs["session"]["waiting"][number];

const isGuest = (hat: HatChoice): boolean => hat.role !== "expert" && hat.party !== hat.tenant;
const nameOf = (hat: HatChoice): string =>
  `${hat.role === "expert" ? hat.tenant_name : hat.unit} · ${ROLE_WORDS[hat.role]}`;

export function HatSwitch({ hats, go }: { hats: HatChoice[]; go: (to: string) => void }) {
  const wearing = useWearing();
  const { data: waiting } = useQuery({ ...ask.session.waiting.queryOptions(), enabled: hats.length > 1 });
  const waitsFor = (hat: HatChoice) =>
    waiting?.find((one) => one.hat === hat.hat && one.tenant === hat.tenant);
  const items = hats.map((hat) => ({
    key: baseOf(hat),
    label: <HatLine hat={hat} waiting={waitsFor(hat)} />,
  }));
  const elsewhere = hats
    .filter((hat) => baseOf(hat) !== wearing.base)
    .reduce((sum, hat) => sum + (waitsFor(hat)?.todo ?? 0), 0);
  const guest = wearing.side === "i" || wearing.me.party !== wearing.as.tenant;
  const unit = wearing.side === "e" ? wearing.tenantName : wearing.unit;
  return (
    <Dropdown
      menu={{ items, selectedKeys: [wearing.base], onClick: ({ key }) => go(key) }}
      trigger={["click"]}
    >
      <button
        type="button"
        className="hat"
        aria-label={`当前身份 ${wearing.unit} ${ROLE_WORDS[wearing.me.role]}，点击切换`}
      >
        <strong>{unit}</strong>
        <span className="hat-role">{ROLE_WORDS[wearing.me.role]}</span>
        {guest && wearing.side !== "e" && hats.length > 1 && (
          <span className="hat-role">{wearing.tenantName}</span>
        )}
        {items.length > 1 && <SwapOutlined aria-hidden />}
        {elsewhere > 0 && (
          <span className="hat-elsewhere" aria-label={`其他身份还有 ${elsewhere} 件待办`}>
            {elsewhere}
          </span>
        )}
      </button>
    </Dropdown>
  );
}

function HatLine({ hat, waiting }: { hat: HatChoice; waiting: Waiting | undefined }) {
  return (
    <span className="hat-line">
      <span className="grow">
        {nameOf(hat)}
        {isGuest(hat) && <span className="mute">　在{hat.tenant_name}</span>}
      </span>
      {waiting !== undefined && waiting.todo > 0 && (
        <span className={waiting.late > 0 ? "late-count" : "mute"}>待办 {waiting.todo}</span>
      )}
    </span>
  );
}
