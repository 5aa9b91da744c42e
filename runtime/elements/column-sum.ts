// SPDX-License-Identifier: BSD-3-Clause
// The sum of a column of rows: it alone is drawn again when one of its answers changes.
import { LitElement, html, type PropertyDeclarations } from 'lit';
import { inWords } from './in-words.ts';
import { type FormStore, storeOf } from './form-store.ts';
import { resolve } from './layout.ts';

export class ColumnSum extends LitElement {
  static override properties: PropertyDeclarations = {
    path: { attribute: false },
    item: { attribute: false },
    rows: { attribute: false },
  };
  declare store: FormStore;
  /** pointer of the list */
  declare path: string;
  /** pointer of the column, from a row: ./importo */
  declare item: string;
  /** how many rows there are */
  declare rows: number;
  #ends: (() => void)[] = [];

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    this.store = storeOf(this);
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate('rows');
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#unwatch();
  }

  #unwatch() {
    for (const end of this.#ends) end();
    this.#ends = [];
  }

  #places(): readonly string[] {
    return Array.from({ length: this.rows }, (_, index) => resolve(this.item, `${this.path}/${index}`));
  }

  protected override willUpdate() {
    if (this.#ends.length === this.rows) return;
    this.#unwatch();
    this.#ends = this.#places().map((place) => this.store.watch(place, () => this.requestUpdate()));
  }

  /** What is not answered counts nothing. */
  protected override render() {
    const { store } = this;
    const [first = ''] = this.#places();
    const node = store.node(first);
    const total = this.#places().reduce((sum, place) => {
      const value = store.value(place);
      return typeof value === 'number' ? sum + value : sum;
    }, 0);
    return node ? html`${inWords(store, node, Math.round(total * 1e6) / 1e6, first)}` : html``;
  }
}

if (!customElements.get('patto-column-sum')) customElements.define('patto-column-sum', ColumnSum);
