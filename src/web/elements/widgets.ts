// <sip-code code="603" lang="fr"> and <sip-compare a="486" b="600">, for pages elsewhere:
// <script type="module" src="https://this-server/widgets.js"></script>. What stands inside the element is shown until the
// answer is there, and stays when it does not come. Light or dark is as the page around says (`color-scheme`).

const SERVER = new URL(".", import.meta.url);

const STYLE = `
:host { display: block; font: 1rem/1.55 system-ui, sans-serif; max-width: 44rem; margin-block: 1rem; }
:host([hidden]) { display: none; }
.card { border: 1px solid light-dark(#e2dfd8, #2f3238); border-radius: .75rem; padding: 1rem 1.25rem; background: light-dark(#fff, #1a1c20); color: light-dark(#1d1c1a, #eceae6); }
p:first-child { margin-top: 0; }
.code { border-top: .25rem solid var(--accent); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 1rem; margin-top: .8rem; }
.head { display: flex; flex-wrap: wrap; gap: 0 .7rem; align-items: baseline; }
b { font-size: 2rem; line-height: 1.1; font-weight: 800; color: var(--accent); font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
p { margin: .5rem 0 0; text-wrap: pretty; overflow-wrap: anywhere; }
a { color: light-dark(#1a56b0, #8ab8ff); }
`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

const ACCENTS: Readonly<Record<string, string>> = {
  "1xx": "light-dark(#1c5cb3, #86b6ff)",
  "2xx": "light-dark(#16703d, #6fd39a)",
  "3xx": "light-dark(#6a3fb4, #c2a6ff)",
  "4xx": "light-dark(#8a5200, #f2ba58)",
  "5xx": "light-dark(#b2390d, #ff9a70)",
  "6xx": "light-dark(#a5123c, #ff86a0)",
};

interface Explained {
  readonly code: number;
  readonly phrase: string;
  readonly class: string;
  readonly lang: string;
  readonly gloss?: string;
  readonly title: string;
  readonly meaning: string;
}

interface Compared {
  readonly a: Explained;
  readonly b: Explained;
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  readonly whenToUse: { readonly a: string; readonly b: string };
}

function made(tag: string, name: string, ...inside: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  if (name !== "") element.className = name;
  element.append(...inside);
  return element;
}

function linked(path: string, text: string): HTMLElement {
  const link = document.createElement("a");
  link.href = new URL(path, SERVER).href;
  link.textContent = text;
  return made("p", "", link);
}

function card(explained: Explained, ...rest: Node[]): HTMLElement {
  const element = made(
    "div",
    "card code",
    made("div", "head", made("b", "", String(explained.code)), made("strong", "", explained.phrase)),
  );
  element.style.setProperty("--accent", ACCENTS[explained.class] ?? "currentColor");
  element.append(...rest);
  return element;
}

/** Asks the server this file came from and draws the answer; asks again when an attribute changes. */
abstract class Widget extends HTMLElement {
  private readonly root = this.attachShadow({ mode: "open" });
  private asked = "";

  constructor() {
    super();
    // A constructed sheet: the page around may allow no inline style.
    this.root.adoptedStyleSheets = [sheet];
    this.root.append(document.createElement("slot"));
  }

  connectedCallback(): void {
    void this.load();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.load();
  }

  /** The path of the answer, or null while an attribute is missing. */
  protected abstract path(): string | null;
  protected abstract draw(answer: unknown): Node;

  private async load(): Promise<void> {
    const path = this.path();
    if (path === null) return;
    const lang = this.getAttribute("lang") ?? this.closest("[lang]")?.getAttribute("lang") ?? "en";
    const address = new URL(`${path}?lang=${encodeURIComponent(lang)}`, SERVER).href;
    if (address === this.asked) return;
    this.asked = address;
    try {
      const response = await fetch(address);
      if (!response.ok) return;
      const content = this.draw(await response.json());
      if (this.asked !== address) return;
      this.root.replaceChildren(content);
    } catch {
      this.asked = ""; // what stands inside the element stays
    }
  }
}

class SipCode extends Widget {
  static readonly observedAttributes = ["code", "lang"];

  protected path(): string | null {
    const code = this.getAttribute("code");
    return code === null ? null : `api/codes/${encodeURIComponent(code)}`;
  }

  protected draw(answer: unknown): Node {
    const explained = answer as Explained;
    const page = `${explained.lang}/sip/${explained.code}`;
    return card(explained, made("p", "", explained.meaning), linked(page, explained.title));
  }
}

class SipCompare extends Widget {
  static readonly observedAttributes = ["a", "b", "lang"];

  protected path(): string | null {
    const [a, b] = [Number(this.getAttribute("a")), Number(this.getAttribute("b"))];
    return a && b && a !== b ? `api/compare/${Math.min(a, b)}-vs-${Math.max(a, b)}` : null;
  }

  protected draw(answer: unknown): Node {
    const { a, b, lang, title, summary, whenToUse } = answer as Compared;
    const pair = made("div", "pair", card(a, made("p", "", whenToUse.a)), card(b, made("p", "", whenToUse.b)));
    const page = `${lang}/sip/compare/${a.code}-vs-${b.code}`;
    return made("div", "card", linked(page, title), made("p", "", summary), pair);
  }
}

for (const [name, type] of [
  ["sip-code", SipCode],
  ["sip-compare", SipCompare],
] as const) {
  if (customElements.get(name) === undefined) customElements.define(name, type);
}
