// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { stacked, tallies } from '../../look.ts';
import { ownDistrict, type DistrictView } from '../api.ts';
import { dayOf } from '../dates.ts';
import * as api from './term-api.ts';
import { standing } from './term-state.ts';
import { termWords } from './term-words.ts';

/** Terms of all cases in sight, by their last day. */
@customElement('patto-desk-deadlines')
export class DeadlinesScreen extends LitElement {
  static override styles = [
    tokens,
    controls,
    tallies,
    css`
      .tallies {
        --tally: 130px;
      }
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
        gap: 12px 20px;
        align-items: end;
        margin-block-end: 12px;
      }
      td:first-child,
      th:first-child {
        padding-inline-start: 0;
        white-space: nowrap;
      }
      tr.red td:first-child {
        box-shadow: inset 4px 0 0 var(--patto-danger);
        padding-inline-start: 12px;
      }
      .name {
        display: inline-block;
      }
      .paper {
        display: none;
      }
      @media (max-width: 640px) {
        tr.red {
          box-shadow: inset 4px 0 0 var(--patto-danger);
          padding-inline-start: 12px;
        }
        tr.red td:first-child {
          box-shadow: none;
          padding: 0;
        }
      }
      @media print {
        .tallies,
        .filters,
        .screen {
          display: none;
        }
        .paper {
          display: block;
        }
        td,
        th,
        td .hint {
          padding: 4px 6px;
          font-size: 13px;
        }
        td .hint {
          padding: 0;
        }
        td .badge {
          padding: 0;
          white-space: nowrap;
        }
      }
    `,
    stacked,
  ];
  @property({ attribute: false }) session: Session | undefined;
  @property() locale = 'it';
  @state() private view: api.DeadlinesView | undefined;
  @state() private problem = '';
  @state() private district: DistrictView | undefined;
  @state() private filters: api.Filters = { mine: false, comune: '', term: '', span: 'all' };
  private asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    void ownDistrict().then((district) => (this.district = district));
  }
  private async load(): Promise<void> {
    const turn = ++this.asked;
    const answer = await api.listDeadlines(this.filters);
    if (turn !== this.asked) return;
    this.problem = answer.ok ? '' : answer.problem.title;
    if (answer.ok) this.view = answer.value;
  }
  private choose(more: Partial<api.Filters>): void {
    this.filters = { ...this.filters, ...more };
    void this.load();
  }
  private async more(limit = '50'): Promise<void> {
    const { view } = this;
    if (!view?.next) return;
    const answer = await api.listDeadlines(this.filters, { from: view.next, limit });
    if (answer.ok) this.view = { ...answer.value, items: [...view.items, ...answer.value.items] };
    else this.problem = answer.problem.title;
  }
  /** All rows first: paper has no button. */
  private async print(): Promise<void> {
    while (this.view?.next && !this.problem) await this.more('1000');
    await this.updateComplete;
    print();
  }

  private row({ term, ...row }: api.DeadlineRow) {
    const say = termWords(this.locale);
    const { badge, text } = standing(term, this.session?.today ?? '', say);
    const comune = this.district?.comuni.find(({ id }) => id === row.comune)?.name ?? row.comune;
    return html`<tr class=${term.red ? 'red' : ''} data-term=${term.id} data-state=${term.state}>
      <td class="numbers">
        <strong>${dayOf(term.due)}</strong>
        ${term.law ? html`<br /><span class="hint">${say.law} ${dayOf(term.law)}</span>` : nothing}
      </td>
      <td><span class="badge ${badge}">${text}</span></td>
      <td>
        ${term.title}
        <br /><span class="hint"
          >${say[term.level]}${term.open ? html` · ${say.holiday} ${dayOf(term.open)}` : nothing}</span
        >
      </td>
      <td>
        <a class="numbers" href="#/case/${row.case}">${row.number}</a> <span class="name">${row.name}</span
        ><br /><span class="hint">${comune}</span>
      </td>
    </tr>`;
  }

  private table() {
    const say = termWords(this.locale);
    const { view } = this;
    if (!view) return this.problem ? nothing : html`<p role="status">${say.loading}</p>`;
    if (view.items.length === 0)
      return html`<p role="status">
        ${view.counts.all === 0 && !view.terms.length ? say.noneAtAll : say.none}
      </p>`;
    return html`<table>
        <thead>
          <tr>
            <th scope="col">${say.due}</th>
            <th scope="col">${say.state}</th>
            <th scope="col">${say.term}</th>
            <th scope="col">${say.case}</th>
          </tr>
        </thead>
        <tbody>
          ${view.items.map((row) => this.row(row))}
        </tbody>
      </table>
      <div class="spread screen">
        <p class="hint" role="status">${view.items.length} ${say.shown} ${view.total}</p>
        ${view.next ? html`<button class="small" @click=${() => this.more()}>${say.more}</button>` : nothing}
      </div>`;
  }

  override render() {
    const say = termWords(this.locale);
    const { view, filters } = this;
    const own = this.session?.account.comuni ?? [];
    const comuni = (this.district?.comuni ?? []).filter(({ id }) => own.length === 0 || own.includes(id));
    return html`<div class="stack">
      <div class="spread">
        <h1>${say.title}</h1>
        ${view?.items.length ? html`<button class="screen" @click=${this.print}>${say.print}</button>` : nothing}
      </div>
      <p class="hint screen">${say.intro}</p>
      <p class="hint paper">${say.printed} ${dayOf(this.session?.today ?? '')}</p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      <div class="tallies" role="group" aria-label=${say.filters}>
        ${api.spans.map(
          (span) =>
            html`<button
              class=${['red', 'late'].includes(span) && view?.counts[span] ? 'bad' : ''}
              aria-pressed=${filters.span === span}
              @click=${() => this.choose({ span })}
              data-span=${span}
            >
              <strong class="numbers">${view?.counts[span] ?? '–'}</strong> ${say[`span_${span}`]}
            </button>`,
        )}
      </div>
      <section class="card" aria-label=${say.title}>
        <div class="filters">
          <div>
            <label for="term">${say.kind}</label>
            <select
              id="term"
              @change=${(event: Event) => this.choose({ term: (event.target as HTMLSelectElement).value })}
            >
              <option value="">${say.every}</option>
              ${view?.terms.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
            </select>
          </div>
          <div>
            <label for="comune">${say.comune}</label>
            <select
              id="comune"
              @change=${(event: Event) => this.choose({ comune: (event.target as HTMLSelectElement).value })}
            >
              <option value="">${say.every}</option>
              ${comuni.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
            </select>
          </div>
          <label class="tick"
            ><input
              type="checkbox"
              @change=${(event: Event) => this.choose({ mine: (event.target as HTMLInputElement).checked })}
            />${say.mine}</label
          >
        </div>
        ${this.table()}
      </section>
    </div>`;
  }
}
