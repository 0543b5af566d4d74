// The identity switch: every hat of the person, worn one at a time.
import { SwapOutlined } from "@ant-design/icons";
import { Dropdown } from "antd";
import { baseOf, type HatChoice, ROLE_WORDS, useWearing } from "./wearing.tsx";

export function HatSwitch({ hats, go }: { hats: HatChoice[]; go: (to: string) => void }) {
  const wearing = useWearing();
  const items = hats.map((hat) => ({
    key: baseOf(hat),
    label: `${hat.role === "expert" ? hat.tenant_name : hat.unit} · ${ROLE_WORDS[hat.role]}`,
  }));
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
        <strong>{wearing.side === "e" ? wearing.tenantName : wearing.unit}</strong>
        <span className="hat-role">{ROLE_WORDS[wearing.me.role]}</span>
        {items.length > 1 && <SwapOutlined aria-hidden />}
      </button>
    </Dropdown>
  );
}
