// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, css, html, nothing } from 'lit';
import { exclusive } from '../../fields/exclusive.ts';
import { dress } from '../css.ts';
import type { InputContext, Option } from '../input.ts';
import { chosenOf, said, toggled } from './marks.ts';
import { pictogram } from './pictograms.ts';

const sheet = css`
  patto-tiles {
    display: block;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9.5em, 100%), 1fr));
    gap: 0.75em;
    margin-block-start: 0.5em;
  }
  .tile {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 0.5em;
    min-height: 8em;
    padding: 1em 0.75em;
    border: 1px solid var(--strong);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface);
    font-weight: 400;
    text-align: center;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .tile:hover {
    background: var(--primary-soft);
  }
  .tile:has(:checked) {
    border-color: var(--primary);
    background: var(--primary-soft);
    box-shadow: inset 0 0 0 2px var(--primary);
  }
  .tile:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .tile :focus-visible {
    outline: none;
    box-shadow: none;
  }
  .tile input {
    position: absolute;
    inset-block-start: 0.625em;
    inset-inline-start: 0.625em;
    width: 1.25em;
    height: 1.25em;
    margin: 0;
    accent-color: var(--primary);
  }
  .tile svg {
    width: 3.5em;
    height: 3.5em;
    fill: none;
    stroke: var(--primary-strong);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .tile .hint {
    display: block;
  }
  .tiles > :is(.or, .beside) {
    grid-column: 1 / -1;
  }
  @media (max-width: 30em) {
    .tiles {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .tile:has(:checked) {
      outline: 3px solid Highlight;
    }
    .tile svg {
      stroke: CanvasText;
    }
  }
`;

/** Choices as large tiles with a pictogram; the text is always there. One, or several when the answer is a list. */
export class Tiles extends LitElement {
  static override properties = { context: { attribute: false } };
  declare context: InputContext;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    dress(this.getRootNode(), sheet);
  }

  #tile(option: Option, index: number, several: boolean) {
    const { context } = this;
    const names = context.field['x-settings']?.['pictures'] as { readonly [value: string]: string };
    const on = several ? chosenOf(context).includes(option.value) : option.value === context.value;
    const alone: readonly unknown[] = exclusive(context.field);
    return html`${
        several && index > 0 && alone.includes(option.value)
          ? html`<p class="or">${context.say('or')}</p>`
          : nothing
      }<label class="tile"
        ><input
          type=${several ? 'checkbox' : 'radio'}
          id=${index === 0 ? context.id : `${context.id}-${index}`}
          name=${context.id}
          .checked=${on}
          ?disabled=${context.locked}
          ?required=${context.required && !several}
          @change=${(event: Event) =>
            context.answer(
              several
                ? toggled(context, option.value, (event.target as HTMLInputElement).checked)
                : option.value,
            )}
        />${pictogram(names[String(option.value)])}<span>${said(option)}</span></label
      >${on ? context.beside?.(option.value) : nothing}`;
  }

  protected override render() {
    const several = this.context.field.type === 'array';
    return html`<div class="tiles" part="choices">
      ${this.context.options.map((option, index) => this.#tile(option, index, several))}
    </div>`;
  }
}
if (!customElements.get('patto-tiles')) customElements.define('patto-tiles', Tiles);
