import type { ReactNode } from "react";
import { zh } from "../words/zh.ts";

export interface PaperPageProps {
  /** 附件1 and the like, top left */
  annex?: string;
  title: string;
  /** unit and year, below the title */
  meta?: ReactNode;
  children: ReactNode;
  /** number, version, time; the fingerprint */
  foot?: ReactNode;
  /** 草稿 across the page until a number is registered */
  draft?: boolean;
  /** a document with a red heading instead of a form: the issuing unit and the number */
  red?: { issuer: string; number?: string };
}

/** One A4 sheet: the same markup for preview and print. */
export function PaperPage({ annex, title, meta, children, foot, draft = false, red }: PaperPageProps) {
  return (
    <article className={red === undefined ? "paper" : "paper paper-red"}>
      {draft && (
        <span className="paper-draft" aria-hidden="true">
          {zh.paper.draft}
        </span>
      )}
      {red !== undefined && (
        <header>
          <p className="paper-issuer">{red.issuer}</p>
          <p className="paper-number">{red.number ?? " "}</p>
          <hr />
        </header>
      )}
      {annex !== undefined && <p className="paper-annex">{annex}</p>}
      <h2 className="paper-title">{title}</h2>
      {meta !== undefined && <div className="paper-meta">{meta}</div>}
      <div className="paper-body">{children}</div>
      {foot !== undefined && <footer className="paper-foot">{foot}</footer>}
    </article>
  );
}
