// What the policy pays a center: instalments with their days, who bears what, and what was paid.
import { Input } from "antd";
import { useState } from "react";
import { useActing } from "../app/acting.tsx";
import { api } from "../app/client.ts";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { ClauseRefs } from "../components/ClauseRefs.tsx";
import { Confirm } from "../components/Confirm.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { type AnyStanding, StandingTag } from "../components/StandingTag.tsx";
import type { CenterData } from "./CenterPage.tsx";

type Plan = CenterData["money"]["plans"][number];
type Instalment = Plan["instalments"][number];
type Share = Instalment["shares"][number];

const STATES: { [S in Instalment["state"]]: readonly [AnyStanding, string] } = {
  coming: ["draft", "未到期"],
  due: ["submitted", "应付"],
  paid: ["closed", "已付清"],
  withheld: ["name-suspended", "暂停拨付"],
  cancelled: ["withdrawn", "不再拨付"],
  reclaimed: ["violation", "追回"],
  open: ["open", "原文未定"],
};

const UNITS: { [currency: string]: string } = { CNY: "元", "CNY-10k": "万元" };

export function CenterMoney({ center, words }: { center: CenterData; words: PolicyWords }) {
  const { plans } = center.money;
  if (plans.length === 0) return <EmptyState title="政策没有安排经费" />;
  return (
    <>
      {plans.map((plan) => (
        <section key={plan.funding}>
          <h2 className="section-title row-wrap">
            {plan.label.zh}
            <ClauseRefs
              clauses={words.clauses(words.policy.funding.find(({ key }) => key === plan.funding)?.because)}
            />
          </h2>
          {plan.instalments.length === 0 && <p className="sm mute">还没有到拨付的条件</p>}
          {plan.reclaimed !== "0" && (
            <p className="sm">
              应追回 {plan.reclaimed} {UNITS[plan.currency]}
            </p>
          )}
          <ul className="plain-list">
            {plan.instalments.map((one) => (
              <Line key={one.key} center={center} words={words} plan={plan} instalment={one} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface LineProps {
  center: CenterData;
  words: PolicyWords;
  plan: Plan;
  instalment: Instalment;
}

function Line({ center, words, plan, instalment }: LineProps) {
  const [standing, label] = STATES[instalment.state];
  const unit = UNITS[plan.currency] ?? "";
  return (
    <li className="stacked">
      <span className="row-wrap">
        <span className="grow">
          {instalment.due} 应付{" "}
          {instalment.amount === undefined ? (
            <Unknown instalment={instalment} />
          ) : (
            `${instalment.amount} ${unit}`
          )}
        </span>
        <StandingTag standing={standing} label={label} />
      </span>
      {instalment.shares.map((share) => (
        <ShareLine key={share.payer} share={share} unit={unit} pay={{ center, words, plan, instalment }} />
      ))}
    </li>
  );
}

const Unknown = ({ instalment }: { instalment: Instalment }) => (
  <span className="mute">
    {instalment.open === undefined ? "（缺数据）" : `（${instalment.open.asks.zh}未定）`}
  </span>
);

function ShareLine({ share, unit, pay }: { share: Share; unit: string; pay: LineProps }) {
  const { center, words, plan, instalment } = pay;
  const [asking, setAsking] = useState(false);
  const payer = words.policy.funding
    .find(({ key }) => key === plan.funding)
    ?.payers.find(({ key }) => key === share.payer);
  const ability = center.abilities.find(({ act }) => act === "pay");
  const payable = instalment.state === "due" || instalment.state === "coming";
  const left = Math.round((Number(share.amount ?? 0) - Number(share.paid)) * 1e6) / 1e6;
  const body = words.policy.bodies.find(({ key }) => key === payer?.actor.body);
  const name = body?.label?.zh ?? PAYERS[share.role] ?? share.payer;
  return (
    <span className="row-wrap sm">
      <span className="grow mute">
        {name}承担{share.amount === undefined ? "（份额原文未定）" : ` ${share.amount} ${unit}`}，已付{" "}
        {share.paid} {unit}
      </span>
      {ability !== undefined && payable && left > 0 && (
        <ActButton
          small
          label="登记付款"
          verdict={words.verdict(ability.verdict)}
          onAct={() => setAsking(true)}
        />
      )}
      {asking && (
        <Paying pay={pay} share={share} name={name} left={String(left)} onClose={() => setAsking(false)} />
      )}
    </span>
  );
}

const PAYERS: { [role: string]: string } = {
  authority: "主管部门",
  host: "依托单位",
  joint: "联合单位",
  "local-authority": "当地主管部门",
  "upper-authority": "上级主管部门",
  partner: "合作方",
};

interface PayingProps {
  pay: LineProps;
  share: Share;
  name: string;
  left: string;
  onClose: () => void;
}

function Paying({ pay, share, name, left, onClose }: PayingProps) {
  const { center, words, plan, instalment } = pay;
  const { as } = useWearing();
  const { busy, act } = useActing(words);
  const [amount, setAmount] = useState(left);
  const [on, setOn] = useState(center.today);
  const unit = UNITS[plan.currency] ?? "";
  const go = async () => {
    const answer = await act(
      (key) =>
        api.act.pay.mutate({
          as,
          key,
          act: {
            center: center.head.id,
            funding: plan.funding,
            instalment: instalment.key,
            payer: share.payer,
            amount,
            on,
          },
        }),
      "已登记付款",
    );
    if (answer?.kind === "done") onClose();
  };
  return (
    <Confirm
      open
      title={`${plan.label.zh}：${name}`}
      effects={[`付给${center.head.name}`, "付款进入流转记录，登记后不能改"]}
      verb="确认登记"
      busy={busy}
      ready={/^\d+(\.\d+)?$/.test(amount) && on !== ""}
      onCancel={onClose}
      onConfirm={() => void go()}
    >
      <label className="stacked">
        金额（{unit}）
        <Input aria-label="金额" value={amount} onChange={(event) => setAmount(event.target.value)} />
      </label>
      <label className="stacked">
        付款日期
        <input
          type="date"
          aria-label="付款日期"
          value={on}
          max={center.today}
          onChange={(event) => setOn(event.target.value)}
        />
      </label>
    </Confirm>
  );
}
