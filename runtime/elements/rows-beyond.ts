// SPDX-License-Identifier: BSD-3-Clause
// Of a very long list, the rows that do not stand on the page: how many they are, and ways to them.
import { nothing } from 'lit';
import type { Gap, RowCards } from './row-cards.ts';
import type { RowEdits, RowHost } from './row-edits.ts';
import type { RowSearch } from './row-search.ts';

export class RowsBeyond {
  readonly #host: RowHost;
  readonly #edits: RowEdits;
  readonly #cards: Pick<RowCards<never>, 'beyond' | 'reveal'>;
  #search: RowSearch | undefined;
  #asked = false;

  constructor(host: RowHost, edits: RowEdits, cards: Pick<RowCards<never>, 'beyond' | 'reveal'>) {
    this.#host = host;
    this.#edits = edits;
    this.#cards = cards;
  }

  /** Above the rows; to be asked for after they are laid. */
  head(): unknown {
    if (this.#cards.beyond && !this.#asked) void this.#fetch();
    return this.#search && this.#asked ? this.#search.head(this.#cards.beyond) : nothing;
  }

  /** In the place of rows. */
  gap(gap: Gap): unknown {
    return this.#search?.gap(gap) ?? nothing;
  }

  async #fetch(): Promise<void> {
    this.#asked = true;
    const { RowSearch } = await import('./row-search.ts');
    this.#search = new RowSearch(this.#host, this.#edits, (keys) => this.#cards.reveal(keys));
    this.#host.requestUpdate();
  }
}
