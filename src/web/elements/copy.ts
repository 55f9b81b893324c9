/** A button that copies the sample beside it and says so. */
class CopyButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    const sample = this.querySelector("pre");
    if (button === null || sample === null) return;
    const label = button.textContent ?? "";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(sample.textContent ?? "");
      } catch {
        getSelection()?.selectAllChildren(sample); // not allowed here: then it is at least marked
        return;
      }
      button.textContent = this.dataset.copied ?? label;
      setTimeout(() => {
        button.textContent = label;
      }, 2000);
    });
  }
}

customElements.define("ringback-copy", CopyButton);
