import { useEffect, useRef, type ReactNode } from "react";
import { zh } from "../words/zh.ts";
import { AppLink } from "./AppLink.tsx";

export interface Crumb {
  label: string;
  to?: string;
}
export interface PageHeadProps {
  crumbs?: Crumb[];
  title: string;
  /** standing, tier, save state: beside the title */
  tags?: ReactNode;
  /** countdown or count, before the buttons */
  aside?: ReactNode;
  /** at most one primary button */
  actions?: ReactNode;
}

/** Title of a page. After navigation the focus moves to the title and the document takes its name. */
export function PageHead({ crumbs = [], title, tags, aside, actions }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${zh.frame.product}`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className="page-head">
      {crumbs.length > 0 && (
        <nav aria-label={zh.frame.crumbs} style={{ width: "100%" }}>
          <ol className="crumbs">
            {crumbs.map((crumb) => (
              <li key={crumb.label}>
                {crumb.to === undefined ? crumb.label : <AppLink to={crumb.to}>{crumb.label}</AppLink>}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {tags !== undefined && <span className="row-wrap">{tags}</span>}
      {(aside !== undefined || actions !== undefined) && (
        <span className="page-head-acts">
          {aside}
          {actions}
        </span>
      )}
    </div>
  );
}
