// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { dress } from '../css.ts';
import type { InputContext, Option } from '../input.ts';

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
    cursor: pointer;
  }
  .combobox li:hover {
    background: var(--ground);
  }
  .combobox li[aria-selected='true'] {
    background: var(--primary);
    color: var(--on-primary);
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

/** Text without case and accents, for searching: "Città" → "citta". */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const SHOWN = 100;

/** A searched list after the ARIA combobox pattern. Its children stand in the form's own tree. */
export class Combobox extends LitElement {
  static override properties = {
    context: { attribute: false },
    open: { state: true },
    query: { state: true },
  };
  declare context: InputContext;
  declare open: boolean;
  /** what is typed while searching; undefined: the chosen title stands in the input */
  declare query: string | undefined;
  #active = -1;

  constructor() {
    super();
    this.open = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    dress(this.getRootNode(), sheet);
  }

  get #found(): readonly Option[] {
    const words = folded(this.query ?? '')
      .split(/\s+/)
      .filter(Boolean);
    const all = this.context.options;
    return words.length === 0
      ? all
      : all
          .filter((option) => words.every((word) => folded(option.title).includes(word)))
          // what begins with the first word comes first
          .map((option) => [folded(option.title).startsWith(words[0]!) ? 0 : 1, option] as const)
          .sort(([a], [b]) => a - b)
          .map(([, option]) => option);
  }

  #choose(option: Option | undefined) {
    this.query = undefined;
    this.open = false;
    this.context.answer(option?.value);
    this.requestUpdate();
  }

  #close() {
    if (this.query !== undefined) {
      // Leaving with the exact title typed is a choice; with nothing typed, no answer; else the old choice stays.
      const typed = folded(this.query.trim());
      const exact = this.context.options.find((option) => folded(option.title) === typed);
      if (exact || typed === '') this.#choose(exact);
    }
    this.query = undefined;
    this.open = false;
  }

  #key(event: KeyboardEvent) {
    const found = this.#found.slice(0, SHOWN);
    const keys: { [key: string]: () => boolean } = {
      ArrowDown: () => this.#move(this.open ? Math.min(this.#active + 1, found.length - 1) : 0),
      ArrowUp: () => this.#move(this.open ? Math.max(this.#active - 1, 0) : found.length - 1),
      Enter: () => {
        const option = this.open ? found[this.#active] : undefined;
        if (option) this.#choose(option);
        return option !== undefined;
      },
      Escape: () => {
        if (!this.open && this.query === undefined) return false;
        this.query = undefined;
        this.open = false;
        this.requestUpdate();
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
    this.#active = to;
    this.open = true;
    this.requestUpdate();
    return true;
  }

  protected override updated(changed: PropertyValues) {
    super.updated(changed);
    if (this.open) this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const { context, open } = this;
    const chosen = context.options.find((option) => option.value === context.value);
    const found = open ? this.#found : [];
    const listed = found.slice(0, SHOWN);
    if (this.#active >= listed.length) this.#active = listed.length - 1;
    const count =
      found.length === 0
        ? context.say('foundNone')
        : found.length === 1
          ? context.say('foundOne')
          : context.say('found', { n: found.length });
    return html`<div class="combobox">
      <input
        id=${context.id}
        part="input"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="${context.id}-list"
        aria-activedescendant=${open && this.#active >= 0 ? `${context.id}-o${this.#active}` : nothing}
        aria-invalid=${context.invalid ? 'true' : nothing}
        aria-describedby=${context.describedby || nothing}
        ?required=${context.required}
        ?readonly=${context.locked}
        .value=${this.query ?? chosen?.title ?? ''}
        @input=${(event: Event) => {
          this.query = (event.target as HTMLInputElement).value;
          this.#move(0);
        }}
        @keydown=${context.locked ? nothing : this.#key}
        @click=${() => !context.locked && (this.open = true)}
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
              ${option.title}
            </li>`,
        )}
      </ul>
      <span class="hidden-text" role="status">${open ? count : ''}</span>
      ${open && !found.length ? html`<span class="combobox-none">${count}</span>` : nothing}
    </div>`;
  }
}
if (!customElements.get('patto-combobox')) customElements.define('patto-combobox', Combobox);
