// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HttpProblem } from '../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../runtime/elements/kit/styles.ts';
import { entries } from '../look.ts';
import type { CaseRow } from './api.ts';
import * as api from './case/case-work-api.ts';
import { caseWorkWords, told } from './case/case-work-words.ts';
import { dayOf } from './dates.ts';

/** #/queues: which cases wait for a person, in which queue, and whom the system would suggest. */
@customElement('patto-desk-queues')
export class Queues extends LitElement {
  static override styles = [
    tokens,
    controls,
    entries,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 440px);
        gap: 8px 20px;
        align-items: center;
      }
      form {
        display: flex;
        gap: 8px;
      }
      form select {
        flex: 1;
        min-width: 0;
      }
      @media (max-width: 640px) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
  @property() locale = 'it';
  @state() private queues: readonly api.QueueRow[] | undefined;
  @state() private unrouted: api.Waiting = { total: 0, items: [] };
  @state() private others: readonly api.Worker[] = [];
  @state() private problem: HttpProblem | undefined;
  @state() private told = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.listQueues();
    this.problem = answer.ok ? undefined : answer.problem;
    if (!answer.ok) return;
    this.queues = answer.value.queues;
    this.unrouted = answer.value.unrouted;
    this.others = answer.value.others;
  }
  private async assign(event: SubmitEvent, row: CaseRow): Promise<void> {
    event.preventDefault();
    const account = String(new FormData(event.currentTarget as HTMLFormElement).get('account') ?? '');
    if (!account) return;
    const answer = await api.assign(row.id, account, '');
    if (!answer.ok) {
      this.problem = answer.problem;
      return;
    }
    const name = this.others.find(({ id }) => id === account)?.name ?? '';
    await this.load();
    this.told = `${row.number}: ${name}`;
  }

  override render() {
    const say = caseWorkWords(this.locale);
    return html`<div class="stack">
      <div>
        <h1>${say.queues}</h1>
        <p class="hint">${say.queuesHint}</p>
      </div>
      ${
        this.problem
          ? html`<p class="notice bad" role="alert">${this.problem.title}</p>
              <p><button @click=${() => this.load()}>${say.retry}</button></p>`
          : nothing
      }
      <p class=${this.told ? 'notice good' : 'hidden-text'} role="status">${this.told}</p>
      ${!this.queues && !this.problem ? html`<p role="status">${say.loading}</p>` : nothing}
      ${this.queues?.map((queue) => this.card(queue.id, queue.title, queue, queue.people, true))}
      ${
        this.queues && this.unrouted.total > 0
          ? this.card('none', say.unrouted, this.unrouted, this.others, false)
          : nothing
      }
    </div>`;
  }

  private card(
    id: string,
    title: string,
    waiting: api.Waiting,
    people: readonly api.Worker[],
    suggests: boolean,
  ) {
    const say = caseWorkWords(this.locale);
    return html`<section class="card" aria-labelledby="queue-${id}" data-queue=${id}>
      <div class="spread">
        <h2 id="queue-${id}">
          ${title} ${waiting.total > 0 ? html`<span class="badge warn">${waiting.total}</span>` : nothing}
        </h2>
        ${
          suggests && waiting.total > waiting.items.length
            ? html`<a href="#/cases/queue/${id}">${say.all}</a>`
            : nothing
        }
      </div>
      ${suggests ? nothing : html`<p class="hint">${say.unroutedHint}</p>`}
      ${waiting.total === 0 ? html`<p class="hint">${say.empty}</p>` : nothing}
      <ul>
        ${waiting.items.map((row) => this.row(row, people, suggests))}
      </ul>
    </section>`;
  }
  private row(row: CaseRow, people: readonly api.Worker[], suggests: boolean) {
    const say = caseWorkWords(this.locale);
    const rest = this.others.filter(({ id }) => !people.some((one) => one.id === id));
    const option = (one: api.Worker, note: string) =>
      html`<option value=${one.id}>
        ${one.name} · ${one.cases} ${one.cases === 1 ? say.openCase : say.openCases}${note}
      </option>`;
    return html`<li>
      <div>
        <a href="#/case/${row.id}"><strong>${row.name}</strong></a>
        <div class="hint">
          <span class="numbers">${row.number}</span> · ${row.state} · ${say.since} ${dayOf(row.changedAt)}
        </div>
      </div>
      <form @submit=${(event: SubmitEvent) => this.assign(event, row)}>
        <select name="account" aria-label=${told(say.person, { name: row.name })}>
          ${people.map((one, place) => option(one, suggests && place === 0 ? `, ${say.fewest}` : ''))}
          ${rest.map((one) => option(one, ''))}
        </select>
        <button aria-label="${say.assign}: ${row.name}">${say.assign}</button>
      </form>
    </li>`;
  }
}
