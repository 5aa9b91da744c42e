// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, css, html, nothing } from 'lit';
import { type Index, indexed, sought } from '../../fields/searching.ts';
import { dress } from '../css.ts';
import type { InputContext, Option } from '../input.ts';
import './combobox.ts';
import { chips, chipsSheet } from './chips.ts';
import { checks, chosenOf, toggled } from './marks.ts';
import { learn } from '../../words/index.ts';
import { chrome } from '../../words/it-choices.ts';

learn({ chrome });

const sheet = css`
  patto-many {
    display: block;
  }
  .choices.long {
    max-height: 24em;
    margin-block-start: 0.75em;
    padding: 0.25em;
    overflow-y: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    grid-template-columns: repeat(auto-fill, minmax(min(16em, 100%), 1fr));
  }
`;

/** Several out of many: what is chosen stands above as chips that go with a press; the rest is filtered or looked up. */
export class Many extends LitElement {
  static override properties = { context: { attribute: false }, query: { state: true } };
  declare context: InputContext;
  declare query: string;
  #index: Index<Option> | undefined;

  constructor() {
    super();
    this.query = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    dress(this.getRootNode(), sheet);
    dress(this.getRootNode(), chipsSheet);
  }

  /** A long list: each choice of the search is added. */
  #adding() {
    const { context } = this;
    return html`<label for=${context.id}>${context.say('addFromList')}</label
      ><patto-combobox
        .context=${{
          ...context,
          title: context.say('addFromList'),
          value: undefined,
          required: false,
          answer: (value: unknown) => value !== undefined && context.answer(toggled(context, value, true)),
        }}
      ></patto-combobox>`;
  }

  #filtered() {
    const { context } = this;
    if (this.#index?.rows !== context.options) this.#index = indexed(context.options);
    const found = sought(this.#index, this.query);
    const count =
      found.length === 0
        ? context.say('foundNone')
        : found.length === 1
          ? context.say('foundOne')
          : context.say('found', { n: found.length });
    return html`<label for=${context.id}>${context.say('filterList')}</label
      ><input
        id=${context.id}
        part="input"
        class="medium"
        type="text"
        autocomplete="off"
        spellcheck="false"
        .value=${this.query}
        @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value)}
      />
      <p class=${found.length ? 'hidden-text' : 'hint'} role="status">${this.query ? count : ''}</p>
      ${found.length ? checks(context, found, 'long') : nothing}`;
  }

  protected override render() {
    // What cannot be changed is said by its chips alone.
    const more = this.context.locked ? '' : this.context.look ? this.#adding() : this.#filtered();
    return html`${chips(this.context, this)} ${more}
    ${chosenOf(this.context).map((value) => this.context.beside?.(value))}`;
  }
}
if (!customElements.get('patto-many')) customElements.define('patto-many', Many);
