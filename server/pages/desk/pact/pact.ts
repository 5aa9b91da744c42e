// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { startDraft, type CaseView } from '../api.ts';
import { dayOf, minuteOf } from '../dates.ts';
import * as api from './pact-api.ts';
import './pact-results.ts';
import { pactWords, type PactWords } from './pact-words.ts';

/** The life of the pact of a case: how far it is, what comes next, drafts for the family, results over time. */
@customElement('patto-case-pact')
export class CasePact extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      :host([hidden]) {
        display: none;
      }
      ol.way {
        align-items: flex-start;
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin: 8px 0 16px;
        padding: 0;
        list-style: none;
      }
      .way li {
        padding: 4px 12px;
        border: 1px solid var(--patto-line);
        border-radius: var(--patto-radius);
        color: var(--patto-muted);
        font-size: 15px;
      }
      .way .been {
        border-color: var(--patto-primary);
        color: var(--patto-text);
      }
      .way [aria-current] {
        border-color: var(--patto-primary);
        background: var(--patto-primary);
        color: var(--patto-surface);
        font-weight: 600;
      }
      .way small {
        display: block;
        font-size: 13px;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 28px;
        margin: 0 0 16px;
      }
      dt {
        color: var(--patto-muted);
        font-size: 14px;
      }
      dd {
        margin: 0;
        font-weight: 600;
      }
      dd small {
        font-weight: 400;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      h3 {
        margin-block-start: 20px;
      }
      .step {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        justify-content: space-between;
        align-items: center;
        padding: 10px 0;
        border-block-end: 1px solid var(--patto-line);
      }
      .step:last-child {
        border: 0;
      }
      .step > div {
        flex: 1 1 220px;
        min-width: 0;
      }
    `,
  ];
  @property({ attribute: 'case-id' }) caseId = '';
  @property() locale = 'it';
  @property({ attribute: false }) view: CaseView | undefined;
  @property() reason: string | undefined;
  @state() private pact: api.PactView | undefined;
  @state() private problem: HttpProblem | undefined;
  @state() private busy = '';
  @state() private told = '';

  override willUpdate(changed: Map<string, unknown>): void {
    // The case is read again whenever something happened to it.
    if (changed.has('caseId') || changed.has('view')) void this.load();
  }
  private async load(): Promise<void> {
    if (!this.caseId) return;
    const answer = await api.readPact(this.caseId, this.reason);
    this.problem = answer.ok ? undefined : answer.problem;
    if (answer.ok) {
      const unheard = (pact: api.PactView | undefined): number =>
        pact?.refused.filter(({ heard }) => heard === undefined).length ?? 0;
      const refused = this.pact !== undefined && unheard(answer.value) > unheard(this.pact);
      this.pact = answer.value;
      // Somebody has just refused: what is to be done about it comes forward.
      if (refused) await this.updateComplete;
      if (refused) this.renderRoot.querySelector<HTMLElement>('[data-next="refused"] button')?.focus();
    }
    // Who may not read pacts has nothing to see here.
    this.hidden = !answer.ok && (answer.problem.status === 403 || answer.problem.status === 404);
  }
  private changed(): void {
    this.dispatchEvent(new Event('patto-changed', { bubbles: true, composed: true }));
  }
  private async start({ definition, how }: api.NextStep): Promise<void> {
    this.busy = definition;
    const answer = how ? await api.beginPact(this.caseId, how) : await startDraft(this.caseId, definition);
    this.busy = '';
    if (answer.ok) location.hash = `#/draft/${answer.value.id}`;
    else this.problem = answer.problem;
  }
  private async copy(draft: string): Promise<void> {
    this.busy = 'copy';
    this.told = '';
    const answer = await api.copyDraft(draft);
    this.busy = '';
    if (!answer.ok) {
      this.problem = answer.problem;
      return;
    }
    this.told = pactWords(this.locale).copied;
    this.changed();
  }
  private async move(to: string): Promise<void> {
    this.busy = 'move';
    const answer = await api.movePact(this.caseId, to);
    this.busy = '';
    if (answer.ok) this.changed();
    else this.problem = answer.problem;
  }

  private way(say: PactWords, pact: api.PactView) {
    const last = new Map(pact.history.map((step) => [step.state, step]));
    // What is no step of every pact is left out where it has not come to it.
    const shown = pact.states.filter(({ id, aside }) => !aside || last.has(id));
    return html`<ol class="way" aria-label=${say.states}>
      ${shown.map(({ id, title }) => {
        const step = last.get(id);
        const isNow = id === pact.state;
        return html`<li class=${step ? 'been' : ''} aria-current=${isNow ? 'step' : nothing} data-state=${id}>
          ${title}${step ? html`<small>${dayOf(step.at.slice(0, 10))} · ${step.by}</small>` : nothing}
        </li>`;
      })}
    </ol>`;
  }

  private facts(say: PactWords, pact: api.PactView) {
    const { inForce, begins, ends, check, every } = pact;
    const fact = (label: string, value: unknown, more: unknown = nothing) =>
      html`<div>
        <dt>${label}</dt>
        <dd class="numbers">${value} ${more}</dd>
      </div>`;
    if (!inForce && !check && !ends) return nothing;
    return html`<dl>
      ${inForce ? fact(say.inForce, `${inForce.number}, ${say.version} ${inForce.revision}`) : nothing}
      ${begins && ends ? fact(say.period, `${say.from} ${dayOf(begins)} ${say.to} ${dayOf(ends)}`) : nothing}
      ${
        check
          ? fact(
              check.late ? say.checkLate : say.check,
              html`<span class=${check.late ? 'badge bad' : ''} data-check>${dayOf(check.day)}</span>`,
              every === undefined
                ? nothing
                : html`<small class="hint">(${say.every.replace('{n}', String(every))})</small>`,
            )
          : nothing
      }
    </dl>`;
  }

  private refusals(say: PactWords, pact: api.PactView) {
    return pact.refused.map(
      ({ name, at, reason, heard, matters }) =>
        html`<div class="notice warn" data-refused>
          <strong>${name}</strong> ${say.refused} ${dayOf(at.slice(0, 10))}.
          ${reason ? html`«${reason}»` : nothing}
          ${heard ? html`<a href="#/submission/${heard}">${say.heard}</a>` : nothing}
          ${
            matters
              ? html`<div>
                  ${pact.refusalText ?? say.refusedMatters} <small>${pact.refusalSource}</small>
                </div>`
              : pact.refusalText
                ? html`<div>${pact.refusalText}</div>`
                : nothing
          }
        </div>`,
    );
  }

  private nextSteps(say: PactWords, pact: api.PactView) {
    if (pact.next.length === 0 && pact.hand.length === 0) return nothing;
    return html`<h3>${say.next}</h3>
      <ul>
        ${pact.next.map(
          (step, place) =>
            html`<li class="step" data-next=${step.why}>
              <div>
                ${say[`why_${step.why}`]}${step.why === 'refused' && step.about ? html`: ${step.about}` : nothing}
              </div>
              <button
                class="small ${place === 0 && step.why !== 'check' && step.why !== 'update' ? 'primary' : ''}"
                ?disabled=${this.busy !== ''}
                @click=${() => this.start(step)}
              >
                ${step.title}
              </button>
            </li>`,
        )}
        ${
          pact.hand.length > 0
            ? html`<li class="step" data-hand>
                <div>${say.hand}</div>
                <div class="cluster">
                  ${pact.hand.map(
                    ({ id, title }) =>
                      html`<button class="small" ?disabled=${this.busy !== ''} @click=${() => this.move(id)}>
                        ${title}
                      </button>`,
                  )}
                </div>
              </li>`
            : nothing
        }
      </ul>`;
  }

  /** The draft of a pact that is being written, for the family. */
  private draft(say: PactWords, pact: api.PactView) {
    const written = this.view?.phases
      .flatMap(({ definitions }) => definitions)
      .find(({ kind, draft, fills }) => kind === 'pact' && draft && fills)?.draft;
    if (!written && pact.copies.length === 0) return nothing;
    return html`<h3>${say.draft}</h3>
      ${
        written
          ? html`<p class="hint">${say.draftHint}</p>
              <p>
                <button ?disabled=${this.busy !== ''} @click=${() => this.copy(written.id)} data-copy>
                  ${this.busy === 'copy' ? say.copying : say.copy}
                </button>
              </p>`
          : nothing
      }
      <p role="status">${this.told}</p>
      ${
        pact.copies.length > 0
          ? html`<ul aria-label=${say.copies}>
              ${pact.copies.toReversed().map(
                ({ id, number, at, by }) =>
                  html`<li>
                    <a href=${api.copyUrl(this.caseId, id)} target="_blank" rel="noopener"
                      >${say.copyNumber} ${number}</a
                    >
                    <span class="hint">· ${minuteOf(at)} · ${by}</span>
                  </li>`,
              )}
            </ul>`
          : nothing
      }`;
  }

  override render() {
    const say = pactWords(this.locale);
    const { pact } = this;
    if (this.hidden || (pact && pact.states.length === 0)) return nothing;
    return html`<section class="card" aria-labelledby="pact">
      <h2 id="pact">${say.title}</h2>
      ${
        this.problem
          ? html`<p class="notice bad" role="alert">${this.problem.title}</p>
              <p><button @click=${() => this.load()}>${say.retry}</button></p>`
          : nothing
      }
      ${
        pact
          ? html`${pact.state === undefined && pact.copies.length === 0 ? html`<p class="hint">${say.notBegun}</p>` : this.way(say, pact)}
            ${this.facts(say, pact)} ${this.refusals(say, pact)} ${this.nextSteps(say, pact)}
            ${this.draft(say, pact)}
            ${
              pact.results
                ? html`<patto-pact-results
                    .results=${pact.results}
                    .locale=${this.locale}
                  ></patto-pact-results>`
                : nothing
            }`
          : this.problem
            ? nothing
            : html`<p role="status">${say.loading}</p>`
      }
    </section>`;
  }
}
