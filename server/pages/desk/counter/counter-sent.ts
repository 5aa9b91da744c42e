// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newKey } from '../../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { fileUrl, issue, readCase, readJob, isOpen, type AtCounter, type Job, type LedTo } from '../api.ts';
import * as api from './counter-api.ts';
import { counterWords } from './counter-words.ts';

/** What follows a form of the counter once it is kept: the number for the person, and where to go on. */
@customElement('patto-counter-sent')
export class CounterSent extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      .number {
        font-size: 32px;
      }
      @media print {
        .cluster,
        p a {
          display: none;
        }
      }
    `,
  ];
  @property() locale = 'it';
  @property({ attribute: false }) counter: AtCounter | undefined;
  @property({ attribute: false }) to: LedTo = {};
  @property() receipt = '';
  @property() heading = '';
  @property() definition = '';
  @state() private view: api.CounterView | undefined;
  @state() private problem = '';
  @state() private file = '';
  @state() private busy = false;
  private key = newKey();

  override connectedCallback(): void {
    super.connectedCallback();
    void api.seeCounter().then((answer) => answer.ok && (this.view = answer.value));
  }
  private async start(definition: string, access?: string): Promise<void> {
    const answer = await api.startHere({ definition, ...(access ? { access } : {}) });
    if (answer.ok) location.hash = `#/draft/${answer.value.id}`;
    else this.problem = answer.problem.title;
  }
  /** The receipt is a document of the case: what its phase makes of this form. */
  private async print(): Promise<void> {
    const { case: kase = '', request = '' } = this.to;
    this.busy = true;
    this.problem = '';
    const opened = await readCase(kase);
    const kind = opened.ok
      ? opened.value.phases
          .flatMap(({ documents }) => documents)
          .find((one) => one.definition === this.definition)?.kind
      : undefined;
    const made = kind === undefined ? undefined : await issue(kase, { kind, submission: request }, this.key);
    this.busy = false;
    if (!opened.ok) this.problem = opened.problem.title;
    else if (!made) location.hash = `#/case/${kase}`;
    else if (!made.ok) this.problem = made.problem.title;
    else if ('act' in made.value) this.file = fileUrl(made.value.act.id);
    else await this.wait(made.value, kind);
  }
  private async wait(job: Job, kind: string | undefined): Promise<void> {
    this.busy = true;
    let now = job;
    while (isOpen(now) && this.isConnected) {
      await new Promise((done) => setTimeout(done, 500));
      const answer = await readJob(job.id);
      if (!answer.ok) break;
      now = answer.value;
    }
    const { case: kase = '', request } = this.to;
    const after = await readCase(kase);
    this.busy = false;
    const made = after.ok
      ? after.value.documents.find((one) => one.kind === kind && one.submission === request)
      : undefined;
    const failed = now.parts.find(({ problem }) => problem)?.problem?.message;
    if (made) this.file = fileUrl(made.id);
    else if (failed) this.problem = failed;
    else location.hash = `#/case/${kase}`;
  }

  private access() {
    const say = counterWords(this.locale);
    const { view } = this;
    return html`<h1 tabindex="-1">${say.sentAccess}</h1>
      <div class="cluster">
        ${view?.requests.map(
          (form) =>
            html`<button data-begin=${form.id} @click=${() => this.start(form.id, this.to.access)}>
              ${say.begin}: ${form.title}
            </button>`,
        )}
        ${
          view?.access
            ? html`<button data-another @click=${() => this.start(view.access!.id)}>${say.another}</button>`
            : nothing
        }
        <a class="button" data-back href="#/accesses">${say.backAccesses}</a>
      </div>`;
  }
  private request() {
    const say = counterWords(this.locale);
    const { to } = this;
    return html`<h1 tabindex="-1">${say.sentRequest}</h1>
      <p>
        ${this.heading}<br />${say.receiptNumber}:
        <strong class="numbers number" data-number>${this.receipt}</strong>
      </p>
      <p>${say.tellNumber}</p>
      ${this.busy ? html`<p role="status">${say.printing}</p>` : nothing}
      <div class="cluster">
        ${
          this.file
            ? html`<a class="button primary" data-receipt target="_blank" href=${this.file}
                >${say.openPdf}</a
              >`
            : to.case
              ? html`<button class="primary" data-print ?disabled=${this.busy} @click=${this.print}>
                  ${say.printReceipt}
                </button>`
              : html`<button class="primary" @click=${() => print()}>${say.printHere}</button>`
        }
        ${to.case ? html`<a class="button" href="#/case/${to.case}">${say.openItsCase}</a>` : nothing}
        <a class="button" data-request href="#/request/${to.request}">${say.statusOpen}</a>
        <a class="button" data-back href="#/counter">${say.backCounter}</a>
      </div>`;
  }

  override render() {
    const say = counterWords(this.locale);
    const { purpose } = this.counter ?? {};
    return html`<div class="card stack" role="status" data-sent>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${
        purpose === 'access'
          ? this.access()
          : purpose === 'request'
            ? this.request()
            : html`<h1 tabindex="-1">${say.sentStep}</h1>
                <p>
                  <a class="button primary" data-back href="#/request/${this.to.request}"
                    >${say.backRequest}</a
                  >
                </p>`
      }
    </div>`;
  }
  override firstUpdated(): void {
    this.renderRoot.querySelector('h1')?.focus();
  }
}
