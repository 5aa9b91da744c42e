// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { stacked } from '../../look.ts';
import type { District } from '../../../../schemas/types.ts';
import * as api from '../api.ts';
import { caseWorkWords } from './case-work-words.ts';
import { dayOf } from '../dates.ts';
import { deskWords } from '../words.ts';
import { measureName } from '../measures.ts';

type Ways = api.DistrictView & Pick<District, 'queues' | 'phases'>;

/** A number that may go on in the next line after each slash. */
const breaking = (number: string) => number.split('/').map((part, at) => (at ? html`/<wbr />${part}` : part));

/** The cases in one's scope: searched by whole tax code, name or number, narrowed by state, phase, queue, measure. */
@customElement('patto-case-finder')
export class CaseFinder extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      form {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(190px, 100%), 1fr));
        gap: 12px;
        align-items: end;
        margin-block-end: 12px;
      }
      .words {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: 8px 12px;
        align-items: end;
      }
      .words > div {
        flex: 1 1 240px;
      }
      .ticks {
        grid-column: 1 / -1;
      }
      td a {
        font-weight: 600;
      }
      @media (max-width: 640px) {
        form {
          grid-template-columns: 1fr 1fr;
        }
      }
    `,
    stacked,
  ];
  @property() locale = 'it';
  /** filters to begin with, by name */
  @property({ attribute: false }) first: { readonly [name: string]: string } = {};
  @state() private items: readonly api.CaseRow[] | undefined;
  @state() private total = 0;
  @state() private next: string | undefined;
  @state() private states: readonly string[] = [];
  @state() private byName = false;
  @state() private district: Ways | undefined;
  @state() private problem: HttpProblem | undefined;
  private wanted: { readonly [name: string]: string } = {};
  private asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.wanted = this.first;
    void api.ownDistrict().then((one) => (this.district = one as Ways | undefined));
    void this.load();
  }
  private async load(cursor?: string): Promise<void> {
    const turn = ++this.asked;
    const answer = await api.findCases({ ...this.wanted, ...(cursor ? { cursor } : {}) });
    if (turn !== this.asked) return;
    this.problem = answer.ok ? undefined : answer.problem;
    if (!answer.ok) return;
    const { items, total, next, states, byName } = answer.value;
    this.items = cursor ? [...(this.items ?? []), ...items] : items;
    this.total = total;
    this.next = next;
    this.states = states;
    this.byName = byName;
  }
  private search = (event: Event): void => {
    event.preventDefault();
    const form = (event.target as HTMLElement).closest('form');
    if (!form) return;
    const said = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()] as const);
    this.wanted = Object.fromEntries(said.filter(([, value]) => value !== ''));
    void this.load();
  };
  private titleOf(from: 'comuni' | 'phases', id: string): string {
    const rows: readonly { readonly id: string; readonly name?: string; readonly title?: string }[] =
      this.district?.[from] ?? [];
    const row = rows.find((one) => one.id === id);
    return row?.title ?? row?.name ?? id;
  }
  private choice(
    name: string,
    label: string,
    any: string,
    rows: readonly { readonly id: string; readonly title: string }[],
    least = 2,
  ) {
    if (rows.length < least) return nothing;
    const chosen = this.wanted[name];
    return html`<div>
      <label for=${name}>${label}</label
      ><select id=${name} name=${name} @change=${this.search}>
        <option value="">${any}</option>
        ${rows.map(({ id, title }) => html`<option value=${id} ?selected=${id === chosen}>${title}</option>`)}
      </select>
    </div>`;
  }

  override render() {
    const say = deskWords(this.locale);
    const more = caseWorkWords(this.locale);
    const { district } = this;
    const phases = (district?.phases ?? []).filter(({ occasional }) => !occasional);
    return html`<div class="card">
      <form role="search" @submit=${this.search}>
        <div class="words">
          <div>
            <label for="q">${more.searchHint}</label><input id="q" name="q" type="search" maxlength="80" />
          </div>
          <button>${say.find}</button>
        </div>
        ${this.choice(
          'state',
          more.state,
          more.anyState,
          this.states.map((id) => ({ id, title: id })),
        )}
        ${this.choice('phase', more.phase, more.anyPhase, phases)}
        ${this.choice('queue', more.queue, more.anyQueue, district?.queues ?? [])}
        ${this.choice(
          'measure',
          more.measure,
          more.anyMeasure,
          (district?.measures ?? []).map((id) => ({ id, title: measureName(id) })),
        )}
        ${this.byName ? this.choice('order', more.order, more.byChange, [{ id: 'name', title: more.byName }], 1) : nothing}
        <div class="cluster ticks">
          <label class="tick"
            ><input type="checkbox" name="mine" value="true" @change=${this.search} /> ${say.mine}</label
          >
          <label class="tick"
            ><input type="checkbox" name="closed" value="true" @change=${this.search} />
            ${more.closedToo}</label
          >
        </div>
      </form>
      ${
        this.problem
          ? html`<p class="notice bad" role="alert">${this.problem.title}</p>
              <p><button @click=${() => this.load()}>${say.retry}</button></p>`
          : nothing
      }
      ${this.table()}
    </div>`;
  }

  private table() {
    const say = deskWords(this.locale);
    const more = caseWorkWords(this.locale);
    if (!this.items) return this.problem ? nothing : html`<p role="status">${say.loading}</p>`;
    if (this.items.length === 0)
      return html`<p role="status"><strong>${say.noCases}</strong> ${say.noCasesHint}</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${say.cases}>
        <table>
          <thead>
            <tr>
              <th scope="col">${say.number}</th>
              <th scope="col">${say.name}</th>
              <th scope="col">${say.comune}</th>
              <th scope="col">${more.phase}</th>
              <th scope="col">${say.state}</th>
              <th scope="col">${say.changed}</th>
            </tr>
          </thead>
          <tbody>
            ${this.items.map(
              (row) =>
                html`<tr>
                  <td class="numbers">
                    <a href="#/case/${row.id}">${breaking(row.number || more.hiddenCase)}</a>
                  </td>
                  <td>${row.name}</td>
                  <td>${this.titleOf('comuni', row.comune)}</td>
                  <td data-title=${more.phase}>${this.titleOf('phases', row.phase)}</td>
                  <td><span class="badge">${row.state}</span></td>
                  <td class="numbers" data-title=${say.changed}>${dayOf(row.changedAt)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="spread">
        <p class="hint" role="status">${this.total} ${this.total === 1 ? say.one : say.total}</p>
        ${
          this.next
            ? html`<button class="small" @click=${() => this.load(this.next)}>${say.more}</button>`
            : nothing
        }
      </div>`;
  }
}
