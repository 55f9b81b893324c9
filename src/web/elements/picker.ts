/** Goes from the form to the comparison at once, also where no server would redirect. */
class ComparePicker extends HTMLElement {
  connectedCallback(): void {
    this.querySelector("form")?.addEventListener("submit", (event) => {
      const form = event.target as HTMLFormElement;
      const [a, b] = ["a", "b"].map((name) => Number(new FormData(form).get(name)));
      const base = this.dataset.base;
      if (!a || !b || base === undefined) return;
      event.preventDefault();
      const pair = a === b ? `../${a}` : `${Math.min(a, b)}-vs-${Math.max(a, b)}`;
      location.assign(new URL(pair, new URL(base, location.href)));
    });
  }
}

customElements.define("ringback-picker", ComparePicker);
