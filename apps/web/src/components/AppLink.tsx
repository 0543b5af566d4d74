import { createContext, useContext, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from "react";

type Navigate = (to: string) => void;
const NavigateContext = createContext<Navigate | undefined>(undefined);

/** Gives the kit the router's way to go to an address, so that components need not know the router. */
export function LinkProvider({ navigate, children }: { navigate: Navigate; children: ReactNode }) {
  return <NavigateContext value={navigate}>{children}</NavigateContext>;
}

export interface AppLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
}

/** A link inside the application: a plain anchor that the router takes over on an unmodified click. */
export function AppLink({ to, onClick, children, ...rest }: AppLinkProps) {
  const navigate = useContext(NavigateContext);
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (navigate === undefined || event.defaultPrevented || modified) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a {...rest} href={to} onClick={go}>
      {children}
    </a>
  );
}
