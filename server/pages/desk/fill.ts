// SPDX-License-Identifier: AGPL-3.0-or-later
import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../runtime/elements/form.ts';
import type { HttpProblem } from '../../../runtime/elements/kit/http.ts';
import { sessionContext, type Session } from '../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../runtime/elements/kit/styles.ts';
import * as api from './api.ts';
import { DeskRemote } from './remote.ts';
import { deskWords } from './words.ts';

/** A draft of a case being filled. */
@customElement('patto-desk-fill')
export class DeskFill extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        max-width: 960px;
        margin: 0 auto;
      }
    `,
  ];
  @property() locale = 'it';
  @property({ attribute: 'draft-id' }) draftId = '';
  @state() private view: api.DraftView | undefined;
  @state() private problem: HttpProblem | undefined;
  @state() private receipt = '';
  @consume({ context: sessionContext, subscribe: true }) @state() private session: Session | undefined;
  private remote: DeskRemote | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('draftId')) {
      this.receipt = '';
      void this.load();
    }
  }
  private async load(): Promise<void> {
    const answer = await api.readDraft(this.draftId);
    if (answer.ok) {
      this.remote = new DeskRemote({
        id: this.draftId,
        rev: answer.value.rev,
        account: this.session?.account.id ?? '',
        sent: (receipt) => (this.receipt = receipt),
      });
      this.view = answer.value;
      this.problem = undefined;
    } else this.problem = answer.problem;
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('receipt') && this.receipt) this.renderRoot.querySelector('h1')?.focus();
  }

  override render() {
    const say = deskWords(this.locale);
    const view = this.view;
    if (this.receipt)
      return html`<div class="card stack" role="status" data-sent>
        <h1 tabindex="-1">${say.sent}</h1>
        <p>${say.receipt}: <strong class="numbers">${this.receipt}</strong></p>
        <p>
          <a class="button primary" data-back href="#/case/${view?.draft.case ?? ''}">${say.backToCase}</a>
        </p>
      </div>`;
    return html`<p>
        <a data-back href=${view?.draft.case ? `#/case/${view.draft.case}` : '#/'}>← ${say.backToCase}</a>
      </p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
      ${
        view
          ? html`<h1>${view.version.title}</h1>
              ${
                view.newest > view.version.number
                  ? html`<p class="hint" data-version>
                      ${say.onVersion
                        .replace('{n}', String(view.version.number))
                        .replace('{newest}', String(view.newest))}
                    </p>`
                  : nothing
              }
              <patto-form
                title-errors
                fast
                locale=${this.locale}
                .definition=${view.version.source}
                .version=${view.version.number}
                .context=${view.context}
                .draft=${view.draft}
                .remote=${this.remote}
              ></patto-form>`
          : this.problem
            ? nothing
            : html`<p role="status">${say.loading}</p>`
      }`;
  }
}
