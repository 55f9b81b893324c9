// Runs before the page is drawn: the theme a reader chose holds from the first pixel on.
const THEMES = ["auto", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

const KEY = "ringback-theme";

function chosen(): Theme {
  try {
    return THEMES.find((each) => each === localStorage.getItem(KEY)) ?? "auto";
  } catch {
    return "auto"; // storage may be forbidden
  }
}

function apply(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

apply(chosen());
document.documentElement.classList.add("scripted");

/** A button that goes from the system's theme to light to dark. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", () => {
      const next = THEMES[(THEMES.indexOf(chosen()) + 1) % THEMES.length] ?? "auto";
      try {
        localStorage.setItem(KEY, next);
      } catch {
        // then it holds for this page only
      }
      apply(next);
      this.label(next);
    });
    // The button inside may not have been read yet.
    document.addEventListener("DOMContentLoaded", () => this.label(chosen()));
  }

  label(theme: Theme): void {
    const button = this.querySelector("button");
    const text = this.dataset[theme] ?? theme;
    button?.setAttribute("aria-label", text);
    button?.setAttribute("title", text);
  }
}

customElements.define("ringback-theme", ThemeSwitch);
