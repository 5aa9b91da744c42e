// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HttpProblem } from '../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../runtime/elements/kit/styles.ts';
import * as api from './api.ts';
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

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('draftId')) void this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.readDraft(this.draftId);
    if (answer.ok) this.view = answer.value;
    else this.problem = answer.problem;
  }
  override render() {
    const say = deskWords(this.locale);
    return html`<p>
        <a href=${this.view?.draft.case ? `#/case/${this.view.draft.case}` : '#/'}>← ${say.backToCase}</a>
      </p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
      ${this.view || this.problem ? nothing : html`<p role="status">${say.loading}</p>`}`;
  }
}
