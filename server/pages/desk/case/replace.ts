// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../../runtime/elements/kit/dialog.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { replaceSubmission } from './case-work-api.ts';
import { caseWorkWords } from './case-work-words.ts';

/** Beside a submission that is read: it was wrong, and another one takes its place. */
@customElement('patto-replace-submission')
export class ReplaceSubmission extends LitElement {
  static override styles = [tokens, controls];
  @property({ attribute: 'submission-id' }) submissionId = '';
  @property() locale = 'it';
  @state() private problem = '';
  @query('patto-dialog') private dialog!: PattoDialog;

  private send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason')).trim();
    const answer = await replaceSubmission(this.submissionId, reason);
    this.problem = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    this.dialog.hide();
    location.hash = `#/draft/${answer.value.id}`;
  };

  override render() {
    const say = caseWorkWords(this.locale);
    return html`<button class="small" @click=${() => this.dialog.show()} data-replace>${say.replace}</button>
      <patto-dialog heading=${say.replaceTitle} close-label=${say.cancel}>
        <form id="replace" @submit=${this.send}>
          <p>${say.replaceHint}</p>
          ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
          <label for="reason">${say.reason}</label
          ><textarea id="reason" name="reason" required minlength="5" maxlength="500"></textarea>
        </form>
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="primary"
          @click=${() => (this.renderRoot.querySelector('#replace') as HTMLFormElement).requestSubmit()}
        >
          ${say.confirm}
        </button>
      </patto-dialog>`;
  }
}
