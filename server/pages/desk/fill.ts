// SPDX-License-Identifier: AGPL-3.0-or-later
import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../runtime/elements/form.ts';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import type { HttpProblem } from '../../../runtime/elements/kit/http.ts';
import { sessionContext, type Session } from '../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../runtime/elements/kit/styles.ts';
import * as api from './api.ts';
import { notePaper } from './counter/counter-api.ts';
import { counterWords } from './counter/counter-words.ts';
import { dayOf, isoOf } from './dates.ts';
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
      .paper {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
        align-items: end;
        margin-block-end: 16px;
      }
      .paper input {
        max-width: 180px;
      }
      .paper p {
        flex: 1 1 100%;
        margin: 0;
      }
    `,
  ];
  @property() locale = 'it';
  @property({ attribute: 'draft-id' }) draftId = '';
  /** asks for the date of the paper that is copied */
  @property({ type: Boolean, attribute: 'asks-paper' }) asksPaper = false;
  @state() private view: api.DraftView | undefined;
  @state() private problem: HttpProblem | undefined;
  @state() private receipt = '';
  @state() private to: api.LedTo | undefined;
  /** somebody who may not send it tried to */
  @state() private unsent = false;
  /** ISO date of the paper */
  @state() private paper = '';
  @consume({ context: sessionContext, subscribe: true }) @state() private session: Session | undefined;
  private remote: DeskRemote | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('draftId')) {
      this.receipt = '';
      this.unsent = false;
      this.to = undefined;
      this.paper = '';
      this.view = undefined;
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
        sent: (receipt, _submission, to) => {
          this.to = to;
          this.receipt = receipt;
        },
      });
      this.view = answer.value;
      if (answer.value.version.kind === 'form') void import('./counter/paste-rows.ts');
      this.paper = answer.value.paper?.on ?? '';
      // somebody stands at the counter: the first question has the keyboard
      this.fresh = answer.value.counter !== undefined;
      if (answer.value.counter) void import('./counter/counter-sent.ts');
      if (answer.value.context.proposals) void import('../../../runtime/elements/proposals.ts');
      this.problem = undefined;
    } else this.problem = answer.problem;
  }

  private async copy(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const written = String(new FormData(event.target as HTMLFormElement).get('on')).trim();
    const on = isoOf(written.replace(/^(\d{2})(\d{2})(\d{4})$/, '$1/$2/$3'));
    if (!on || !this.remote) {
      this.problem = { code: 'wrong-date', title: counterWords(this.locale).paperWrong, status: 0 };
      return;
    }
    const noted = await notePaper(this.draftId, on, this.revision);
    this.problem = noted.ok ? undefined : noted.problem;
    if (!noted.ok) return;
    this.remote.memo = { rev: noted.value.rev };
    this.paper = on;
    this.fresh = true;
  }
  /** the form is to get the keyboard once it is drawn */
  private fresh = false;

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('receipt') && this.receipt) this.renderRoot.querySelector('h1')?.focus();
    const form = this.renderRoot.querySelector<PattoForm>('patto-form');
    if (form && (this.paper || this.view?.counter)) void this.quicken(form);
    if (this.asksPaper && !this.paper && (changed.has('view') || changed.has('asksPaper')))
      // after the desk has led the keyboard to the top of the place
      requestAnimationFrame(() => this.renderRoot.querySelector<HTMLElement>('#on')?.focus());
  }
  private async quicken(form: PattoForm): Promise<void> {
    const { copyFromPaper, focusFirst, quickKeys } = await import('./counter/paper-entry.ts');
    // until its questions stand, there is nothing to number
    while (form.isConnected && !form.shadowRoot?.querySelector('patto-field'))
      await new Promise((done) => requestAnimationFrame(done));
    if (this.paper) copyFromPaper(form);
    else quickKeys(form);
    if (!this.fresh || (this.asksPaper && !this.paper)) return;
    this.fresh = false;
    focusFirst(form);
  }

  /** Who writes at a draft that another sends: nothing is lost, and the server is not asked for what it refuses. */
  private keepBack = (event: Event): void => {
    if (this.view?.submits !== false) return;
    event.preventDefault();
    this.unsent = true;
    this.renderRoot.querySelector('[data-draft-only]')?.scrollIntoView({ block: 'center' });
  };

  /** Before a form is copied from paper: its date; and how the keys work. */
  private paperBar(view: api.DraftView) {
    const say = counterWords(this.locale);
    if (this.paper)
      return html`<p class="notice" data-copying>
        ${say.paperMark} <strong>${dayOf(this.paper)}</strong>. ${say.paperText}
      </p>`;
    if (view.version.kind !== 'form') return nothing;
    if (!this.asksPaper)
      return view.counter?.purpose === 'request'
        ? html`<p><a data-copy href="#/draft/${this.draftId}/paper">${say.fromPaper}</a></p>`
        : nothing;
    return html`<form class="card paper" @submit=${this.copy}>
      <p>${say.paperText}</p>
      <div>
        <label for="on">${say.paperOn}</label
        ><input id="on" name="on" inputmode="numeric" autocomplete="off" required />
      </div>
      <button class="primary">${say.paperStart}</button>
    </form>`;
  }
  /** revision that the form stands on */
  private get revision(): number {
    const rev = this.remote?.memo['rev'];
    return typeof rev === 'number' ? rev : 0;
  }
  /** where one comes from */
  private get behind(): { readonly href: string; readonly text: string } {
    const say = counterWords(this.locale);
    const { counter, draft } = this.view ?? {};
    if (counter?.purpose === 'access') return { href: '#/accesses', text: say.backAccesses };
    if (counter?.purpose === 'request') return { href: '#/counter', text: say.backCounter };
    if (counter) return { href: `#/request/${counter.request}`, text: say.backRequest };
    return { href: draft?.case ? `#/case/${draft.case}` : '#/', text: deskWords(this.locale).backToCase };
  }

  override render() {
    const say = deskWords(this.locale);
    const view = this.view;
    if (this.receipt && view?.counter)
      return html`<patto-counter-sent
        locale=${this.locale}
        .counter=${view.counter}
        .to=${this.to ?? {}}
        receipt=${this.receipt}
        heading=${view.version.title}
        definition=${view.version.definition}
      ></patto-counter-sent>`;
    if (this.receipt)
      return html`<div class="card stack" role="status" data-sent>
        <h1 tabindex="-1">${say.sent}</h1>
        <p>${say.receipt}: <strong class="numbers">${this.receipt}</strong></p>
        <p>
          <a class="button primary" data-back href="#/case/${view?.draft.case ?? ''}">${say.backToCase}</a>
        </p>
      </div>`;
    return html`<p>
        <a data-back href=${this.behind.href}>← ${this.behind.text}</a>
      </p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
      ${
        view
          ? html`<h1>${this.paper ? counterWords(this.locale).fromPaper : view.version.title}</h1>
              ${
                view.newest > view.version.number
                  ? html`<p class="hint" data-version>
                      ${say.onVersion
                        .replace('{n}', String(view.version.number))
                        .replace('{newest}', String(view.newest))}
                    </p>`
                  : nothing
              }
              ${
                view.submits === false
                  ? html`<p
                      class="notice ${this.unsent ? 'warn' : ''}"
                      role=${this.unsent ? 'alert' : nothing}
                      data-draft-only
                    >
                      ${say.draftOnly}
                    </p>`
                  : nothing
              }
              ${this.paperBar(view)}
              ${
                view.version.kind === 'form'
                  ? html`<patto-paste-rows
                      locale=${this.locale}
                      draft-id=${this.draftId}
                      .definition=${view.version.source}
                      .rev=${() => this.revision}
                      @patto-pasted=${() => this.load()}
                    ></patto-paste-rows>`
                  : nothing
              }
              <patto-form
                title-errors
                fast
                pace=${this.paper ? 'all' : 'page'}
                locale=${this.locale}
                .definition=${view.version.source}
                .version=${view.version.number}
                .context=${view.context}
                .draft=${view.draft}
                .remote=${this.remote}
                @patto-submit=${this.keepBack}
              ></patto-form>`
          : this.problem
            ? nothing
            : html`<p role="status">${say.loading}</p>`
      }`;
  }
}
