// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, html } from 'lit';
import type { InputContext } from '../input.ts';

/** How long nobody must type before what is left is read aloud, in ms. */
const PAUSE = 1200;

/** Characters that are left of a text, for the eyes at each key and for the ears when the typing pauses. */
export class Counter extends LitElement {
  static override properties = { context: { attribute: false }, spoken: { state: true } };
  declare context: InputContext;
  declare spoken: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: string | undefined;

  constructor() {
    super();
    this.spoken = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate() {
    const { text } = this.context;
    if (text === this.#last) return;
    const first = this.#last === undefined;
    this.#last = text;
    clearTimeout(this.#timer);
    // What stands there already is not news.
    if (first && text === '') return;
    this.#timer = setTimeout(() => {
      this.spoken = this.#said();
    }, PAUSE);
  }

  #said(): string {
    const { context } = this;
    const left = context.field.maxLength! - [...context.text].length;
    const n = Math.abs(left);
    return context.say(left < 0 ? (n === 1 ? 'overOne' : 'over') : n === 1 ? 'leftOne' : 'left', { n });
  }

  protected override render() {
    return html`<span class="hint" aria-hidden="true">${this.#said()}</span
      ><span class="hidden-text" role="status">${this.spoken}</span>`;
  }
}
if (!customElements.get('patto-counter')) customElements.define('patto-counter', Counter);
