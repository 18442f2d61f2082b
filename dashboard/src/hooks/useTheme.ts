import { useState } from "react";

export type Theme = "system" | "light" | "dark";

const key = "sweepforge.theme";
const order: readonly Theme[] = ["system", "light", "dark"];

function remembered(): Theme {
  return order.find((theme) => theme === localStorage.getItem(key)) ?? "system";
}

/** The chosen theme and a function that chooses the next one. The first paint is public/theme.js. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState(remembered);
  const next = (): void => {
    const chosen = order[(order.indexOf(theme) + 1) % order.length]!;
    localStorage.setItem(key, chosen);
    if (chosen === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
    setTheme(chosen);
  };
  return [theme, next];
}
