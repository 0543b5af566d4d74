import type { ReactNode } from "react";
import { zh } from "../words/zh.ts";
import { AppLink } from "./AppLink.tsx";
import { BrandMark } from "./BrandMark.tsx";

export interface NavItem {
  key: string;
  label: string;
  icon: ReactNode;
  to: string;
  count?: number;
  late?: boolean;
}
export interface NavGroup {
  key: string;
  label?: string;
  items: NavItem[];
}
export interface AppFrameProps {
  /** where the mark leads to */
  home: string;
  nav: NavGroup[];
  /** key of the entry that the page belongs to */
  current?: string;
  /** a 56 px rail instead of the side bar, on working screens */
  rail?: boolean;
  hats?: ReactNode;
  demo?: ReactNode;
  account?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}

/** Top bar, side bar or rail, and the white sheet on which the page lies; a bottom bar on phones. */
export function AppFrame(props: AppFrameProps) {
  const { home, nav, current, rail = false, hats, demo, account, foot, children } = props;
  return (
    <div className={rail ? "frame railed" : "frame"}>
      <header className="top">
        <a className="skip" href="#main">
          {zh.frame.skip}
        </a>
        <AppLink className="brand" to={home} aria-label={zh.frame.home}>
          <BrandMark />
          <span className="brand-name">{zh.frame.product}</span>
        </AppLink>
        {hats}
        <div className="top-end">
          {demo}
          {account}
        </div>
      </header>
      <nav className="side" aria-label={zh.frame.navigation}>
        {nav.map((group) => (
          <div key={group.key}>
            {group.label !== undefined && !rail && <h2>{group.label}</h2>}
            {group.items.map((item) => (
              <NavLink key={item.key} item={item} on={item.key === current} />
            ))}
          </div>
        ))}
        {foot !== undefined && !rail && <div className="side-foot">{foot}</div>}
      </nav>
      <main className="sheet" id="main" tabIndex={-1}>
        {children}
      </main>
      <nav className="bottom-bar" aria-label={zh.frame.phoneNavigation}>
        {nav
          .flatMap((group) => group.items)
          .slice(0, 4)
          .map((item) => (
            <NavLink key={item.key} item={item} on={item.key === current} />
          ))}
      </nav>
    </div>
  );
}

function NavLink({ item, on }: { item: NavItem; on: boolean }) {
  return (
    <AppLink to={item.to} title={item.label} {...(on ? { "aria-current": "page" as const } : {})}>
      <span className="nav-icon" aria-hidden="true">
        {item.icon}
      </span>
      <span className="nav-label">{item.label}</span>
      {item.count !== undefined && (
        <span className={item.late === true ? "count late" : "count"}>{item.count}</span>
      )}
    </AppLink>
  );
}
