// SPDX-License-Identifier: BSD-3-Clause
// Rows of a list as one table, with sums under the columns; as cards where there is no room.
import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldNode } from '../engine/contract.ts';
import type { FormStore } from './form-store.ts';
import './column-sum.ts';
import { dress } from './css.ts';
import { PattoField } from './field.ts';
import { columnHead } from './inputs/table.ts';
import { Tabular } from './inputs/tabular.ts';
import { fieldsOf, resolve } from './layout.ts';
import type { Inside, Placed, RowKind } from './row-card.ts';
import { RowCards } from './row-cards.ts';
import { RowEdits } from './row-edits.ts';
import type { Row } from './row-labels.ts';
import { rowsSheet } from './rows.ts';
import { RowsBeyond } from './rows-beyond.ts';

const sheet = css`
  .rows-table td.row-tools {
    width: 6.25em;
    min-width: 6.25em;
    padding-inline: 0;
  }
  .rows-table.long {
    table-layout: fixed;
  }
  .rows-table.long thead th:first-child {
    width: 4.5em;
  }
  .rows-table.long thead td {
    width: 6.25em;
  }
  .rows-table tbody > tr > * {
    padding-block: 0.375em;
  }
  .row-tools > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125em;
    justify-content: flex-end;
  }
  .row-tools button.tool {
    min-width: 1.875em;
    min-height: 1.875em;
    margin: 0;
    padding: 0 0.25em;
  }
  .rows-table tbody th {
    min-width: 2em;
    color: var(--muted);
  }
  .rows-table tr.more > td {
    padding-inline-start: 2.5em;
  }
`;

/** With more rows the browser does not weigh every cell to find the width of a column. */
const LONG = 30;

/** What may be added up. */
const sums: ReadonlySet<string> = new Set(['integer', 'money', 'decimal']);

const signs = { up: '↑', down: '↓', copy: '×2', insert: '+', remove: '✕' } as const;

/** The questions of one row, each for a cell. */
class Cells implements Inside {
  readonly fields: readonly PattoField[];
  readonly #items: readonly string[];

  constructor(items: readonly string[], base: string, store: FormStore) {
    this.#items = items;
    this.fields = items.map((item) => PattoField.at(store, resolve(item, base)));
  }

  move(base: string): void {
    for (const [place, item] of this.#items.entries()) this.fields[place]!.move(resolve(item, base));
  }
}

export class PattoRowsTable extends Tabular implements RowKind<Cells> {
  readonly tag = 'tbody';
  readonly #edits = new RowEdits(this);
  readonly #cards = new RowCards<Cells>(this, this.#edits);
  readonly #beyond = new RowsBeyond(this, this.#edits, this.#cards);

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#cards.rest();
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#cards.resume();
    dress(this.getRootNode(), rowsSheet);
    dress(this.getRootNode(), sheet);
  }

  protected override updated() {
    super.updated();
    this.#edits.drawn();
  }

  /** Pointers of the fields of a row, from the row: ./nome, ./importo. */
  get #items(): readonly string[] {
    const { node } = this;
    return node ? fieldsOf(this.store.inside.get(node.pointer) ?? [], '.') : [];
  }

  #node(item: string): FieldNode | undefined {
    return this.store.node(resolve(item, `${this.path}/0`));
  }

  /** `x-settings.totals`: keys of the columns that are added up. */
  get #totals(): readonly string[] {
    const wanted = this.context.field['x-settings']?.['totals'];
    if (!Array.isArray(wanted)) return [];
    return this.#items.filter((item) => {
      const node = this.#node(item);
      return node && sums.has(node.type.type) && (wanted as readonly unknown[]).includes(node.key);
    });
  }

  protected override places(): readonly string[] {
    const { path } = this;
    // Lists inside a row come and go by answers of their own; every other cell draws itself.
    const nested = this.#items.filter((item) => this.#node(item)?.type.nests);
    return [
      path,
      ...this.#edits.rows.flatMap((_, index) => nested.map((item) => resolve(item, `${path}/${index}`))),
    ];
  }

  protected fits(): boolean {
    return this.#items.some((item) => !this.#node(item)?.type.nests);
  }

  protected override list(): unknown {
    return html`${super.list()}${
      this.#totals.length && this.#edits.rows.length
        ? html`<div class="answers-totals">
            ${this.#totals.map(
              (item) =>
                html`<p class="grid-total">
                  ${this.say('sum')} · ${this.store.sayings.title(this.#node(item)!)}: ${this.#sum(item)}
                </p>`,
            )}
          </div>`
        : nothing
    }`;
  }

  get #columns(): readonly string[] {
    return this.#items.filter((item) => !this.#node(item)?.type.nests);
  }

  get #editable(): boolean {
    return !this.store.locked(this.path) && this.node?.schema['x-each'] === undefined;
  }

  #stale(index: number): boolean {
    return this.store.now.stale.has(`${this.path}/${index}`);
  }

  /** Is there a column for what may be done to a row? */
  get #tools(): boolean {
    return this.#editable || this.#edits.rows.some((_, index) => this.#stale(index));
  }

  protected table(): TemplateResult {
    const { store, path, context } = this;
    const edits = this.#edits;
    const columns = this.#columns;
    const { rows } = edits;
    const tools = this.#tools;
    const laid = this.#cards.lay();
    const asks = (item: string) =>
      rows.some((_, index) => store.now.required.has(resolve(item, `${path}/${index}`)));
    return html`${this.#beyond.head()}${
      rows.length
        ? html`<div
            class="wide"
            role="region"
            aria-label=${context.title}
            tabindex=${columns.length > 4 ? 0 : nothing}
          >
            <table
              class=${rows.length > LONG ? 'filled cells rows-table long' : 'filled cells rows-table'}
              aria-label=${context.title}
            >
              <thead>
                <tr>
                  <th scope="col">${store.rows.what(this.node)}</th>
                  ${columns.map((item) => columnHead(this, resolve(item, `${path}/0`), asks(item)))}
                  ${tools ? html`<td></td>` : nothing}
                </tr>
              </thead>
              ${repeat(
                laid,
                ({ key }) => key,
                (each) =>
                  'card' in each
                    ? each.card.item
                    : html`<tbody>
                        <tr>
                          <td colspan=${columns.length + 2}>${this.#beyond.gap(each.gap)}</td>
                        </tr>
                      </tbody>`,
              )}
              ${this.#totals.length ? this.#foot(columns, tools) : nothing}
            </table>
          </div>`
        : html`<p class="empty">${store.sayings.say('noRows')}</p>`
    }
    ${edits.adding(this.#editable)} ${edits.after()}`;
  }

  // ── one row ──

  fill(base: string): Cells {
    return new Cells(this.#columns, base, this.store);
  }

  /** Each cell draws itself. */
  called(): readonly string[] {
    return [];
  }

  state(row: Row, index: number) {
    const edits = this.#edits;
    return [
      this.#named(index),
      this.#stale(index),
      this.#editable,
      this.#tools,
      edits.asking === row.id,
      edits.full,
      index === edits.rows.length - 1,
      this.#nested(index).join(),
      this.store.sayings,
    ];
  }

  #named(index: number): string {
    const own = this.node?.schema['x-each'] !== undefined;
    return own ? this.#edits.label(index) : `${this.store.rows.what(this.node)} ${index + 1}`;
  }

  /** Lists that stand under a row. */
  #nested(index: number): readonly string[] {
    const { store, path } = this;
    return this.#items
      .filter((item) => this.#node(item)?.type.nests)
      .map((item) => resolve(item, `${path}/${index}`))
      .filter((place) => store.now.shown.has(place));
  }

  card({ row, index, inside }: Placed<Cells>) {
    const { store } = this;
    const edits = this.#edits;
    const id = edits.idOf(row.id);
    const stale = this.#stale(index);
    const own = this.node?.schema['x-each'] !== undefined;
    const named = this.#named(index);
    const editable = this.#editable;
    const tools = this.#tools;
    const nested = inside ? this.#nested(index) : [];
    const span = this.#columns.length + (tools ? 2 : 1);
    const keys = editable ? (event: KeyboardEvent) => edits.key(event, index) : nothing;
    const tool = (key: keyof typeof signs) =>
      edits.button(key, index, named, html`<span aria-hidden="true">${signs[key]}</span>`);
    return html`<tr id=${id} part="row" @keydown=${keys}>
        <th scope="row" id="${id}-t" tabindex="-1" part="row-title">
          ${own ? named : html`<span class="hidden-text">${store.rows.what(this.node)} </span>${index + 1}`}
          ${stale ? html`<p class="warning">${store.sayings.say('rowStale')}</p>` : nothing}
        </th>
        ${inside ? inside.fields.map((field) => html`<td>${field}</td>`) : this.#columns.map(() => html`<td></td>`)}
        ${
          tools
            ? html`<td class="row-tools">
                ${
                  inside && (editable || stale) && edits.asking !== row.id
                    ? html`<div>
                        ${editable && index > 0 ? tool('up') : nothing}
                        ${editable && index < edits.rows.length - 1 ? tool('down') : nothing}
                        ${editable && !edits.full ? html`${tool('copy')} ${tool('insert')}` : nothing}
                        ${tool('remove')}
                      </div>`
                    : nothing
                }
              </td>`
            : nothing
        }
      </tr>
      ${
        nested.length
          ? html`<tr class="more" @keydown=${keys}>
              <td colspan=${span}>
                ${nested.map((place) => html`<patto-field part="field" .path=${place}></patto-field>`)}
              </td>
            </tr>`
          : nothing
      }
      ${
        edits.asking === row.id
          ? html`<tr>
              <td colspan=${span}>${edits.question(row, index, named)}</td>
            </tr>`
          : nothing
      }`;
  }

  #sum(item: string) {
    return html`<patto-column-sum
      .path=${this.path}
      .item=${item}
      .rows=${this.#edits.rows.length}
    ></patto-column-sum>`;
  }

  #foot(columns: readonly string[], tools: boolean) {
    const totals = this.#totals;
    return html`<tfoot>
      <tr>
        <th scope="row">${this.say('sum')}</th>
        ${columns.map((item) => html`<td>${totals.includes(item) ? this.#sum(item) : nothing}</td>`)}
        ${tools ? html`<td></td>` : nothing}
      </tr>
    </tfoot>`;
  }
}

if (!customElements.get('patto-rows-table')) customElements.define('patto-rows-table', PattoRowsTable);
