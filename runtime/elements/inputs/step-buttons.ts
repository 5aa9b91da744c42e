// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, css, html } from 'lit';
import { dress } from '../css.ts';
import type { InputContext } from '../input.ts';

const sheet = css`
  patto-step {
    display: flex;
    gap: 0.375em;
    margin-block-start: 0.375em;
  }
  patto-step button {
    width: 2.75em;
    padding: 0;
    font-size: 1.125em;
  }
  .unit-line:has(> patto-step) input {
    max-width: 6em;
  }
`;

/** One less and one more, beside the input of a small number. */
export class StepButtons extends LitElement {
  static override properties = { context: { attribute: false }, spoken: { state: true } };
  declare context: InputContext;
  /** the number after a press; the input itself does not tell of it */
  declare spoken: string;

  constructor() {
    super();
    this.spoken = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    dress(this.getRootNode(), sheet);
  }

  /** The number that a press leads to; undefined where there is none. */
  #next(by: 1 | -1): number | undefined {
    const { field, value } = this.context;
    const set = field['x-settings']?.['step'];
    const step = typeof set === 'number' && set > 0 ? set : 1;
    const [least, most] = [field.minimum ?? -Infinity, field.maximum ?? Infinity];
    if (typeof value !== 'number') {
      const first = by > 0 && least <= 0 ? step : Math.max(least, 0);
      return first <= most ? first : undefined;
    }
    const next = value + by * step;
    return next >= least && next <= most ? next : undefined;
  }

  #press(by: 1 | -1): void {
    const next = this.#next(by);
    if (next === undefined) return;
    this.spoken = String(next);
    this.context.answer(next);
  }

  protected override render() {
    const { context } = this;
    const button = (by: 1 | -1, sign: string, key: string) =>
      html`<button
        type="button"
        part="button tool"
        aria-label=${context.say(key, { title: context.title }) || sign}
        aria-controls=${context.id}
        aria-disabled=${this.#next(by) === undefined ? 'true' : 'false'}
        @click=${() => this.#press(by)}
      >
        <span aria-hidden="true">${sign}</span>
      </button>`;
    return html`${button(-1, '−', 'less')}${button(1, '+', 'more')}<span class="hidden-text" role="status"
        >${this.spoken}</span
      >`;
  }
}
if (!customElements.get('patto-step')) customElements.define('patto-step', StepButtons);
