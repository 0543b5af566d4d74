// The network of a center: who leads and who joins, the center above, those under it, and what it settles for them.
import { useState } from "react";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { useWearing } from "../app/wearing.tsx";
import { ActButton } from "../components/ActButton.tsx";
import { AppLink } from "../components/AppLink.tsx";
import { StandingTag } from "../components/StandingTag.tsx";
import { CenterLineage } from "./CenterLineage.tsx";
import type { CenterData } from "./CenterPage.tsx";
import { dispatchHref, KIND_WORDS, stateOf } from "./dispatch-words.ts";
import { JoinDialog, LeaveDialog } from "./CenterLinkForm.tsx";
import { OpenValueForm } from "./OpenValueForm.tsx";
import { type LinkLine, linkWord } from "./link-words.ts";

interface Props {
  center: CenterData;
  words: PolicyWords;
}

export function CenterNetwork({ center, words }: Props) {
  const { network, abilities } = center;
  const settle = abilities.find(({ act }) => act === "settle");
  return (
    <>
      <Members center={center} words={words} />
      <CenterLineage center={center} words={words} />
      {network.under.length > 0 && <Under center={center} words={words} />}
      <Dispatches center={center} words={words} />
      {network.settles.length > 0 && (
        <section>
          <h3 className="section-title">对下属中心的规定</h3>
          {network.settles.map(({ open, settlement }) => (
            <OpenValueForm
              key={open.path}
              open={open as never}
              words={words}
              today={center.today}
              target={{ center: center.head.id }}
              settled={settlement}
              readOnly={settle?.verdict.kind !== "allowed"}
            />
          ))}
        </section>
      )}
    </>
  );
}

function Members({ center, words }: Props) {
  const { base } = useWearing();
  const [joining, setJoining] = useState(false);
  const [leaving, setLeaving] = useState<LinkLine>();
  const { head, network, abilities } = center;
  const join = abilities.find(({ act }) => act === "link");
  const leave = abilities.find(({ act }) => act === "unlink");
  const led = network.links.some(({ role, to }) => role === "lead" && to === undefined);
  return (
    <section>
      <div className="row">
        <h3 className="section-title grow">组建单位与联系</h3>
        {join !== undefined && (
          <ActButton
            small
            label="登记参与单位"
            verdict={words.verdict(join.verdict)}
            onAct={() => setJoining(true)}
          />
        )}
      </div>
      <table className="plain" aria-label="组建单位与联系">
        <thead>
          <tr>
            <th scope="col">角色</th>
            <th scope="col">单位</th>
            <th scope="col">起</th>
            <th scope="col">止</th>
            <th scope="col" aria-label="办理" />
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{led ? "原依托单位" : linkWord(words.policy, head.type, "lead")}</td>
            <td>{head.host.name}</td>
            <td>{center.cases[0]?.openedOn ?? "—"}</td>
            <td>—</td>
            <td>{led && <span className="mute">保管案卷</span>}</td>
          </tr>
          {network.links.map((one) => (
            <tr key={one.key} className={one.to === undefined ? "" : "mute"}>
              <td>{linkWord(words.policy, head.type, one.role)}</td>
              <td>
                {one.center === undefined || one.elsewhere !== undefined ? (
                  one.name
                ) : (
                  <AppLink to={`${base}/centers/${one.center}`}>{one.name}</AppLink>
                )}
                {one.elsewhere !== undefined && <span className="mute">（{one.elsewhere}）</span>}
                {!one.known && one.elsewhere === undefined && (
                  <span className="mute">（不在本平台办理）</span>
                )}
              </td>
              <td>{one.from}</td>
              <td>{one.to ?? "—"}</td>
              <td>
                {leave !== undefined && one.to === undefined && (
                  <ActButton
                    small
                    label="结束"
                    verdict={words.verdict(leave.verdict)}
                    onAct={() => setLeaving(one)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {joining && <JoinDialog center={center} words={words} onClose={() => setJoining(false)} />}
      {leaving !== undefined && (
        <LeaveDialog center={center} words={words} link={leaving} onClose={() => setLeaving(undefined)} />
      )}
    </section>
  );
}

function Under({ center, words }: Props) {
  const { base } = useWearing();
  return (
    <section>
      <h3 className="section-title">下属中心 {center.network.under.length}</h3>
      <table className="plain" aria-label="下属中心">
        <thead>
          <tr>
            <th scope="col">中心</th>
            <th scope="col">依托单位</th>
            <th scope="col">所在市</th>
            <th scope="col">状态</th>
            <th scope="col">认定日期</th>
          </tr>
        </thead>
        <tbody>
          {center.network.under.map((one) => (
            <tr key={one.id}>
              <td>
                <AppLink to={`${base}/centers/${one.id}`}>{one.name}</AppLink>
              </td>
              <td>{one.unit}</td>
              <td>{one.city ?? "—"}</td>
              <td>
                {one.standing === null ? (
                  "—"
                ) : (
                  <StandingTag standing={one.standing} label={words.standing(one.standing)} />
                )}
              </td>
              <td>{one.standing === "applying" ? "—" : (one.on ?? "—")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What went out to other authorities and what they said to it; and the centers elsewhere that come from this one. */
function Dispatches({ center }: Props) {
  const { base } = useWearing();
  if (center.dispatches.length === 0) return null;
  return (
    <section>
      <h3 className="section-title">推荐、备案与谱系</h3>
      <div className="table-scroll">
        <table className="plain" aria-label="推荐、备案与谱系">
          <thead>
            <tr>
              <th scope="col">类别</th>
              <th scope="col">事项</th>
              <th scope="col">对方</th>
              <th scope="col">日期</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {center.dispatches.map((one) => (
              <tr key={`${one.tenant_id}/${one.dispatch_key}`}>
                <td>{KIND_WORDS[one.kind]}</td>
                <td>
                  {one.kind === "lineage" ? (
                    `${one.title}由本中心而来`
                  ) : (
                    <AppLink to={dispatchHref(base, one)}>{one.title}</AppLink>
                  )}
                </td>
                <td>{one.kind === "lineage" ? one.from_name : one.to_name}</td>
                <td>{one.on_day}</td>
                <td>
                  {one.kind === "lineage" && one.standing !== null ? (
                    <StandingTag standing={one.standing} label={one.standing_word ?? one.standing} />
                  ) : (
                    <StandingTag {...stateOf(one)} />
                  )}
                  {one.outcome === "returned" && <span className="mute">{`　${one.answer ?? ""}`}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
