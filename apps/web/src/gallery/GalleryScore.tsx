import { effectiveTree } from "@yichuang/domain";
import { useState } from "react";
import { ActButton } from "../components/ActButton.tsx";
import type { ScoreMap } from "../components/IndicatorScores.tsx";
import { IndicatorTree } from "../components/IndicatorTree.tsx";
import { PageHead } from "../components/PageHead.tsx";
import { CLAUSE, ROWS, SHEET } from "./sample.ts";

export function GalleryScore() {
  const [scores, setScores] = useState<ScoreMap>({ "level/center/row-1": 11, "level/center/row-2": 8 });
  const [comments, setComments] = useState<{ [path: string]: string }>({});
  const refused = {
    said: "现在还不能签名：还有 2 项没有评分",
    clauses: [CLAUSE],
    next: "评完最后一项即可签名",
  };
  return (
    <>
      <PageHead
        crumbs={[{ label: "我的评审", to: "#score" }, { label: "A-07" }]}
        title="评分表 · A-07"
        actions={
          <ActButton
            label="签名并提交"
            verdict={{ kind: "refused", violations: [refused] }}
            onAct={() => undefined}
          />
        }
      />
      <div className="page-body">
        <IndicatorTree
          mode="score"
          tree={effectiveTree(SHEET, ROWS)}
          scores={scores}
          onScore={(path, score) => setScores({ ...scores, [path]: score ?? undefined })}
          self={{ "level/center/row-1": 12, "level/center/row-2": 8, "level/network": 9 }}
          comments={comments}
          onComment={(path, comment) => setComments({ ...comments, [path]: comment })}
          lines={[{ label: "合格", at: 80 }]}
        />
      </div>
    </>
  );
}
