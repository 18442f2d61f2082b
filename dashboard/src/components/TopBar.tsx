import { useTheme } from "../hooks/useTheme";
import type { Route } from "../model/route";
import { Link } from "./Link";
import { Mark } from "./Mark";

const sections = [
  { href: "/", label: "Sweeps", pages: ["sweeps", "sweep"] },
  { href: "/datasets", label: "Data sets", pages: ["datasets"] },
  { href: "/nodes", label: "Nodes", pages: ["nodes"] },
] as const;

const themeSigns = { system: "◐", light: "☀", dark: "☾" };

export function TopBar({ route }: { route: Route }) {
  const [theme, nextTheme] = useTheme();
  return (
    <header className="topbar">
      <div className="topbar-inner">
        <Link className="wordmark" href="/">
          <Mark />
          Sweepforge
        </Link>
        <nav aria-label="Main">
          {sections.map(({ href, label, pages }) => (
            <Link key={href} href={href} aria-current={pages.some((page) => page === route.page) ? "page" : undefined}>
              {label}
            </Link>
          ))}
        </nav>
        <button className="button quiet" onClick={nextTheme} title={`Theme: ${theme}`} aria-label={`Theme: ${theme}. Change`}>
          {themeSigns[theme]}
        </button>
        <Link className="button primary" href="/submit">
          New sweep
        </Link>
      </div>
    </header>
  );
}
