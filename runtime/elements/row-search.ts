// SPDX-License-Identifier: BSD-3-Clause
// Ways to the rows of a very long list that do not stand on the page: more of them, or a search through all.
import { css, html, nothing, type TemplateResult } from 'lit';
import { learn } from '../words/index.ts';
import { chrome } from '../words/it-row-search.ts';
import { dress } from './css.ts';
import { inWords } from './in-words.ts';
import { type Gap, MORE } from './row-cards.ts';
import type { RowEdits, RowHost } from './row-edits.ts';

learn({ chrome });

const sheet = css`
  .row-search {
    margin-block: 0.75em 1em;
  }
  .row-search > .hint {
    margin-block-end: 0.5em;
  }
  .row-search input {
    max-width: 24em;
  }
  .row-search ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em;
    margin-block-start: 0.75em;
    padding: 0;
    list-style: none;
  }
  .row-gap {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    padding: 1em;
    border: 1px dashed var(--strong);
    border-radius: var(--radius);
  }
  .row-gap > p {
    margin: 0;
    color: var(--muted);
  }
`;

/** Rows found that are offered. */
const OFFERED = 10;

/** Without marks and capitals: "Perché" → "perche". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export class RowSearch {
  readonly #host: RowHost;
  readonly #edits: RowEdits;
  readonly #reveal: (keys: readonly string[]) => void;
  #sought = '';

  constructor(host: RowHost, edits: RowEdits, reveal: (keys: readonly string[]) => void) {
    this.#host = host;
    this.#edits = edits;
    this.#reveal = reveal;
    dress(host.getRootNode(), sheet);
  }

  /** Numbers of the rows that hold a text, in their name or in any answer. */
  #found(): readonly number[] {
    const { store, path } = this.#host;
    const text = plain(this.#sought.trim());
    const children = store.node(path)?.children ?? [];
    const { here, rows } = this.#edits;
    return here.filter((index) => {
      const row = rows[index]!;
      const says = (words: string) => plain(words).includes(text);
      return (
        says(this.#edits.label(index)) ||
        children.some(
          (child) =>
            row[child.key] !== undefined &&
            !child.type.nests &&
            says(inWords(store, child, row[child.key], `${path}/${index}/${child.key}`)),
        )
      );
    });
  }

  head(beyond: number): TemplateResult | typeof nothing {
    const { store } = this.#host;
    const { sayings } = store;
    const { here, rows } = this.#edits;
    if (!beyond && !this.#sought) return nothing;
    const id = `${this.#edits.idOf('rows')}-search`;
    const found = this.#sought.trim() ? this.#found() : [];
    return html`<div class="row-search">
      <p class="hint" id="${id}-h">
        ${sayings.say('rowsShown', { shown: here.length - beyond, n: here.length })}
      </p>
      <label for=${id} part="label">${sayings.say('rowSearch')}</label>
      <input
        type="search"
        id=${id}
        part="input"
        autocomplete="off"
        aria-describedby="${id}-h"
        .value=${this.#sought}
        @input=${(event: Event) => {
          this.#sought = (event.target as HTMLInputElement).value;
          this.#host.requestUpdate();
        }}
      />
      <p class="hint" role="status">
        ${this.#sought.trim() ? sayings.say(found.length ? 'rowsFound' : 'rowsNone', { n: found.length }) : nothing}
      </p>
      ${
        found.length
          ? html`<ul>
              ${found.slice(0, OFFERED).map((index) => {
                const what = store.rows.what(store.node(this.#host.path));
                const label = this.#edits.label(index);
                const number = sayings.say('rowNumber', { what, n: index + 1 });
                return html`<li>
                  <button type="button" part="button" @click=${() => this.#edits.lead(rows[index]!.id)}>
                    ${label === number ? number : `${number} · ${label}`}
                  </button>
                </li>`;
              })}
            </ul>`
          : nothing
      }
    </div>`;
  }

  gap({ keys, from, to }: Gap): TemplateResult {
    const { sayings } = this.#host.store;
    const { length } = keys;
    return html`<div class="row-gap">
      <p>${sayings.say(length === 1 ? 'rowAway' : 'rowsAway', { n: length, from, to })}</p>
      <button type="button" part="button" @click=${() => this.#more(keys)}>
        ${sayings.say(length > MORE ? 'rowsMore' : 'rowsRest', { n: Math.min(MORE, length) })}
      </button>
    </div>`;
  }

  /** The focus goes to the first of those that come. */
  #more(keys: readonly string[]): void {
    const [first] = keys;
    this.#reveal(keys.slice(0, MORE));
    if (first !== undefined) this.#edits.lead(first);
  }
}
