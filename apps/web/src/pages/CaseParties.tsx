// What other parties said to a case: recommendations, consents, the public, filings, and what was waived.
import type { ReactNode } from "react";
import type { PolicyWords } from "../app/policy-in-force.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { shortDate } from "../words/dates.ts";
import type { CasePageData } from "./case-acts.tsx";
import { linkWord } from "./link-words.ts";
import { addresseeKey, addresseeWord, ruleWord } from "./case-words.ts";

interface Props {
  page: CasePageData;
  words: PolicyWords;
}

export function CaseParties({ page, words }: Props) {
  const { recommendations, consents, publicities, objections, filings, waivers } = page.case;
  const day = (on: string): string => shortDate(on, page.today);
  const { type, links = [] } = page.root;
  if ([links, recommendations, consents, publicities, filings, waivers].every((list) => list.length === 0)) {
    return <EmptyState title="还没有各方意见" next="推荐、同意意见、公示、异议和备案在这里看到" />;
  }
  return (
    <div className="review-summary">
      <Part title="各方">
        {links.map((one) => (
          <Line
            key={one.key}
            said={linkWord(words.policy, type, one.role)}
            words={`${one.name}，${day(one.from)} 起${one.to === undefined ? "" : `，至 ${day(one.to)}`}`}
            who={{ name: "", unit: one.known ? "" : "（不在本平台办理）" }}
          />
        ))}
      </Part>
      <Part title="推荐">
        {recommendations.map((one) => (
          <Line key={one.at} said={one.recommends ? "推荐" : "不推荐"} words={one.opinion} who={one.who} />
        ))}
      </Part>
      <Part title="同意意见">
        {consents.map((one) => (
          <Line
            key={one.at}
            said={`${one.given ? "同意" : "不同意"}${one.ended === undefined ? "" : `（${day(one.ended.on)} 已撤回：${one.ended.words}）`}`}
            words={one.words}
            who={one.who}
          />
        ))}
      </Part>
      <Part title="公示">
        {publicities.map((one) => (
          <Line
            key={`${one.stage}${one.from}`}
            said={`${day(one.from)} 至 ${day(one.endsOn)}，${one.over ? "已结束" : "公示中"}`}
            words={one.where}
            who={one.who}
          />
        ))}
        {objections.map((one) => (
          <Line
            key={one.id}
            said={`异议：${one.text}`}
            words={
              one.settled === undefined
                ? "等待处理"
                : `${one.settled.upheld ? "异议成立" : "异议不成立"}，${one.settled.reason}`
            }
            who={{ name: one.by, unit: "" }}
          />
        ))}
      </Part>
      <Part title="备案">
        {filings.flatMap((one) =>
          one.to.map((to) => {
            const word = one.acknowledged.find(({ to: by }) => addresseeKey(by) === addresseeKey(to));
            return (
              <Line
                key={`${one.stage}${addresseeKey(to)}`}
                said={`${day(one.on)} 报${addresseeWord(words.policy, to)}`}
                words={word === undefined ? "还没有回执" : `${day(word.on)} 回执 ${word.words}`}
                who={one.who}
              />
            );
          }),
        )}
      </Part>
      <Part title="豁免">
        {waivers.map((one) => (
          <Line
            key={one.path}
            said={`${ruleWord(words.policy, one.path)}${one.until === undefined ? "" : `，至 ${day(one.until)}`}`}
            words={one.reason}
            who={one.who}
          />
        ))}
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode[] | ReactNode[][] }) {
  if (children.flat().length === 0) return null;
  return (
    <section>
      <h3 className="section-title">{title}</h3>
      {children}
    </section>
  );
}

function Line({ said, words, who }: { said: string; words: string; who: { name: string; unit: string } }) {
  return (
    <p>
      <span className="strong">{said}</span>
      {words === "" ? "" : `：${words}`}{" "}
      <span className="mute">
        {who.unit} {who.name}
      </span>
    </p>
  );
}
