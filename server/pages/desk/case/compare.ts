// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../../runtime/elements/form.ts';
import type { HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import * as api from '../api.ts';
import { minuteOf } from '../dates.ts';
import { deskWords } from '../words.ts';

/** Two submissions of one definition side by side, the older one first. */
@customElement('patto-desk-compare')
export class DeskCompare extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        max-width: 1100px;
        margin: 0 auto;
      }
      patto-form {
        --patto-width: 100%;
      }
    `,
  ];
  @property() locale = 'it';
  @property() older = '';
  @property() newer = '';
  @state() private views: readonly [api.SubmissionView, api.SubmissionView] | undefined;
  @state() private problem: HttpProblem | undefined;
  /** one value for one pair, so that it is compared once */
  private compared: object | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('older') || changed.has('newer')) void this.load();
  }
  private async load(): Promise<void> {
    const [before, after] = await Promise.all([
      api.readSubmission(this.older),
      api.readSubmission(this.newer),
    ]);
    if (!before.ok) this.problem = before.problem;
    else if (!after.ok) this.problem = after.problem;
    else {
      const { submission, context } = before.value;
      const titles = [submission.submittedAt, after.value.submission.submittedAt].map(minuteOf);
      this.compared = { answers: submission.answers, context, titles };
      this.views = [before.value, after.value];
    }
  }
  override render() {
    const say = deskWords(this.locale);
    if (this.problem) return html`<p class="notice bad" role="alert">${this.problem.title}</p>`;
    if (!this.views) return html`<p role="status">${say.loading}</p>`;
    const [before, after] = this.views;
    const { submission, version } = after;
    return html`<p>
        <a data-back href=${submission.case ? `#/case/${submission.case}` : '#/'}>← ${say.backToCase}</a>
      </p>
      <h1>${version.title}</h1>
      ${
        before.version.number === version.number
          ? ''
          : html`<p class="notice warn">${say.otherVersion} ${version.number}.</p>`
      }
      <patto-form
        view="compare"
        readonly
        locale=${this.locale}
        .definition=${version.source}
        .version=${version.number}
        .context=${after.context}
        .value=${submission.answers}
        .compared=${this.compared}
      ></patto-form>`;
  }
}
