// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HttpProblem } from '../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../runtime/elements/kit/styles.ts';
import * as api from './case-work-api.ts';
import { caseWorkWords, told } from './case-work-words.ts';
import { dayOf, minuteOf } from './dates.ts';

/** What a case was in the district that it came from; only read. */
@customElement('patto-case-past')
export class CasePast extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      summary {
        min-height: 44px;
        align-content: center;
        cursor: pointer;
        font-weight: 600;
      }
      dt {
        color: var(--patto-muted);
        font-size: 15px;
      }
      dd {
        margin: 0 0 8px;
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: 'case-id' }) caseId = '';
  @property() locale = 'it';
  @property() reason: string | undefined;
  @state() private history: api.History | undefined;
  @state() private problem: HttpProblem | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('caseId')) void this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.readHistory(this.caseId);
    this.problem = answer.ok ? undefined : answer.problem;
    if (answer.ok) this.history = answer.value;
  }

  override render() {
    const say = caseWorkWords(this.locale);
    const { history } = this;
    if (!history)
      return html`<section class="card">
        ${this.problem ? html`<p class="notice bad">${this.problem.title}</p>` : html`<p role="status">${say.loading}</p>`}
      </section>`;
    return html`<section class="card" aria-labelledby="past">
      <h2 id="past">${told(say.history, { district: history.district })}</h2>
      <p class="hint">${told(say.historyHint, { number: history.number, day: dayOf(history.at) })}</p>
      ${history.submissions.map(
        (one) =>
          html`<details>
            <summary>
              ${one.title} · ${minuteOf(one.submittedAt)}
              ${one.replaced ? html`<span class="badge bad">${told(say.wasWrong, { why: one.replaced })}</span>` : nothing}
            </summary>
            <p class="hint">${one.by}</p>
            <dl>
              ${one.rows.map(
                ({ title, text }) =>
                  html`<div>
                    <dt>${title}</dt>
                    <dd>${text}</dd>
                  </div>`,
              )}
            </dl>
          </details>`,
      )}
      ${history.documents.map(
        (one) =>
          html`<p>
            <a href=${api.historyFile(this.caseId, one.sha256)} target="_blank" rel="noopener"
              >${say.document} ${one.number}/${one.revision}</a
            >
            <span class="hint">· ${dayOf(one.issuedAt)}</span>
          </p>`,
      )}
      ${history.attachments.map(
        (one) =>
          html`<p>
            <a href=${api.historyFile(this.caseId, one.sha256)} download=${one.name}
              >${one.title}: ${one.name}</a
            >
            <span class="hint">· ${dayOf(one.at)}</span>
          </p>`,
      )}
      ${history.notes.map(
        (one) =>
          html`<details>
            <summary>${one.title} · ${minuteOf(one.at)}</summary>
            <p class="hint">${one.by}</p>
            <p>${one.text}</p>
          </details>`,
      )}
    </section>`;
  }
}
