// SPDX-License-Identifier: BSD-3-Clause
// Rows of a list as one table, with sums under the columns; as cards where there is no room.
import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldNode } from '../engine/contract.ts';
import './column-sum.ts';
import { dress } from './css.ts';
import { columnHead } from './inputs/table.ts';
import { Tabular } from './inputs/tabular.ts';
import { fieldsOf, resolve } from './layout.ts';
import { RowEdits } from './row-edits.ts';
import type { Row } from './row-labels.ts';
import { rowsSheet } from './rows.ts';

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

export class PattoRowsTable extends Tabular {
  readonly #edits = new RowEdits(this);

  override connectedCallback() {
    super.connectedCallback();
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
    return node ? [...fieldsOf(this.store.inside.get(node.pointer) ?? [], '.')] : [];
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

  protected table(): TemplateResult {
    const { store, path, context } = this;
    const edits = this.#edits;
    const columns = this.#items.filter((item) => !this.#node(item)?.type.nests);
    const nested = this.#items.filter((item) => this.#node(item)?.type.nests);
    const { rows, keys } = edits;
    const locked = store.locked(path);
    const editable = !locked && this.node?.schema['x-each'] === undefined;
    const tools = editable || rows.some((_, index) => store.now.stale.has(`${path}/${index}`));
    const span = columns.length + 1 + (tools ? 1 : 0);
    const asks = (item: string) =>
      rows.some((_, index) => store.now.required.has(resolve(item, `${path}/${index}`)));
    return html`${
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
                rows,
                (_, index) => keys[index],
                (row, index) => this.#row(row, index, columns, nested, span, editable, tools),
              )}
              ${this.#totals.length ? this.#foot(columns, tools) : nothing}
            </table>
          </div>`
        : html`<p class="empty">${store.sayings.say('noRows')}</p>`
    }
    ${edits.adding(editable)} ${edits.after()}`;
  }

  #row(
    row: Row,
    index: number,
    columns: readonly string[],
    nested: readonly string[],
    span: number,
    editable: boolean,
    tools: boolean,
  ) {
    const { store, path } = this;
    const edits = this.#edits;
    const base = `${path}/${index}`;
    const id = edits.idOf(row.id);
    const stale = store.now.stale.has(base);
    const what = store.rows.what(this.node);
    const own = this.node?.schema['x-each'] !== undefined;
    const named = own ? edits.label(index) : `${what} ${index + 1}`;
    const inside = nested.filter((item) => store.now.shown.has(resolve(item, base)));
    const last = edits.rows.length - 1;
    const tool = (key: keyof typeof signs) =>
      edits.button(key, index, named, html`<span aria-hidden="true">${signs[key]}</span>`);
    return html`<tbody
      part="row"
      @keydown=${editable ? (event: KeyboardEvent) => edits.key(event, index) : nothing}
    >
      <tr id=${id}>
        <th scope="row" id="${id}-t" tabindex="-1" part="row-title">
          ${own ? named : html`<span class="hidden-text">${what} </span>${index + 1}`}
          ${stale ? html`<p class="warning">${store.sayings.say('rowStale')}</p>` : nothing}
        </th>
        ${columns.map(
          (item) => html`<td><patto-field part="field" .path=${resolve(item, base)}></patto-field></td>`,
        )}
        ${
          tools
            ? html`<td class="row-tools">
                ${
                  (editable || stale) && edits.asking !== row.id
                    ? html`<div>
                        ${editable && index > 0 ? tool('up') : nothing}
                        ${editable && index < last ? tool('down') : nothing}
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
        inside.length
          ? html`<tr class="more">
              <td colspan=${span}>
                ${inside.map(
                  (item) => html`<patto-field part="field" .path=${resolve(item, base)}></patto-field>`,
                )}
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
      }
    </tbody>`;
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
