// SPDX-License-Identifier: BSD-3-Clause
import { focusOn } from './focus.ts';
import { LitElement, css, html, nothing, type PropertyDeclarations } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dress } from './css.ts';
import { Drawing } from './draw.ts';
import { type FormStore, storeOf } from './form-store.ts';
import { referrers } from './referrers.ts';

const sheet = css`
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
  .asking p {
    flex: 1 1 100%;
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

interface Row {
  readonly id: string;
  readonly [key: string]: unknown;
}

/** Rows of a repeat: each a group of its own, by id, with add, remove and move. Focus follows what happened. */
export class PattoRows extends LitElement {
  static override properties: PropertyDeclarations = {
    path: { attribute: false },
    asking: { state: true },
    said: { state: true },
  };
  declare store: FormStore;
  declare path: string;
  /** id of the row whose removal is being asked about */
  declare asking: string | undefined;
  declare said: string;
  #ends: (() => void)[] = [];
  readonly #drawings = new Map<string, Drawing>();
  #focus: string | undefined;

  constructor() {
    super();
    this.said = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    this.store = storeOf(this);
    super.connectedCallback();
    dress(this.getRootNode(), sheet);
    this.#watch();
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
    this.#watched = now;
  }

  get #rows(): readonly Row[] {
    const rows = this.store.value(this.path);
    return Array.isArray(rows) ? (rows as Row[]) : [];
  }

  #rowId(id: string): string {
    return `f${this.store.key(this.path)}/${id}`;
  }

  #label(index: number): string {
    return this.store.rows.label(this.path, this.#rows[index]!, index);
  }

  #add() {
    const id = this.store.insertRow(this.path);
    this.#focus = `${this.#rowId(id)}-t`;
    this.said = this.store.sayings.say('rowAdded', { row: this.#label(this.#rows.length - 1) });
    this.requestUpdate();
  }

  #ask(index: number) {
    const row = this.#rows[index]!;
    const { store, path } = this;
    const empty = Object.keys(row).length <= 1;
    if (empty && !referrers(store, path, row.id).length) return this.#remove(index);
    this.asking = row.id;
    this.#focus = `${this.#rowId(row.id)}-yes`;
  }

  #cancel(row: Row) {
    this.asking = undefined;
    this.#focus = `${this.#rowId(row.id)}-remove`;
  }

  #remove(index: number) {
    this.said = this.store.sayings.say('rowRemoved', { row: this.#label(index) });
    this.asking = undefined;
    const after = this.#rows[index + 1] ?? this.#rows[index - 1];
    this.#focus = after ? `${this.#rowId(after.id)}-t` : `f${this.store.key(this.path)}`;
    this.store.removeRow(this.path, index);
  }

  #move(index: number, to: number, button: string) {
    const row = this.#rows[index]!;
    const label = this.#label(index);
    this.store.moveRow(this.path, index, to);
    this.said = this.store.sayings.say('rowMoved', { row: label, n: to + 1 });
    const edge = to === 0 || to === this.#rows.length - 1;
    this.#focus = `${this.#rowId(row.id)}-${edge ? 't' : button}`;
    this.requestUpdate();
  }

  protected override updated() {
    if (!this.#focus) return;
    const id = this.#focus;
    this.#focus = undefined;
    // The fields of a new row are drawn after this; the legend is there already.
    focusOn((this.getRootNode() as ShadowRoot).getElementById(id));
  }

  protected override render() {
    const { store, path } = this;
    const node = store.node(path);
    if (!node) return nothing;
    const rows = this.#rows;
    const given = node.schema['x-each'] !== undefined;
    const locked = store.locked(path);
    const most = node.schema.maxItems ?? 100;
    const what = store.rows.what(node);
    return html`${
        rows.length
          ? html`<ol class=${rows.length > 8 ? 'rows long' : 'rows'}>
              ${repeat(
                rows,
                (row) => row.id,
                (row, index) => this.#row(row, index, !given && !locked),
              )}
            </ol>`
          : html`<p class="empty">${store.sayings.say('noRows')}</p>`
      }
      ${
        given || locked
          ? nothing
          : rows.length >= most
            ? html`<p class="hint">${store.sayings.say('rowsFull', { n: most })}</p>`
            : html`<button
                type="button"
                class="add"
                part="button add"
                id="f${store.key(path)}"
                @click=${this.#add}
              >
                <span aria-hidden="true">+</span> ${store.sayings.say('add', { what })}
              </button>`
      } <span class="hidden-text" role="status">${this.said}</span>`;
  }

  #row(row: Row, index: number, editable: boolean) {
    const { store, path } = this;
    const id = this.#rowId(row.id);
    const base = `${path}/${index}`;
    const stale = store.now.stale.has(base);
    const named = this.#title(row, index);
    return html`<li>
      <fieldset class="card" id=${id} part="row">
        <legend id="${id}-t" tabindex="-1" part="row-title">${named}</legend>
        ${stale ? html`<p class="warning">${store.sayings.say('rowStale')}</p>` : nothing}
        ${this.#inside(row.id, base)} ${editable || stale ? this.#tools(row, index, named, stale) : nothing}
      </fieldset>
    </li>`;
  }

  /** What stands in a row, kept by its id. */
  #inside(id: string, base: string): HTMLElement {
    const { store, path } = this;
    const known = this.#drawings.get(id);
    const drawing = known ?? new Drawing(store.inside.get(store.node(path)!.pointer) ?? [], base);
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
    const { store, path } = this;
    const { sayings } = store;
    const id = this.#rowId(row.id);
    const last = this.#rows.length - 1;
    if (this.asking === row.id) {
      const names = referrers(store, path, row.id);
      return html`<div class="asking" role="group" aria-labelledby="${id}-q">
        <p id="${id}-q">
          ${sayings.say('removeRow', { row: named })}
          ${names.length ? sayings.say('removeReferred', { row: named, names: names.join(', ') }) : nothing}
        </p>
        <button
          type="button"
          class="danger"
          part="button danger"
          id="${id}-yes"
          aria-describedby="${id}-q"
          @click=${() => this.#remove(index)}
        >
          ${sayings.say('removeYes')}
        </button>
        <button type="button" part="button" @click=${() => this.#cancel(row)}>
          ${sayings.say('cancel')}
        </button>
      </div>`;
    }
    const tool = (key: 'up' | 'down' | 'remove', action: () => void) =>
      html`<button type="button" class="tool ${key}" part="button tool" id="${id}-${key}" @click=${action}>
        ${sayings.say(key)}<span class="hidden-text"> ${named}</span>
      </button>`;
    return html`<div class="tools">
      ${!stale && index > 0 ? tool('up', () => this.#move(index, index - 1, 'up')) : nothing}
      ${!stale && index < last ? tool('down', () => this.#move(index, index + 1, 'down')) : nothing}
      ${tool('remove', () => this.#ask(index))}
    </div>`;
  }
}

if (!customElements.get('patto-rows')) customElements.define('patto-rows', PattoRows);
