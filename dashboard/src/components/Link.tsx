import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { navigate } from "../hooks/useRouter";

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A link inside the application; with a modifier key the browser opens it its own way. */
export function Link({ href, ...rest }: Props) {
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(href);
    scrollTo(0, 0);
  };
  return <a href={href} onClick={follow} {...rest} />;
}
