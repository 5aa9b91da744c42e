// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { stacked } from '../../look.ts';
import * as desk from '../api.ts';
import { minuteOf } from '../dates.ts';
import * as api from './register-api.ts';
import './register-import.ts';
import { badges, euro } from './register-marks.ts';
import { filled, registerWords } from './register-words.ts';

/** How long a search waits for the next key, milliseconds. */
const pause = 200;

/** One register: its rows, searched and filtered; new ones, tables in and out, what it prints. */
@customElement('patto-desk-register')
export class RegisterScreen extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      .filters {
        display: grid;
        grid-template-columns: 2fr 1fr 1fr;
        gap: 12px;
        margin-block-end: 12px;
      }
      td a {
        font-weight: 600;
      }
      td .badge {
        margin: 0 4px 4px 0;
        white-space: nowrap;
      }
      tr.closed td:first-child a {
        color: var(--patto-muted);
      }
      .amount {
        white-space: nowrap;
        text-align: end;
      }
      .amount.bad {
        color: var(--patto-danger);
        font-weight: 600;
      }
      @media (max-width: 760px) {
        .filters {
          grid-template-columns: 1fr;
        }
        .amount {
          text-align: start;
        }
      }
    `,
    stacked,
  ];
  @property() locale = 'it';
  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) name = '';
  @state() private view: api.RegisterView | undefined;
  @state() private district: desk.DistrictView | undefined;
  @state() private problem = '';
  @state() private told = '';
  @state() private asked: { q: string; comune: string; show: string } = { q: '', comune: '', show: '' };
  @state() private open: '' | 'import' | 'print' = '';
  @state() private printed: { readonly id: string; readonly number: string } | undefined;
  /** of the question that was asked last: what an older one brings is late */
  private turn = 0;
  private typing: ReturnType<typeof setTimeout> | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('name')) return;
    this.view = undefined;
    this.asked = { q: '', comune: '', show: '' };
    void this.load();
    void desk.ownDistrict().then((district) => (this.district = district));
  }
  override disconnectedCallback(): void {
    clearTimeout(this.typing);
    super.disconnectedCallback();
  }
  private async load(cursor?: string): Promise<void> {
    clearTimeout(this.typing);
    const turn = ++this.turn;
    const answer = await api.openRegister(this.name, { ...this.asked, ...(cursor ? { cursor } : {}) });
    if (turn !== this.turn) return;
    this.problem = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    const rows = cursor ? [...(this.view?.rows ?? []), ...answer.value.rows] : answer.value.rows;
    this.view = { ...answer.value, rows };
  }
  private choose(more: Partial<typeof this.asked>): void {
    this.asked = { ...this.asked, ...more };
    void this.load();
  }

  private async undo(): Promise<void> {
    const say = registerWords(this.locale);
    const answer = await api.undoImport(this.name);
    this.problem = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    this.told = filled(say.undone, { n: answer.value.rows });
    await this.load();
  }

  private filters(view: api.RegisterView) {
    const say = registerWords(this.locale);
    return html`<form
      class="filters"
      role="search"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.load();
      }}
    >
      <div>
        <label for="q">${say.search}</label
        ><input
          id="q"
          type="search"
          @input=${(event: Event) => {
            this.asked = { ...this.asked, q: (event.target as HTMLInputElement).value };
            clearTimeout(this.typing);
            this.typing = setTimeout(() => void this.load(), pause);
          }}
        />
      </div>
      ${
        view.comuni
          ? html`<div>
              <label for="comune">${say.comune}</label
              ><select
                id="comune"
                @change=${(event: Event) => this.choose({ comune: (event.target as HTMLSelectElement).value })}
              >
                <option value="">${say.everywhere}</option>
                ${this.district?.comuni.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
              </select>
            </div>`
          : nothing
      }
      <div>
        <label for="show">${say.show}</label
        ><select
          id="show"
          @change=${(event: Event) => this.choose({ show: (event.target as HTMLSelectElement).value })}
        >
          <option value="">${say.inForce}</option>
          ${view.marks.map((mark) => html`<option value=${mark}>${say[`show.${mark}`]}</option>`)}
          ${view.states.map(({ id, title }) => html`<option value="state:${id}">${title}</option>`)}
          <option value="all">${say['show.all']}</option>
        </select>
      </div>
    </form>`;
  }

  private table(view: api.RegisterView) {
    const say = registerWords(this.locale);
    if (view.all === 0)
      return html`<p>
        <strong>${say.empty}</strong> ${view.adds ? say.emptyAdds : view.edits ? say.emptyActs : nothing}
      </p>`;
    const { rows, total, next } = view;
    const spends = rows.some(({ spend }) => spend);
    // what no row says is no column
    const told = view.columns.map((_, place) => rows.some(({ cells }) => cells[place]));
    const marked = rows.some(({ marks }) => marks.length > 0);
    return html`<p class="hint" role="status">${total} ${total === 1 ? say.oneRow : say.rows}</p>
      ${
        total === 0
          ? html`<p>${say.none}</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label=${view.title}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${view.named}</th>
                    ${view.columns.map((title, place) =>
                      told[place]
                        ? html`<th
                            scope="col"
                            class=${rows.every(({ cells }) => !cells[place] || amount.test(cells[place])) ? 'amount' : ''}
                          >
                            ${title}
                          </th>`
                        : nothing,
                    )}
                    ${
                      spends
                        ? html`<th scope="col" class="amount">${say.committed}</th>
                            <th scope="col" class="amount">${say.left}</th>`
                        : nothing
                    }
                    ${marked ? html`<th scope="col">${say.how}</th>` : nothing}
                  </tr>
                </thead>
                <tbody>
                  ${rows.map((row) => this.line(view, row, { told, spends, marked }))}
                </tbody>
              </table>
            </div>`
      }
      ${
        next
          ? html`<p><button class="small" data-more @click=${() => this.load(next)}>${say.more}</button></p>`
          : nothing
      }`;
  }

  private line(
    view: api.RegisterView,
    row: api.RegisterRow,
    { told, spends, marked }: { told: readonly boolean[]; spends: boolean; marked: boolean },
  ) {
    const say = registerWords(this.locale);
    return html`<tr class=${row.marks.includes('closed') ? 'closed' : ''} data-row=${row.id}>
      <td><a href="#/registers/${view.name}/${row.id}">${row.title}</a></td>
      ${row.cells.map((cell, place) => (told[place] ? html`<td class=${amount.test(cell) ? 'amount numbers' : ''} data-title=${view.columns[place] ?? ''}>${cell}</td>` : nothing))}
      ${spends ? spent(row.spend, say) : nothing} ${marked ? html`<td>${badges(row, say)}</td>` : nothing}
    </tr>`;
  }

  private tools(view: api.RegisterView) {
    const say = registerWords(this.locale);
    const toggle = (what: 'import' | 'print') => () => (this.open = this.open === what ? '' : what);
    return html`<div class="cluster">
      ${view.adds ? html`<a class="button primary" href="#/registers/${view.name}/+">${say.add}</a>` : nothing}
      ${
        view.report
          ? html`<button
              aria-expanded=${this.open === 'print' ? 'true' : 'false'}
              @click=${async () => {
                await import('../reports/report-ask.ts');
                toggle('print')();
              }}
              data-print
            >
              ${say.print}
            </button>`
          : nothing
      }
      ${
        view.adds
          ? html`<button
              aria-expanded=${this.open === 'import' ? 'true' : 'false'}
              @click=${toggle('import')}
              data-import
            >
              ${say.import}
            </button>`
          : nothing
      }
      <a class="button" download href=${api.tableUrl(view.name, 'csv')}>${say.csv}</a>
      <a class="button" download href=${api.tableUrl(view.name, 'xlsx')}>${say.xlsx}</a>
    </div>`;
  }

  override render() {
    const say = registerWords(this.locale);
    const { view } = this;
    return html`<div class="stack">
      <p><a href="#/registers">← ${say.all}</a></p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${this.told ? html`<p class="notice good" role="status">${this.told}</p>` : nothing}
      ${
        !view
          ? this.problem
            ? nothing
            : html`<p role="status">${say.loading}</p>`
          : html`<h1>${view.title}</h1>
              <p class="hint">
                ${view.about} ${view.months ? filled(say.months, { n: view.months }) : nothing}
                ${view.edits ? nothing : html`(${say.reads})`}
              </p>
              ${this.tools(view)}
              ${
                this.printed
                  ? html`<p class="notice good" role="status">
                      ${say.printed}
                      <a href=${desk.fileUrl(this.printed.id)} target="_blank" rel="noopener"
                        >${this.printed.number}</a
                      >
                    </p>`
                  : nothing
              }
              ${
                this.open === 'print'
                  ? html`<section class="card">
                      <patto-report-ask
                        .kind=${view.report ?? ''}
                        .heading=${view.title}
                        .session=${this.session}
                        .district=${this.district}
                        .locale=${this.locale}
                        @patto-issued=${(event: CustomEvent<{ id: string; number: string }>) => {
                          this.printed = event.detail;
                          this.open = '';
                        }}
                        @patto-close=${() => (this.open = '')}
                      ></patto-report-ask>
                    </section>`
                  : nothing
              }
              ${
                this.open === 'import'
                  ? html`<section class="card">
                      <patto-register-import
                        .name=${view.name}
                        .locale=${this.locale}
                        @patto-imported=${(event: CustomEvent<number>) => {
                          this.told = filled(say.taken, { n: event.detail });
                          this.open = '';
                          void this.load();
                        }}
                      ></patto-register-import>
                    </section>`
                  : nothing
              }
              ${
                view.imported
                  ? html`<p class="hint cluster" data-imported>
                      ${filled(say.lastImport, {
                        when: minuteOf(view.imported.at),
                        by: view.imported.by,
                        n: view.imported.rows,
                      })}
                      <button class="small" @click=${this.undo}>${say.undo}</button>
                    </p>`
                  : nothing
              }
              <div class="card">${view.all > 0 ? this.filters(view) : nothing} ${this.table(view)}</div>`
      }
    </div>`;
  }
}

const amount = /^-?[\d.]+,\d\d\s€$/u;

function spent(spend: api.Spend | undefined, say: ReturnType<typeof registerWords>) {
  if (!spend)
    return html`<td></td>
      <td></td>`;
  const { committed, voucherValue, supports, vouchers, left } = spend;
  return html`<td class="amount numbers" data-title=${say.committed}>
      ${euro(committed + voucherValue)}<br /><span class="hint"
        >${supports}
        ${supports === 1 ? say.oneSupport : say.supports}${vouchers > 0 ? `, ${vouchers} ${say.vouchers}` : ''}</span
      >
    </td>
    <td class="amount numbers ${left !== undefined && left < 0 ? 'bad' : ''}" data-title=${say.left}>
      ${left === undefined ? html`<span class="hint">${say.unknownBudget}</span>` : euro(left)}
    </td>`;
}
