// SPDX-License-Identifier: BSD-3-Clause
// What a list offers for the text of a part, as the browser's own suggestions: writing on is always possible, and
// without a network nothing is offered.
import { LitElement, html } from 'lit';
import type { InputContext, Option } from '../input.ts';

/** Milliseconds after the last key. */
const SOON = 200;

export class Suggestions extends LitElement {
  static override properties = {
    context: { attribute: false },
    listId: { attribute: false },
    found: { state: true },
  };
  declare context: InputContext;
  /** id of the list, for the input's `list` */
  declare listId: string;
  declare found: readonly Option[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = new AbortController();

  constructor() {
    super();
    this.found = [];
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asked.abort();
  }

  /** The text is now this one. */
  ask(text: string): void {
    clearTimeout(this.#timer);
    this.#asked.abort();
    if (text.trim().length < 2 || !this.context.look) return;
    const { signal } = (this.#asked = new AbortController());
    this.#timer = setTimeout(() => {
      this.context.look?.(text, signal).then(
        (found) => (this.found = found),
        () => undefined,
      );
    }, SOON);
  }

  protected override render() {
    return html`<datalist id=${this.listId}>
      ${this.found.map(({ title }) => html`<option value=${title}></option>`)}
    </datalist>`;
  }
}
if (!customElements.get('patto-suggestions')) customElements.define('patto-suggestions', Suggestions);
