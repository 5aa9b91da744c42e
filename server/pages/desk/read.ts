// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../runtime/elements/form.ts';
import type { HttpProblem } from '../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../runtime/elements/kit/styles.ts';
import * as api from './api.ts';
import { caseWorkWords, told } from './case/case-work-words.ts';
import { dayOf, minuteOf } from './dates.ts';
import { readingRemote } from './remote.ts';
import './case/replace.ts';
import { deskWords } from './words.ts';

/** A submission as it was sent, read with the version it was given to. */
@customElement('patto-desk-read')
export class DeskRead extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        max-width: 960px;
        margin: 0 auto;
      }
      @media print {
        button,
        [data-back] {
          display: none;
        }
      }
    `,
  ];
  @property() locale = 'it';
  @property({ attribute: 'submission-id' }) submissionId = '';
  @state() private view: api.SubmissionView | undefined;
  @state() private printing = false;
  @state() private problem: HttpProblem | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('submissionId')) void this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.readSubmission(this.submissionId);
    if (answer.ok) this.view = answer.value;
    else this.problem = answer.problem;
  }
  override render() {
    const say = deskWords(this.locale);
    if (this.problem) return html`<p class="notice bad" role="alert">${this.problem.title}</p>`;
    if (!this.view) return html`<p role="status">${say.loading}</p>`;
    const { submission, version } = this.view;
    const outcome = submission.outcome;
    const more = caseWorkWords(this.locale);
    return html`<p>
        <a data-back href=${submission.case ? `#/case/${submission.case}` : '#/'}>← ${say.backToCase}</a>
      </p>
      <h1>${version.title}</h1>
      <p class="hint">
        ${say.submittedOn} ${minuteOf(submission.submittedAt)} · ${say.version} ${submission.version} ·
        ${say.receipt} ${submission.receipt}
      </p>
      ${outcome?.suggested === undefined ? nothing : html`<p class="notice"><strong>${say.outcome}: ${outcome.suggested}</strong><br />${outcome.reason}</p>`}
      ${submission.differences.length ? html`<p class="notice warn">${say.differences}: ${submission.differences.join(', ')}</p>` : nothing}
      ${
        submission.replaced
          ? html`<p class="notice bad">
              ${told(more.replaced, { day: dayOf(submission.replaced.at), why: submission.replaced.reason })}
              <br /><a href="#/submission/${submission.replaced.submission}">${more.toOther}</a>
            </p>`
          : nothing
      }
      <p class="cluster">
        ${
          this.view.mayReplace
            ? html`<patto-replace-submission
                submission-id=${this.submissionId}
                .locale=${this.locale}
              ></patto-replace-submission>`
            : nothing
        }
        <button data-print @click=${() => (this.printing = !this.printing)}>
          ${this.printing ? say.toRead : say.toPrint}
        </button>
      </p>
      <patto-form
        view=${this.printing ? 'print' : 'read'}
        readonly
        locale=${this.locale}
        .definition=${version.source}
        .version=${version.number}
        .context=${this.view.context}
        .draft=${{
          definition: submission.definition,
          version: submission.version,
          answers: submission.answers,
          typed: {},
          parked: {},
          from: submission.from ?? {},
          ...(submission.sources ? { sources: submission.sources } : {}),
        }}
        .remote=${readingRemote(this.submissionId)}
      ></patto-form>`;
  }
}
