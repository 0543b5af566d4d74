// An official document as it prints, drawn from the same plain data as its file (GB/T 9704).
import type { Outputs } from "../app/wearing.tsx";
import { PaperPage } from "../components/PaperPage.tsx";

type Draft = Outputs["supervision"]["documentDraft"];

/** The draft with every element that its file has, in their order. */
export function IssuedPaper({ document }: { document: Draft | undefined }) {
  if (document === undefined) return <div className="paper-desk" />;
  const { number, annexes, attachments } = document;
  return (
    <div className="paper-desk">
      <PaperPage
        title={document.titleLines.join("")}
        red={{
          issuer: `${document.issuers.join("\n")}${document.headingWord}`,
          ...(number === undefined
            ? {}
            : { number: `${number.code}〔${number.year}〕${number.serial ?? ""}号` }),
        }}
        draft={number === undefined}
      >
        <p className="paper-addressees">{document.addressees.join("，")}：</p>
        {document.body.map(({ text }) => (
          <p key={text}>{text}</p>
        ))}
        <div className="paper-attachments">
          {attachments.map((name, index) => (
            <p key={name}>
              {index === 0 ? "附件：" : "　　　"}
              {attachments.length > 1 ? `${index + 1}.` : ""}
              {name}
            </p>
          ))}
        </div>
        <div className="paper-sign-off">
          {document.signatures.map((name) => (
            <p key={name}>{name}</p>
          ))}
          <p>{dateOnPaper(document.on)}</p>
        </div>
        {document.note !== undefined && <p>（{document.note}）</p>}
        <Imprint document={document} />
      </PaperPage>
      {annexes.map((annex, index) => (
        <PaperPage
          key={annex.title}
          annex={annexes.length === 1 ? "附件" : `附件${index + 1}`}
          title={annex.title}
        >
          <AnnexTable annex={annex} />
        </PaperPage>
      ))}
    </div>
  );
}

/** `2026年10月20日`, without blanks as the standard has it; a draft without a day leaves room for it. */
const dateOnPaper = (on: string | undefined): string => {
  if (on === undefined) return "　　年　月　日";
  const [year, month, day] = on.split("-").map(Number);
  return `${year}年${month}月${day}日`;
};

function Imprint({ document: { copyTo, printed, on } }: { document: Draft }) {
  if (copyTo.length === 0 && printed === undefined) return null;
  return (
    <footer className="paper-imprint">
      {copyTo.length > 0 && <p>抄送：{copyTo.join("，")}。</p>}
      {printed !== undefined && (
        <p className="paper-printed">
          <span>{printed.by}</span>
          <span>{dateOnPaper(printed.on ?? on)}印发</span>
        </p>
      )}
    </footer>
  );
}

function AnnexTable({ annex }: { annex: Draft["annexes"][number] }) {
  return (
    <table className="paper-table">
      <thead>
        <tr>
          {annex.columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {annex.rows.map((row) => (
          <tr key={row.join()}>
            {annex.columns.map(({ label }, column) => (
              <td key={label}>{row[column]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
