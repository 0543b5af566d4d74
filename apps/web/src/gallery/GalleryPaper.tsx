import { PaperPage } from "../components/PaperPage.tsx";
import { LabelRow, PaperTable, SignRow } from "../components/PaperTable.tsx";

export function GalleryPaper() {
  return (
    <div className="desk">
      <PaperPage
        annex="附件2"
        title="运行考核自评报告"
        draft
        meta={<span>填报单位：示例第二人民医院</span>}
        foot={<span>编号 7F3K-20　第 2 次提交</span>}
      >
        <PaperTable>
          <LabelRow
            pairs={[
              { label: "中心名称", value: "骨科科创中心" },
              { label: "依托单位", value: "示例第二人民医院" },
            ]}
          />
          <LabelRow pairs={[{ label: "概述", value: "独立科研用房 600 ㎡，专职科研人员 8 人。" }]} />
          <SignRow label="依托单位意见" foot="（盖章）　　年　月　日" />
        </PaperTable>
      </PaperPage>
      <PaperPage
        title="关于公布 2026 年度第一批建设单位的通知"
        red={{ issuer: "示例区卫生健康委员会文件", number: "示卫发〔2026〕21号" }}
      >
        <p>各有关单位：经研究决定，确定下列单位为建设单位。</p>
      </PaperPage>
    </div>
  );
}
