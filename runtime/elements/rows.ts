// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, css, html, nothing, type PropertyDeclarations } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dress } from './css.ts';
import { Drawing } from './draw.ts';
import { type FormStore, storeOf } from './form-store.ts';
import { type Among, RowEdits } from './row-edits.ts';
import type { Row } from './row-labels.ts';

export { RowChanges, RowLabels } from './row-labels.ts';

export const rowsSheet = css`
  fieldset.rows {
    display: block;
    margin: 0;
  }
  .rows {
    display: grid;
    gap: 1em;
    margin-block-start: 0.75em;
  }
  .rows.long > li {
    content-visibility: auto;
    contain-intrinsic-size: auto 20em;
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
  readonly #edits = new RowEdits(this);
  #ends: (() => void)[] = [];
  readonly #drawings = new Map<string, Drawing>();

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    this.store = storeOf(this);
    super.connectedCallback();
    dress(this.getRootNode(), rowsSheet);
    this.#watch();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#unwatch();
  }

  #unwatch() {
    for (const end of this.#ends) end();
    this.#ends = [];
  }

  /** The list, and in each row the answers that it is called by. */
  #watch() {
    this.#unwatch();
    const { store, path } = this;
    if (!path || !store) return;
    const names = store.rows.naming(path);
    const places = this.#rows.flatMap((_, index) => names.map((key) => `${path}/${index}/${key}`));
    this.#ends = [path, ...places].map((place) => store.watch(place, () => this.requestUpdate()));
  }

  #watched = '';
  protected override willUpdate() {
    const now = `${this.path} ${this.#rows.length}`;
    if (now !== this.#watched) this.#watch();
    const there = new Set(this.#edits.keys);
    for (const id of this.#drawings.keys()) if (!there.has(id)) this.#drawings.delete(id);
    this.#watched = now;
  }

  get #rows(): readonly Row[] {
    return this.#edits.rows;
  }

  #rowId(id: string): string {
    return this.#edits.idOf(id);
  }

  protected override updated() {
    // The fields of a new row are drawn after this; the legend is there already.
    this.#edits.drawn();
  }

  protected override render() {
    const { store, path } = this;
    const node = store.node(path);
    if (!node) return nothing;
    const here = new Set(this.#edits.here);
    const rows = this.#rows;
    const keys = this.#edits.keys;
    const given = node.schema['x-each'] !== undefined;
    const locked = store.locked(path);
    return html`${
      here.size
        ? html`<ol class=${here.size > 8 ? 'rows long' : 'rows'}>
            ${repeat(
              rows,
              (_, index) => keys[index],
              (row, index) =>
                here.has(index) ? this.#row(row, keys[index]!, index, !given && !locked) : nothing,
            )}
          </ol>`
        : html`<p class="empty">${store.sayings.say('noRows')}</p>`
    }
    ${this.#edits.adding(!given && !locked)} ${this.#edits.after()}`;
  }

  #row(row: Row, key: string, index: number, editable: boolean) {
    const { store, path } = this;
    const id = this.#rowId(row.id);
    const base = `${path}/${index}`;
    const stale = store.now.stale.has(base);
    const named = this.#title(row, index);
    return html`<li>
      <fieldset
        class="card"
        id=${id}
        part="row"
        @keydown=${editable ? (event: KeyboardEvent) => this.#edits.key(event, index) : nothing}
      >
        <legend id="${id}-t" tabindex="-1" part="row-title">${named}</legend>
        ${stale ? html`<p class="warning">${store.sayings.say('rowStale')}</p>` : nothing}
        ${this.#inside(key, base)} ${editable || stale ? this.#tools(row, index, named, stale) : nothing}
      </fieldset>
    </li>`;
  }

  /** What stands in a row, kept by its id. */
  #inside(id: string, base: string): HTMLElement {
    const { store, path } = this;
    const known = this.#drawings.get(id);
    const drawing = known ?? new Drawing(store.inside.get(store.node(path)!.pointer) ?? [], base, store);
    if (!known) this.#drawings.set(id, drawing);
    drawing.move(base);
    return drawing.box;
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
