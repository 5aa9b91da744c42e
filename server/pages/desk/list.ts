// SPDX-License-Identifier: AGPL-3.0-or-later
import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { newKey, type HttpProblem } from '../../../runtime/elements/kit/http.ts';
import { sessionContext, type Session } from '../../../runtime/elements/kit/session.ts';
import { controls, forms, tokens } from '../../../runtime/elements/kit/styles.ts';
import type { PattoDialog } from '../../../runtime/elements/kit/dialog.ts';
import * as api from './api.ts';
import './case/case-finder.ts';
import './counter/counter-status.ts';
import './case/case-import.ts';
import { minuteOf } from './dates.ts';
import './notices.ts';
import { comuneChoice, measureChoice } from './choices.ts';
import { isOne, meetsPeople, opensCases } from './roles.ts';
import { deskWords, type DeskWords } from './words.ts';

/** Requests that wait and the cases in one's scope, with search. */
@customElement('patto-case-list')
export class CaseList extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      .request {
        padding-block: 12px;
        border-block-end: 1px solid var(--patto-line);
      }
      .request:last-child {
        border: 0;
      }
      .request + button {
        margin-block-start: 12px;
      }
    `,
  ];
  @property() locale = 'it';
  /** filters to begin with, by name */
  @property({ attribute: false }) first: { readonly [name: string]: string } = {};
  @consume({ context: sessionContext, subscribe: true }) @state() private session: Session | undefined;
  @state() private requests: readonly api.RequestRow[] = [];
  /** all that wait; of the page after those that are shown, its cursor */
  @state() private waiting: { readonly total: number; readonly next?: string } = { total: 0 };
  @state() private problem: HttpProblem | undefined;
  @state() private district: api.DistrictView | undefined;
  @state() private busy = '';
  @query('patto-dialog') private dialog!: PattoDialog;
  private key = newKey();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private get opens(): boolean {
    return isOne(this.session, opensCases);
  }
  private async load(): Promise<void> {
    const [requests, district] = await Promise.all([
      this.opens ? api.listRequests() : undefined,
      api.ownDistrict(),
    ]);
    if (requests?.ok) {
      const { items, ...waiting } = requests.value;
      this.requests = items;
      this.waiting = waiting;
    }
    this.district = district;
  }
  private async loadMore(): Promise<void> {
    const answer = await api.listRequests(this.waiting.next);
    if (!answer.ok) return void (this.problem = answer.problem);
    const { items, ...waiting } = answer.value;
    const shown = new Set(this.requests.map(({ id }) => id));
    this.requests = [...this.requests, ...items.filter(({ id }) => !shown.has(id))];
    this.waiting = waiting;
  }
  private async take(request: api.RequestRow): Promise<void> {
    this.busy = request.id;
    const answer = await api.openRequest(request.id, `open-${request.id}`);
    this.busy = '';
    if (answer.ok) location.hash = `#/case/${answer.value.id}`;
    else this.problem = answer.problem;
  }
  private async create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const answer = await api.openCase(
      {
        measure: String(data.get('measure')),
        comune: String(data.get('comune')),
        name: String(data.get('name')).trim(),
      },
      this.key,
    );
    if (answer.ok) {
      this.key = newKey();
      this.dialog.hide();
      location.hash = `#/case/${answer.value.id}`;
    } else this.problem = answer.problem;
  }
  private arrived(say: DeskWords) {
    return html`<section class="card" aria-labelledby="requests">
      <h2 id="requests">
        ${say.requests}
        ${this.waiting.total ? html`<span class="badge warn">${this.waiting.total}</span>` : nothing}
      </h2>
      <p class="hint">${say.requestsHint}</p>
      ${this.requests.length === 0 ? html`<p>${say.noRequests}</p>` : nothing}
      ${this.requests.map(
        (request) =>
          html`<div class="request spread">
            <span
              ><strong class="numbers">${request.receipt}</strong> · ${request.title ?? request.definition} ·
              ${minuteOf(request.submittedAt)}</span
            >
            <button
              class="small primary"
              ?disabled=${this.busy === request.id}
              @click=${() => this.take(request)}
              aria-label="${say.open} ${request.receipt}"
            >
              ${say.open}
            </button>
          </div>`,
      )}
      ${this.waiting.next ? html`<button class="small" @click=${this.loadMore}>${say.more}</button>` : nothing}
    </section>`;
  }
  override render() {
    const say = deskWords(this.locale);
    return html`<div class="stack">
      <div class="spread">
        <h1>${say.cases}</h1>
        <div class="cluster">
          ${this.opens ? html`<button class="primary" @click=${() => this.dialog.show()}>${say.newCase}</button>` : nothing}
          ${this.session?.account.roles.includes('coordinator') ? html`<patto-case-import .locale=${this.locale}></patto-case-import>` : nothing}
        </div>
      </div>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
      <patto-desk-notices .locale=${this.locale}></patto-desk-notices>
      ${this.opens ? this.arrived(say) : nothing}
      <patto-case-finder .locale=${this.locale} .first=${this.first}></patto-case-finder>
      ${isOne(this.session, meetsPeople) ? html`<patto-counter-status .locale=${this.locale}></patto-counter-status>` : nothing}
      <patto-dialog heading=${say.newCase} close-label=${say.cancel}>
        <form id="new" @submit=${this.create}>
          <div>
            <label for="name">${say.who}</label><input id="name" name="name" required maxlength="120" />
          </div>
          ${comuneChoice(say.comune, this.district)} ${measureChoice(say.measure, this.district)}
        </form>
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="primary"
          form="new"
          @click=${() => (this.renderRoot.querySelector('#new') as HTMLFormElement).requestSubmit()}
        >
          ${say.create}
        </button>
      </patto-dialog>
    </div>`;
  }
}
