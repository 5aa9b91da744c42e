// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, css, html, nothing } from 'lit';
import { type Index, indexed, sought } from '../../fields/searching.ts';
import { learn } from '../../words/index.ts';
import { chrome } from '../../words/it-choices.ts';
import { dress } from '../css.ts';
import type { InputContext, Option } from '../input.ts';
import { chips, chipsSheet } from './chips.ts';
import { chosenOf, toggled } from './marks.ts';

learn({ chrome });

const sheet = css`
  patto-catalogue {
    display: block;
  }
  .catalogue-search {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: 0.5em 1em;
    margin-block: 0.5em;
  }
  .catalogue {
    display: grid;
    gap: 0.5em;
    margin-block: 0.5em;
  }
  .entry {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.125em 0.75em;
    padding: 0.75em 1em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    font-weight: 400;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .entry:hover {
    border-color: var(--primary);
  }
  .entry:has(:checked) {
    border-color: var(--primary);
    background: var(--primary-soft);
    box-shadow: inset 0 0 0 1px var(--primary);
  }
  .entry:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .entry :focus-visible {
    outline: none;
    box-shadow: none;
  }
  .entry input {
    width: 1.375em;
    height: 1.375em;
    margin: 0;
    accent-color: var(--primary);
  }
  .entry .name {
    font-weight: 600;
  }
  .entry :is(.about, .details) {
    display: block;
  }
  .entry .details {
    color: var(--muted);
    font-size: 0.9375em;
  }
`;

/** entries drawn at first: who looks for one types or picks a category */
const FIRST = 6;
/** and with each press of the button */
const AT_ONCE = 12;

/** A part of an entry that is read below its name; `from`: the list that gives the code its title. */
interface Detail {
  readonly column: string;
  readonly title?: string;
  readonly from?: string;
}

/** Entries of a register with what it says of them, found by words and by category. One, or several. */
export class Catalogue extends LitElement {
  static override properties = {
    context: { attribute: false },
    query: { state: true },
    category: { state: true },
    limit: { state: true },
  };
  declare context: InputContext;
  declare query: string;
  /** '' for all */
  declare category: string;
  declare limit: number;
  #index: Index<Option> | undefined;

  constructor() {
    super();
    this.query = '';
    this.category = '';
    this.limit = FIRST;
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    dress(this.getRootNode(), sheet);
    dress(this.getRootNode(), chipsSheet);
  }

  #setting(name: string): unknown {
    return this.context.field['x-settings']?.[name];
  }

  #category(option: Option): string {
    const column = this.#setting('category');
    const cell = typeof column === 'string' ? option.row?.[column] : undefined;
    return typeof cell === 'string' ? cell : '';
  }

  /** "Cooperativa Il Ponte · Fondo: quota servizi · Gratuito" */
  #details({ row }: Option): string {
    const details = this.#setting('details');
    if (!row || !Array.isArray(details)) return '';
    return (details as readonly Detail[])
      .flatMap(({ column, title, from }) => {
        const cell = row[column];
        if (cell === undefined || cell === '') return [];
        const list = from && this.context.lists[from.slice(from.indexOf(':') + 1)];
        const words = [cell]
          .flat()
          .map((code) => (list ? (list.find(({ id }) => id === code)?.title ?? code) : code))
          .join(', ');
        return [title ? `${title}: ${words}` : words];
      })
      .join(' · ');
  }

  #entry(option: Option, index: number) {
    const { context } = this;
    const several = context.field.type === 'array';
    const on = several ? chosenOf(context).includes(option.value) : option.value === context.value;
    const about = option.row?.['descrizione'];
    const details = this.#details(option);
    return html`<label class="entry"
      ><input
        type=${several ? 'checkbox' : 'radio'}
        id="${context.id}-${index}"
        name=${context.id}
        .checked=${on}
        ?disabled=${context.locked}
        @change=${(event: Event) =>
          context.answer(
            several
              ? toggled(context, option.value, (event.target as HTMLInputElement).checked)
              : option.value,
          )}
      /><span
        ><span class="name">${option.title}</span>${
          typeof about === 'string' ? html` <span class="about">${about}</span>` : nothing
        }${details ? html` <span class="details">${details}</span>` : nothing}</span
      ></label
    >`;
  }

  protected override render() {
    const { context } = this;
    const { options, say } = context;
    if (this.#index?.rows !== options) {
      const said = options.map((option) => ({ title: `${option.title} ${this.#details(option)}` }));
      this.#index = { rows: options, titles: indexed(said).titles };
    }
    const found = sought(
      this.#index,
      this.query,
      Infinity,
      (option) => this.category === '' || this.#category(option) === this.category,
    );
    const categories = [...new Set(options.map((option) => this.#category(option)))].filter(Boolean).sort();
    const more = found.length - this.limit;
    const count =
      found.length === 0
        ? say('foundNone')
        : found.length === 1
          ? say('foundOne')
          : say('found', { n: found.length });
    return html`${chips(context, this)}
      <div class="catalogue-search">
        <div>
          <label for=${context.id}>${say('catalogueSearch')}</label
          ><input
            id=${context.id}
            part="input"
            type="text"
            autocomplete="off"
            spellcheck="false"
            .value=${this.query}
            @input=${(event: Event) => {
              this.query = (event.target as HTMLInputElement).value;
              this.limit = FIRST;
            }}
          />
        </div>
        ${
          categories.length > 1
            ? html`<div>
                <label for="${context.id}-c">${say('category')}</label
                ><select
                  id="${context.id}-c"
                  part="input"
                  @change=${(event: Event) => {
                    this.category = (event.target as HTMLSelectElement).value;
                    this.limit = FIRST;
                  }}
                >
                  <option value="" .selected=${this.category === ''}>${say('everything')}</option>
                  ${categories.map(
                    (name) =>
                      html`<option value=${name} .selected=${name === this.category}>${name}</option>`,
                  )}
                </select>
              </div>`
            : nothing
        }
      </div>
      <p class="hint" role="status">${count}</p>
      <div class="catalogue" part="choices">
        ${found.slice(0, this.limit).map((option, index) => this.#entry(option, index))}
      </div>
      ${
        more > 0
          ? html`<button type="button" part="button tool" @click=${() => (this.limit += AT_ONCE)}>
              ${say('more', { n: Math.min(more, AT_ONCE) })}
            </button>`
          : nothing
      }`;
  }
}
if (!customElements.get('patto-catalogue')) customElements.define('patto-catalogue', Catalogue);
