// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, css, html, nothing, type PropertyDeclarations } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dress } from './css.ts';
import { Drawing } from './draw.ts';
import { type FormStore, storeOf } from './form-store.ts';
import { RowCards } from './row-cards.ts';
import type { Placed } from './row-card.ts';
import { type Among, RowEdits } from './row-edits.ts';
import type { Row } from './row-labels.ts';
import { RowsBeyond } from './rows-beyond.ts';

export { RowChanges, RowLabels } from './row-labels.ts';

export const rowsSheet = css`
  fieldset.rows {
    display: block;
    margin: 0;
  }
  .rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    margin-block-start: 0.75em;
  }
  .rows.long > li {
    content-visibility: auto;
    contain-intrinsic-size: auto 40em;
    padding: 4px;
    margin: -4px;
  }
  .rows.long > li:focus-within {
    content-visibility: visible;
  }
  .card {
    padding: 1.25em;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--primary);
    border-radius: var(--radius);
    background: var(--ground);
  }
  .card > legend {
    float: inline-start;
    width: 100%;
    margin-block-end: 0.875em;
    font-size: 1.0625em;
  }
  .card > .warning {
    margin-block: 0 1em;
  }
  .card > legend + * {
    clear: both;
  }
  button.tool {
    padding-inline: 0.625em;
    border-color: transparent;
    background: transparent;
    font-size: 0.9375em;
  }
  button.tool.remove {
    margin-inline-start: auto;
    color: var(--danger);
  }
  button.add {
    margin-block-start: 1em;
    border-style: dashed;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
    margin-block: 1em -0.5em;
    padding-block-start: 0.5em;
    border-block-start: 1px solid var(--line);
  }
  .asking {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    margin-block-start: 1em;
    padding: 0.75em 1em;
    border-radius: var(--radius);
    background: var(--danger-soft);
  }
  .asking :is(p, .why) {
    flex: 1 1 100%;
  }
  .gone {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    margin-block-start: 0.5em;
    color: var(--muted);
  }
  @media (max-width: 36em) {
    .card {
      padding: 0.875em;
    }
  }
  @media (forced-colors: active) {
    .asking {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .rows.long > li {
      content-visibility: visible;
    }
    .tools,
    .add {
      display: none;
    }
  }
`;

/** Rows of a repeat: each a group of its own, by id, with add, remove and move. Focus follows what happened. */
export class PattoRows extends LitElement {
  static override properties: PropertyDeclarations = {
    path: { attribute: false },
    among: { attribute: false },
  };
  declare store: FormStore;
  declare path: string;
  declare among: Among | undefined;
  readonly tag = 'li';
  readonly #edits = new RowEdits(this);
  readonly #cards = new RowCards<Drawing>(this, this.#edits);
  readonly #beyond = new RowsBeyond(this, this.#edits, this.#cards);
  #end: (() => void) | undefined;
  #watched = '';

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    this.store = storeOf(this);
    super.connectedCallback();
    dress(this.getRootNode(), rowsSheet);
    this.#watched = '';
    this.#cards.resume();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#end?.();
    this.#cards.rest();
  }

  protected override willUpdate() {
    if (this.path === this.#watched) return;
    this.#watched = this.path;
    this.#end?.();
    this.#end = this.store.watch(this.path, () => this.requestUpdate());
  }

  protected override updated() {
    // The fields of a new row may be drawn after this; the legend is there already.
    this.#edits.drawn();
  }

  protected override render() {
    const { store, path } = this;
    if (!store.node(path)) return nothing;
    const laid = this.#cards.lay();
    // What a district's rules propose is drawn where the page has brought proposals.ts; elsewhere this is an empty name.
    return html`<patto-proposals></patto-proposals>${this.#beyond.head()}${
        laid.length
          ? html`<ol
              class=${laid.length > 8 ? 'rows long' : 'rows'}
              @contentvisibilityautostatechange=${this.#seen}
            >
              ${repeat(
                laid,
                ({ key }) => key,
                (each) => ('card' in each ? each.card.item : html`<li>${this.#beyond.gap(each.gap)}</li>`),
              )}
            </ol>`
          : html`<p class="empty">${store.sayings.say('noRows')}</p>`
      }
      ${this.#edits.adding(this.#editable)} ${this.#edits.after()}`;
  }

  readonly #seen = (event: ContentVisibilityAutoStateChangeEvent) => {
    if (!event.skipped) this.#cards.seen(event.target);
  };

  get #editable(): boolean {
    const { store, path } = this;
    return store.node(path)!.schema['x-each'] === undefined && !store.locked(path);
  }

  // ── one row ──

  fill(base: string): Drawing {
    const { store, path } = this;
    return new Drawing(store.inside.get(store.node(path)!.pointer) ?? [], base, store);
  }

  state(row: Row, index: number) {
    const edits = this.#edits;
    const { store, path } = this;
    return [
      this.#title(row, index),
      store.now.stale.has(`${path}/${index}`),
      this.#editable,
      edits.asking === row.id,
      edits.full,
      edits.beside(index, -1) === undefined,
      edits.beside(index, 1) === undefined,
      store.sayings,
    ];
  }

  called(_row: Row, index: number): readonly string[] {
    const { store, path } = this;
    return store.rows.naming(path).map((key) => `${path}/${index}/${key}`);
  }

  card({ row, index, inside }: Placed<Drawing>) {
    const { store, path } = this;
    const edits = this.#edits;
    const id = edits.idOf(row.id);
    const stale = store.now.stale.has(`${path}/${index}`);
    const editable = this.#editable;
    const named = this.#title(row, index);
    return html`<fieldset
      class="card"
      id=${id}
      part="row"
      @keydown=${editable ? (event: KeyboardEvent) => edits.key(event, index) : nothing}
    >
      <legend id="${id}-t" tabindex="-1" part="row-title">${named}</legend>
      ${stale ? html`<p class="warning">${store.sayings.say('rowStale')}</p>` : nothing} ${inside?.box}
      ${inside && (editable || stale) ? this.#tools(row, index, named, stale) : nothing}
    </fieldset>`;
  }

  #title(row: Row, index: number): string {
    const { store, path } = this;
    const node = store.node(path)!;
    if (node.schema['x-each']) return store.rows.label(path, row, index);
    const number = store.sayings.say('rowNumber', { what: store.rows.what(node), n: index + 1 });
    const named = store.rows.named(path, row, index);
    return named ? `${number} · ${named}` : number;
  }

  #tools(row: Row, index: number, named: string, stale: boolean) {
    const edits = this.#edits;
    if (edits.asking === row.id) return edits.question(row, index, named);
    return html`<div class="tools">
      ${!stale && edits.beside(index, -1) !== undefined ? edits.button('up', index, named) : nothing}
      ${!stale && edits.beside(index, 1) !== undefined ? edits.button('down', index, named) : nothing}
      ${
        stale || edits.full
          ? nothing
          : html`${edits.button('copy', index, named)} ${edits.button('insert', index, named)}`
      }
      ${edits.button('remove', index, named)}
    </div>`;
  }
}

if (!customElements.get('patto-rows')) customElements.define('patto-rows', PattoRows);
