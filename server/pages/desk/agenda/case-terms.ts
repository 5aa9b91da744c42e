// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../../runtime/elements/kit/dialog.ts';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { entries } from '../../look.ts';
import type { TermChange } from '../../../../schemas/types.ts';
import type { CaseView, TermRow } from '../api.ts';
import { dayOf, isoOf } from '../dates.ts';
import * as api from './term-api.ts';
import { standing } from './term-state.ts';
import { termWords } from './term-words.ts';

type What = TermChange['what'];

/** The terms of a case: what is open, what an operator decided about it, what is over. */
@customElement('patto-case-terms')
export class CaseTerms extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    entries,
    css`
      :host {
        display: block;
      }
      strong {
        font-size: 18px;
      }
      small {
        display: block;
        font-size: 14px;
      }
      .decided {
        border-inline-start: 3px solid var(--patto-warning);
        padding-inline-start: 8px;
        margin-block: 6px;
      }
    `,
  ];
  @property({ attribute: false }) view: CaseView | undefined;
  @property({ attribute: false }) session: Session | undefined;
  @property() locale = 'it';
  @state() private chosen: TermRow | undefined;
  @state() private what: What = 'moved';
  @state() private problem = '';
  @query('patto-dialog') private dialog!: PattoDialog;

  private get may(): boolean {
    return this.view?.changesTerms ?? false;
  }
  private changesOf(term: TermRow): readonly TermChange[] {
    return (this.view?.case.termChanges ?? [])
      .filter((one) => one.term === term.id && one.start === term.from)
      .toSorted((a, b) => a.at.localeCompare(b.at));
  }
  private offered(term: TermRow): readonly What[] {
    if (term.state === 'waived') return ['law'];
    if (term.state === 'suspended') return ['resumed', 'moved', 'waived'];
    // a suspension written for a day to come can be ended too
    const last = this.changesOf(term).findLast(({ what }) => ['suspended', 'resumed', 'law'].includes(what));
    return [
      'moved',
      'waived',
      last?.what === 'suspended' ? 'resumed' : 'suspended',
      ...(term.law ? (['law'] as const) : []),
    ];
  }
  private open(term: TermRow): void {
    this.chosen = term;
    this.what = this.offered(term)[0]!;
    this.problem = '';
    this.renderRoot.querySelector('form')?.reset();
    void this.dialog.show();
  }
  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const say = termWords(this.locale);
    const data = new FormData(event.target as HTMLFormElement);
    const { chosen, what, view } = this;
    if (!chosen || !view) return;
    const dated = what !== 'waived' && what !== 'law';
    const date = dated ? isoOf(String(data.get('date') ?? '')) : undefined;
    if (dated && date === undefined) {
      this.problem = say.dateWrong;
      return;
    }
    const reason = String(data.get('reason') ?? '').trim();
    const answer = await api.changeTerm(this.caseId, {
      term: chosen.id,
      start: chosen.from,
      what,
      ...(date ? { date } : {}),
      reason,
    });
    if (!answer.ok) {
      this.problem = answer.problem.title;
      return;
    }
    this.dialog.hide();
    this.dispatchEvent(new CustomEvent('patto-changed', { bubbles: true, composed: true }));
  }
  @property({ attribute: 'case-id' }) caseId = '';

  private row(term: TermRow) {
    const say = termWords(this.locale);
    const { badge, text } = standing(term, this.session?.today ?? '', say);
    const done = term.met !== undefined || term.state === 'met';
    return html`<li data-term=${term.id} data-state=${term.state}>
      <div>${term.people ? `${term.title}: ${term.people}` : term.title}</div>
      <div class="cluster">
        <strong class="numbers">${dayOf(term.due)}</strong><span class="badge ${badge}">${text}</span>
        ${
          this.may && !done
            ? html`<button
                class="small quiet"
                @click=${() => this.open(term)}
                aria-label="${say.change}: ${term.title}${term.people ? `, ${term.people}` : nothing}"
              >
                ${say.change}
              </button>`
            : nothing
        }
      </div>
      ${
        term.law
          ? html`<small class="hint">${say.law} <span class="numbers">${dayOf(term.law)}</span></small>`
          : nothing
      }
      ${
        term.open && !done
          ? html`<small class="hint"
              >${dayOf(term.due)} ${say.holiday} <span class="numbers">${dayOf(term.open)}</span></small
            >`
          : nothing
      }
      ${this.changesOf(term).map((one) => this.decided(one))}
      ${term.consequence && !done ? html`<small>${term.consequence}</small>` : nothing}
      <small class="hint">${say[term.level]} · ${say.from} ${dayOf(term.from)} · ${term.source}</small>
    </li>`;
  }
  private decided({ what, date, reason, by, at }: TermChange) {
    const say = termWords(this.locale);
    const who = this.view?.staff.find(({ id }) => id === by)?.name ?? by;
    return html`<small class="decided"
      >${say[`did_${what}`]} ${date ? dayOf(date) : nothing} · ${reason}
      <span class="hint">(${who}, ${dayOf(at)})</span></small
    >`;
  }

  override render() {
    const say = termWords(this.locale);
    const rows = this.view?.terms ?? [];
    const over = rows.filter(({ met, state }) => met !== undefined || state === 'met');
    const running = rows.filter((row) => !over.includes(row));
    const asks = this.chosen ? this.offered(this.chosen) : [];
    const dated = this.what !== 'waived' && this.what !== 'law';
    const named: { readonly [what in What]: string } = {
      moved: say.moved,
      waived: say.waived_do,
      suspended: say.suspended_do,
      resumed: say.resumed,
      law: say.law_do,
    };
    return html`${rows.length === 0 ? html`<p class="hint">${say.noTerms}</p>` : nothing}
      <ul>
        ${running.map((row) => this.row(row))}
      </ul>
      ${
        over.length
          ? html`<details ?open=${running.length === 0}>
              <summary>${say.over} (${over.length})</summary>
              <ul>
                ${over.map((row) => this.row(row))}
              </ul>
            </details>`
          : nothing
      }
      <patto-dialog heading=${say.changeOf} close-label=${say.cancel}>
        <form id="change" @submit=${this.save}>
          <p><strong>${this.chosen?.title}</strong></p>
          <fieldset>
            <legend>${say.what}</legend>
            ${asks.map(
              (one) =>
                html`<label
                  ><input
                    type="radio"
                    name="what"
                    .value=${one}
                    .checked=${this.what === one}
                    @change=${() => (this.what = one)}
                  />${named[one]}</label
                >`,
            )}
          </fieldset>
          <div ?hidden=${!dated}>
            <label for="date"
              >${this.what === 'suspended' ? say.date_suspended : this.what === 'resumed' ? say.date_resumed : say.date}</label
            >
            <input id="date" name="date" inputmode="numeric" autocomplete="off" ?required=${dated} />
          </div>
          <div>
            <label for="reason">${say.reason}</label>
            <textarea id="reason" name="reason" required maxlength="1000" aria-describedby="why"></textarea>
            <p class="hint" id="why">${say.reasonHint}</p>
          </div>
          ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
        </form>
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="primary"
          @click=${() => this.renderRoot.querySelector<HTMLFormElement>('#change')?.requestSubmit()}
        >
          ${say.save}
        </button>
      </patto-dialog>`;
  }
}
