// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import * as api from './case-work-api.ts';
import { caseWorkWords, told } from './case-work-words.ts';
import { dayOf, minuteOf } from '../dates.ts';
import { deskWords, eventWord } from '../words.ts';

/** What a case was in the districts that it came through; only read. */
@customElement('patto-case-past')
export class CasePast extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      dt {
        color: var(--patto-muted);
        font-size: 15px;
      }
      dd {
        margin: 0 0 8px;
        overflow-wrap: anywhere;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 8px;
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
    const answer = await api.readHistory(this.caseId, this.reason);
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
    return html`<div class="stack">
      ${[history, ...history.before].map((past, place) => this.past(past, `past-${place}`))}
    </div>`;
  }

  private past(past: api.Past, id: string) {
    const say = caseWorkWords(this.locale);
    return html`<section class="card" aria-labelledby=${id}>
      <h2 id=${id}>${told(say.history, { district: past.district })}</h2>
      <p class="hint">${told(say.historyHint, { number: past.number, day: dayOf(past.at) })}</p>
      ${past.submissions.map(
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
      ${past.documents.map((one) => this.document(one))}
      ${past.attachments.map(
        (one) =>
          html`<p>
            ${
              one.left
                ? html`${one.title}: ${one.name}
                    <span class="badge warn">${told(say.leftThere, { district: past.district })}</span>`
                : html`<a href=${api.historyFile(this.caseId, one.sha256)} download=${one.name}
                    >${one.title}: ${one.name}</a
                  >`
            }
            <span class="hint">· ${dayOf(one.at)}</span>
          </p>`,
      )}
      ${past.notes.map(
        (one) =>
          html`<details>
            <summary>${one.title} · ${minuteOf(one.at)}</summary>
            <p class="hint">${one.by}</p>
            <p>${one.text}</p>
          </details>`,
      )}
      <details>
        <summary>${say.whatHappened}</summary>
        <ol>
          ${past.timeline.map(
            ({ what, note, at, by }) =>
              html`<li>
                <strong>${eventWord(deskWords(this.locale), what)}</strong
                >${note ? html` · ${note}` : nothing}
                <div class="hint">${minuteOf(at)} · ${by}</div>
              </li>`,
          )}
        </ol>
      </details>
    </section>`;
  }
  private document({ title, copy, number, revision, issuedAt, sha256 }: api.Past['documents'][number]) {
    const say = caseWorkWords(this.locale);
    const which = { family: '', internal: deskWords(this.locale).copy_internal, draft: say.draft }[
      copy ?? 'family'
    ];
    return html`<p>
      <a href=${api.historyFile(this.caseId, sha256)} target="_blank" rel="noopener"
        >${title ?? say.document} ${copy === 'draft' ? number : `${number}/${revision}`}</a
      >
      ${which ? html`<span class="badge">${which}</span>` : nothing}
      <span class="hint">· ${dayOf(issuedAt)}</span>
    </p>`;
  }
}
