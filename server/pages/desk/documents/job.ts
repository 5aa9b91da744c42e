// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Answer, HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import * as api from '../api.ts';
import { minuteOf } from '../dates.ts';
import { jobWords, type JobWords } from './job-words.ts';

/** milliseconds between two looks at a job that goes on; longer while the server does not answer */
const [often, seldom] = [700, 4000];

type Part = api.Job['parts'][number];

/** Parts that failed for the same reason stand together. */
function byMessage(parts: readonly Part[]): ReadonlyMap<string, readonly Part[]> {
  const all = new Map<string, Part[]>();
  for (const part of parts) {
    const message = part.problem?.message ?? '';
    all.set(message, [...(all.get(message) ?? []), part]);
  }
  return all;
}

/** A job: how far it is, what could not be made and why; stop, begin again. Says `patto-changed` when it has moved. */
@customElement('patto-job')
export class JobRow extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        padding-block: 14px;
        margin-block-end: 12px;
        border-block-end: 1px solid var(--patto-line);
      }
      :host(:last-child) {
        border: 0;
        padding-block-end: 0;
        margin-block-end: 0;
      }
      progress {
        width: 100%;
        height: 12px;
        margin-block: 8px 4px;
        accent-color: var(--patto-primary);
      }
      h3 {
        margin: 0 0 4px;
      }
      ul {
        margin: 8px 0 0;
        padding-inline-start: 20px;
      }
      .notice {
        margin: 8px 0 0;
      }
    `,
  ];
  @property({ attribute: false }) job!: api.Job;
  @property() locale = 'it';
  /** the person may stop it and begin it again */
  @property({ attribute: false }) changes = true;
  @state() private problem: HttpProblem | undefined;
  private timer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }
  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.watch();
  }
  override updated(changed: Map<string, unknown>): void {
    if (changed.has('job')) this.watch();
  }
  private watch(wait = often): void {
    clearTimeout(this.timer);
    if (api.isOpen(this.job)) this.timer = setTimeout(() => void this.look(), wait) as unknown as number;
  }
  private async look(): Promise<void> {
    const answer = await api.readJob(this.job.id);
    if (!this.isConnected) return;
    // Silence is not the end of a job: it goes on where it is.
    if (!answer.ok) return this.watch(seldom);
    this.take(answer.value);
  }
  private take(job: api.Job): void {
    const { done, failed, state } = this.job;
    this.job = job;
    if (job.done !== done || job.failed !== failed || job.state !== state)
      this.dispatchEvent(new CustomEvent('patto-changed', { bubbles: true, composed: true }));
  }
  private async ask(answer: Promise<Answer<api.Job>>): Promise<void> {
    const told = await answer;
    this.problem = told.ok ? undefined : told.problem;
    if (told.ok) this.take(told.value);
  }

  private heading(say: JobWords): string {
    const { parts } = this.job;
    const named = [...new Set(parts.map(({ title }) => title))].join(', ');
    const [first] = parts;
    if (first?.of === 'seal') return `${say.seal}: ${named} ${first.number ?? ''}`;
    return this.job.batch
      ? `${named} · ${this.job.total} ${this.job.total === 1 ? say.documentOne : say.documents}`
      : named;
  }
  private stateBadge(say: JobWords) {
    const { state } = this.job;
    const look = { queued: '', running: '', done: 'good', failed: 'bad', stopped: 'warn' }[state];
    return html`<span class="badge ${look}">${say[`state_${state}`]}</span>`;
  }
  private progress(say: JobWords) {
    const { batch, done, failed, total, state } = this.job;
    const said = [
      `${done} ${say.of} ${total} ${total === 1 ? say.readyOne : say.ready}`,
      ...(failed ? [`${failed} ${failed === 1 ? say.failedOne : say.failedMany}`] : []),
    ].join(' · ');
    if (batch)
      return html`<progress max=${total} value=${done + failed} aria-label=${say.progress}></progress>
        <p class="hint numbers" role="status">${said}</p>`;
    if (!api.isOpen(this.job)) return nothing;
    return html`<progress aria-label=${say.progress}></progress>
      <p class="hint" role="status">
        ${state === 'queued' ? say.waiting : this.job.parts[0]?.of === 'seal' ? say.sealing : say.printing}
      </p>`;
  }
  private failures(say: JobWords) {
    const failed = this.job.parts.filter(({ problem }) => problem);
    const [first] = failed;
    if (!first) return nothing;
    if (!this.job.batch) return html`<p class="notice bad" role="alert">${first.problem?.message}</p>`;
    return html`<div class="notice bad">
      <strong>${say.notMade}</strong>
      <ul>
        ${[...byMessage(failed)].map(
          ([message, parts]) =>
            html`<li>
              ${message}
              ${parts.map((part, place) => html`${place > 0 ? ', ' : ''}${part.case ? html`<a class="numbers" href="#/case/${part.case}">${part.caseNumber}</a>` : nothing}`)}
            </li>`,
        )}
      </ul>
    </div>`;
  }
  private buttons(say: JobWords) {
    const { id, state, done, batch } = this.job;
    const open = api.isOpen(this.job);
    return html`<div class="cluster">
      ${
        open && this.changes
          ? html`<button class="small" data-stop @click=${() => this.ask(api.stopJob(id))}>
              ${say.stop}
            </button>`
          : nothing
      }
      ${
        this.changes && (state === 'failed' || state === 'stopped')
          ? html`<button class="small primary" data-retry @click=${() => this.ask(api.retryJob(id))}>
              ${state === 'stopped' || done > 0 ? say.goOn : say.retry}
            </button>`
          : nothing
      }
      ${
        this.changes && state === 'failed' && !batch
          ? html`<button class="small quiet" data-drop @click=${() => this.ask(api.stopJob(id))}>
              ${say.drop}
            </button>`
          : nothing
      }
      ${
        batch && !open && done > 0
          ? html`<a class="button small" href=${api.jobFile(id)} target="_blank">${say.printAll}</a>`
          : nothing
      }
    </div>`;
  }

  override render() {
    const say = jobWords(this.locale);
    return html`<div class="spread">
        <div>
          <h3>${this.heading(say)}</h3>
          <div class="cluster">
            ${this.stateBadge(say)}<span class="hint">${say.asked} ${minuteOf(this.job.at)}</span>
          </div>
        </div>
        ${this.buttons(say)}
      </div>
      ${this.progress(say)} ${this.failures(say)}
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}`;
  }
}
