// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { dress } from '../css.ts';
import { type Index, folded, indexed, sought } from '../../fields/searching.ts';
import type { InputContext, Option } from '../input.ts';
import { said } from './marks.ts';
import { learn } from '../../words/index.ts';
import { chrome } from '../../words/it-choices.ts';

learn({ chrome });

const sheet = css`
  .combobox {
    position: relative;
    max-width: 30em;
  }
  .combobox::after {
    content: '';
    position: absolute;
    inset-block-start: 1.1em;
    inset-inline-end: 1em;
    width: 0.5em;
    height: 0.5em;
    border: solid var(--strong);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    pointer-events: none;
  }
  .combobox input {
    padding-inline-end: 2.25em;
  }
  .combobox ul {
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    max-height: 19em;
    margin-block-start: 4px;
    padding: 4px;
    overflow-y: auto;
    border: 1px solid var(--strong);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: 0 8px 24px rgb(23 50 77 / 18%);
  }
  .combobox li {
    display: flex;
    align-items: center;
    min-height: 2.75em;
    padding: 0.375em 0.625em;
    border-radius: calc(var(--radius) - 2px);
    line-height: 1.375;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .combobox li .hint {
    display: block;
    color: inherit;
  }
  .combobox li:hover {
    background: var(--ground);
  }
  .combobox li[aria-selected='true'] {
    background: var(--primary);
    color: var(--on-primary);
  }
  .combobox-whole {
    display: block;
    margin-block-start: 0.375em;
    overflow-wrap: anywhere;
  }
  @media (min-width: 40em) {
    .combobox-whole:not(.wide) {
      display: none;
    }
  }
  .combobox-none {
    display: block;
    margin-block-start: 0.375em;
    color: var(--muted);
    font-size: 0.9375em;
  }
  @media (forced-colors: active) {
    .combobox li[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

/** how many are listed: more are reached by typing on */
const SHOWN = 100;
/** rows of one look-up */
const LOOKED_UP = 20;
/** after the last key, before the server is asked, milliseconds */
const PAUSE = 180;
/** letters of a title that the input shows on a telephone; longer ones are said whole below it */
const SHORT = 30;
/** the same on a wide screen */
const WIDE = 54;

type Stage = 'searching' | 'found' | 'unreached';

/** A searched list after the ARIA combobox pattern. Its children stand in the form's own tree. */
export class Combobox extends LitElement {
  static override properties = {
    context: { attribute: false },
    open: { state: true },
    query: { state: true },
    stage: { state: true },
  };
  declare context: InputContext;
  declare open: boolean;
  /** what is typed while searching; undefined: the chosen title stands in the input */
  declare query: string | undefined;
  /** how the look-up of a long list stands */
  declare stage: Stage;
  #active = -1;
  #found: readonly Option[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;
  #index: Index<Option> | undefined;

  constructor() {
    super();
    this.open = false;
    this.stage = 'found';
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    dress(this.getRootNode(), sheet);
    addEventListener('online', this.#back);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('online', this.#back);
    this.#stop();
  }

  readonly #back = () => {
    if (this.stage === 'unreached') this.#search();
  };

  #stop() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  /** Finds what fits the typed text: here, or in a long list by asking the server once typing pauses. */
  #search() {
    const { look, options } = this.context;
    const typed = this.query ?? '';
    if (!look) {
      if (this.#index?.rows !== options) this.#index = indexed(options);
      this.#found = sought(this.#index, typed, SHOWN + 1);
      return;
    }
    this.#stop();
    const asking = (this.#asking = new AbortController());
    this.stage = 'searching';
    this.#timer = setTimeout(() => void this.#ask(look, typed, asking.signal), PAUSE);
  }

  async #ask(look: NonNullable<InputContext['look']>, typed: string, signal: AbortSignal) {
    try {
      const found = await look(typed, signal);
      if (signal.aborted) return;
      this.#found = found;
      this.#active = typed === '' ? -1 : 0;
      this.stage = 'found';
    } catch {
      // What came later has taken its place, or there is no network.
      if (signal.aborted) return;
      this.#found = [];
      this.stage = 'unreached';
    }
    this.requestUpdate();
  }

  #choose(option: Option | undefined) {
    this.#stop();
    this.stage = 'found';
    this.query = undefined;
    this.open = false;
    this.context.answer(option?.value);
    this.requestUpdate();
  }

  #show(): boolean {
    if (!this.open) this.#search();
    this.open = true;
    return true;
  }

  #close() {
    this.open = false;
    if (this.query === undefined) return;
    // Leaving with the exact title typed is a choice; with nothing typed, no answer; else the old choice stays.
    const typed = folded(this.query);
    const known = this.context.look ? this.#found : this.context.options;
    const exact = known.find((option) => folded(option.title) === typed);
    if (exact || this.query.trim() === '') this.#choose(exact);
    // Without a choice, what was typed in search of one stays to be seen.
    else if (!this.context.look || this.context.value !== undefined) this.query = undefined;
  }

  #key(event: KeyboardEvent) {
    const last = Math.min(this.#found.length, SHOWN) - 1;
    const keys: { [key: string]: () => boolean } = {
      ArrowDown: () =>
        event.altKey ? this.#show() : this.#move(this.open ? Math.min(this.#active + 1, last) : 0),
      ArrowUp: () => {
        if (!event.altKey) return this.#move(this.open ? Math.max(this.#active - 1, 0) : last);
        this.open = false;
        return true;
      },
      PageDown: () => this.open && this.#move(Math.min(this.#active + 8, last)),
      PageUp: () => this.open && this.#move(Math.max(this.#active - 8, 0)),
      Enter: () => {
        const option = this.open ? this.#found[this.#active] : undefined;
        if (option) this.#choose(option);
        return option !== undefined;
      },
      Escape: () => {
        if (!this.open && this.query === undefined) return false;
        this.query = undefined;
        this.open = false;
        this.#stop();
        return true;
      },
      Tab: () => {
        this.#close();
        return false;
      },
    };
    if (keys[event.key]?.()) event.preventDefault();
  }

  #move(to: number): boolean {
    this.#show();
    this.#active = to;
    this.requestUpdate();
    return true;
  }

  #typed(text: string) {
    this.query = text;
    this.open = true;
    this.#active = text === '' ? -1 : 0;
    this.#search();
  }

  protected override updated(changed: PropertyValues) {
    super.updated(changed);
    if (this.open) this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  /** What is heard while the list is open. */
  #status(): string {
    const { say, look } = this.context;
    const n = this.#found.length;
    if (look && this.stage !== 'found') return say(this.stage);
    if (look ? n >= LOOKED_UP : n > SHOWN) return say('foundMore', { n: Math.min(n, SHOWN) });
    return n === 0 ? say('foundNone') : n === 1 ? say('foundOne') : say('found', { n });
  }

  /** What is seen below the input: nothing found, no network, a text that is no choice yet, a long title whole. */
  #below(chosen: Option | undefined, status: string) {
    const { say, value } = this.context;
    if (this.stage === 'unreached' && this.query !== undefined)
      return html`<span class="combobox-none">${say('unreached')}</span>`;
    if (this.open && (this.#found.length === 0 || this.stage === 'searching'))
      return html`<span class="combobox-none">${status}</span>`;
    if (!this.open && this.query !== undefined && value === undefined)
      return html`<span class="combobox-none">${say('pickOne', { text: this.query })}</span>`;
    return !this.open && chosen && chosen.title.length > SHORT
      ? html`<span
          class=${chosen.title.length > WIDE ? 'combobox-whole wide' : 'combobox-whole'}
          aria-hidden="true"
          >${chosen.title}</span
        >`
      : nothing;
  }

  protected override render() {
    const { context, open } = this;
    const chosen = context.options.find((option) => option.value === context.value);
    if (!context.look && open) this.#search();
    const listed = open ? this.#found.slice(0, SHOWN) : [];
    if (this.#active >= listed.length) this.#active = listed.length - 1;
    const status = open ? this.#status() : '';
    return html`<div class="combobox">
        <input
          id=${context.id}
          part="input"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${open && listed.length ? 'true' : 'false'}
          aria-controls="${context.id}-list"
          aria-activedescendant=${open && this.#active >= 0 ? `${context.id}-o${this.#active}` : nothing}
          aria-invalid=${context.invalid ? 'true' : nothing}
          aria-describedby=${context.describedby || nothing}
          ?required=${context.required}
          ?readonly=${context.locked}
          .value=${this.query ?? chosen?.title ?? (context.value === undefined ? '' : String(context.value))}
          @input=${(event: Event) => this.#typed((event.target as HTMLInputElement).value)}
          @keydown=${context.locked ? nothing : this.#key}
          @click=${() => !context.locked && this.#show()}
          @blur=${this.#close}
        />
        <ul
          id="${context.id}-list"
          role="listbox"
          aria-label=${context.title}
          ?hidden=${!open || !listed.length}
        >
          ${listed.map(
            (option, index) =>
              html`<li
                role="option"
                id="${context.id}-o${index}"
                aria-selected=${index === this.#active ? 'true' : 'false'}
                @mousedown=${(event: Event) => event.preventDefault()}
                @click=${() => this.#choose(option)}
              >
                <span>${said(option)}</span>
              </li>`,
          )}
        </ul>
        <span class="hidden-text" role="status">${status}</span>
      </div>
      ${this.#below(chosen, status)}`;
  }
}
if (!customElements.get('patto-combobox')) customElements.define('patto-combobox', Combobox);
