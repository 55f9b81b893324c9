/** One line of the index: where it leads, what it says, what it is found by. */
interface Entry {
  /** Below the home page of the language. */
  readonly path: string;
  /** The number of a code, else a sign for the kind of page. */
  readonly mark: string;
  /** `c6xx`, or nothing. */
  readonly accent: string;
  readonly title: string;
  readonly text: string;
  /** Lower case, besides mark and title. */
  readonly words: string;
}

const MOST = 8;

/** As people type: without accents, in any case, whichever i. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/ı/g, "i");
}

/** The page that compares the two codes a query names, if it does. */
function compared(entries: readonly Entry[], query: string): Entry[] {
  const [a, b, more] = entries.filter(({ mark }) => mark > "1" && query.includes(mark) && mark < "7");
  if (!a || !b || more) return [];
  return [{ ...a, path: `sip/compare/${a.mark}-vs-${b.mark}`, mark: "vs", title: `${a.mark} / ${b.mark}` }, a, b];
}

/** Number, title and text, each in an element of its own. */
function fill(parent: HTMLElement, entry: Entry, tag = "span", names: readonly string[] = []): void {
  parent.className = entry.accent;
  for (const text of [entry.mark, entry.title, entry.text]) {
    const part = document.createElement(parent.children.length === 0 ? tag : "span");
    part.className = names[parent.children.length] ?? "";
    part.textContent = text;
    parent.append(part);
  }
}

function scored(entry: Entry, query: string): number {
  const title = folded(entry.title);
  if (entry.mark === query) return 100;
  let score = entry.mark.startsWith(query) ? 60 : 0;
  for (const word of query.split(/\s+/)) {
    if (word === entry.mark) score += 60;
    else if (title.includes(word)) score += title.startsWith(word) ? 30 : 20;
    else if (folded(entry.words).includes(word)) score += 10;
    else if (!entry.mark.startsWith(word)) return 0;
  }
  return score;
}

/** Shows hits while typing; without it the form inside asks the server. */
class SearchBox extends HTMLElement {
  private entries: Promise<readonly Entry[]> | null = null;
  private input: HTMLInputElement | null = null;
  private list: HTMLUListElement | null = null;
  private chosen = -1;

  connectedCallback(): void {
    const input = this.querySelector("input");
    if (input === null) return;
    this.input = input;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("focus", () => void this.index());
    input.addEventListener("input", () => void this.show());
    input.addEventListener("keydown", (event) => this.onKey(event));
    this.addEventListener("focusout", (event) => {
      if (!this.contains(event.relatedTarget as Node | null)) this.hide();
    });
    document.addEventListener("keydown", (event) => {
      const target = event.target as HTMLElement;
      const isTyping = target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.select();
      input.focus();
    });
    void this.answerPage();
  }

  private index(): Promise<readonly Entry[]> {
    this.entries ??= fetch(this.dataset.index ?? "")
      .then((response) => (response.ok ? response.json() : []))
      .catch(() => []);
    return this.entries as Promise<readonly Entry[]>;
  }

  private async find(text: string, most: number): Promise<Entry[]> {
    const query = folded(text.trim());
    if (query === "") return [];
    const entries = await this.index();
    const pair = compared(entries, query);
    if (pair.length > 0) return pair;
    const found = entries.map((entry) => ({ entry, score: scored(entry, query) }));
    const hits = found.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
    return hits.slice(0, most).map(({ entry }) => entry);
  }

  private async show(): Promise<void> {
    const { input } = this;
    if (input === null) return;
    const asked = input.value;
    const hits = await this.find(asked, MOST);
    if (input.value !== asked) return;
    this.hide();
    if (hits.length === 0 || !this.contains(document.activeElement)) return;
    const list = document.createElement("ul");
    list.className = "hits";
    list.id = "search-hits";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.getAttribute("aria-label") ?? "");
    list.append(...hits.map((entry, index) => this.option(entry, index)));
    this.append(list);
    this.list = list;
    input.setAttribute("aria-expanded", "true");
    input.setAttribute("aria-controls", list.id);
  }

  private option(entry: Entry, index: number): HTMLLIElement {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.id = `search-hit-${index}`;
    item.setAttribute("aria-selected", "false");
    fill(item, entry);
    item.dataset.path = entry.path;
    // Before the field loses the focus and the list goes.
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => this.go(entry.path));
    return item;
  }

  private onKey(event: KeyboardEvent): void {
    const { list } = this;
    if (list === null) return;
    const count = list.children.length;
    if (event.key === "ArrowDown") this.choose((this.chosen + 1) % count);
    else if (event.key === "ArrowUp") this.choose((this.chosen + count) % (count + 1) === count ? -1 : this.chosen - 1);
    else if (event.key === "Escape") this.hide();
    else if (event.key === "Enter" && this.chosen >= 0)
      this.go((list.children[this.chosen] as HTMLElement).dataset.path ?? "");
    else return;
    event.preventDefault();
  }

  private choose(index: number): void {
    const { list, input } = this;
    if (list === null) return;
    this.chosen = index < 0 ? list.children.length - 1 : index;
    for (const [at, item] of [...list.children].entries())
      item.setAttribute("aria-selected", String(at === this.chosen));
    const item = list.children[this.chosen];
    item?.scrollIntoView({ block: "nearest" });
    input?.setAttribute("aria-activedescendant", item?.id ?? "");
  }

  private hide(): void {
    this.list?.remove();
    this.list = null;
    this.chosen = -1;
    this.input?.setAttribute("aria-expanded", "false");
    this.input?.removeAttribute("aria-activedescendant");
    this.input?.removeAttribute("aria-controls");
  }

  private go(path: string): void {
    location.assign(new URL(path, new URL(this.dataset.home ?? "", location.href)));
  }

  /** Where files are served as they are, nobody answered what the address asks: the page does. */
  private async answerPage(): Promise<void> {
    const results = document.querySelector<HTMLElement>("[data-search-results]");
    const query = new URLSearchParams(location.search).get("q") ?? "";
    if (results === null || query.trim() === "" || (results.dataset.query ?? "") !== "") return;
    if (this.input !== null) this.input.value = query;
    const list = document.createElement("ul");
    list.className = "rows";
    for (const entry of await this.find(query, 30)) {
      const link = document.createElement("a");
      link.href = new URL(entry.path, new URL(this.dataset.home ?? "", location.href)).href;
      fill(link, entry, "b", ["", "name", "about"]);
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    if (list.children.length > 0) results.replaceChildren(list);
  }
}

customElements.define("ringback-search", SearchBox);
