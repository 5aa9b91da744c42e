// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Condition, Definition, OutcomeRow } from '../../../schemas/types.ts';
import type { Catalogue, Edited } from '../../edit/contract.ts';
import {
  addOutcome,
  moveOutcome,
  mostRows,
  removeOutcome,
  setOtherwise,
  setOutcome,
} from '../../edit/outcome.ts';
import '../../parts/clauses.ts';
import { icons } from '../../parts/icons.ts';
import { Part } from '../../parts/part.ts';
import { keepOrCancel } from '../../parts/keep-or-cancel.ts';

interface Draft {
  readonly when?: Condition;
  readonly gives: string;
  readonly reason: string;
}
const blank: Draft = { gives: '', reason: '' };

/** The outcome table: rows are tried in their order, and what happens otherwise is always written. */
@customElement('patto-builder-outcomes')
export class PattoBuilderOutcomes extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ type: Boolean }) readonly = false;
  @state() private draft: Draft | undefined;

  private edit(edited: Edited, topic?: string): void {
    if (edited.definition === this.definition) return;
    this.tell('builder-edit', topic === undefined ? { edited } : { edited, topic });
  }

  private async move(place: number, by: -1 | 1): Promise<void> {
    this.edit(moveOutcome(this.definition, place, by));
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const to = this.querySelector<HTMLElement>(`[data-outcome="${place + by}"]`);
    const same = to?.querySelector<HTMLButtonElement>(by < 0 ? '[data-up]' : '[data-down]');
    (same?.disabled ? to?.querySelector<HTMLElement>('input') : same)?.focus();
  }

  private text(
    id: string,
    label: string,
    value: string,
    change: (text: string) => void,
    most = 500,
  ): TemplateResult {
    return html`<label class="label" for=${id}>${label}</label>
      <input
        id=${id}
        maxlength=${most}
        autocomplete="off"
        ?readonly=${this.readonly}
        .value=${live(value)}
        @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
        @blur=${() => this.tell('builder-settle', undefined)}
      />`;
  }

  private clauses(
    name: string,
    condition: Condition | undefined,
    change: (now: Definition, next: Condition | undefined) => Edited,
  ): TemplateResult {
    return html`<div class="condition">
      <patto-builder-clauses
        needed
        .definition=${this.definition}
        .catalogue=${this.catalogue}
        .condition=${condition}
        .name=${name}
        .intro=${this.say('outcome.if')}
        .readonly=${this.readonly}
        .language=${this.language}
        .change=${change}
      ></patto-builder-clauses>
    </div>`;
  }

  private row(row: OutcomeRow, place: number, count: number): TemplateResult {
    const { say, definition } = this;
    const id = `outcome-${place}`;
    const number = { number: place + 1 };
    const button = (word: 'up' | 'down', by: -1 | 1, off: boolean) =>
      html`<button
        class="quiet small icon"
        ?data-up=${by < 0}
        ?data-down=${by > 0}
        ?disabled=${off}
        aria-label=${say(`outcome.${word}`, number)}
        title=${say(`outcome.${word}`, number)}
        @click=${() => this.move(place, by)}
      >
        ${icons[word]}
      </button>`;
    return html`<li class="check" data-outcome=${place}>
      <div class="spread">
        <b>${say('outcome.row', number)}</b>
        ${
          this.readonly
            ? nothing
            : html`<span class="cluster">
                ${button('up', -1, place === 0)} ${button('down', 1, place === count - 1)}
                <button
                  class="quiet small"
                  aria-label=${say('outcome.remove-of', number)}
                  data-remove
                  @click=${() => this.edit(removeOutcome(definition, place))}
                >
                  ${say('outcome.remove')}
                </button>
              </span>`
        }
      </div>
      ${this.clauses(id, row.when, (now, when) => setOutcome(now, place, when ? { when } : {}))}
      ${this.text(
        `${id}-gives`,
        say('outcome.gives'),
        String(row.gives),
        (gives) => this.edit(setOutcome(definition, place, { gives }), `${id}-gives`),
        60,
      )}
      ${this.text(`${id}-reason`, say('outcome.reason'), row.reason, (reason) =>
        this.edit(setOutcome(definition, place, { reason }), `${id}-reason`),
      )}
    </li>`;
  }

  private drafting(draft: Draft): TemplateResult {
    const { say } = this;
    const ready = draft.when !== undefined && draft.gives.trim() !== '' && draft.reason.trim() !== '';
    return html`<div class="check">
      ${this.clauses('outcome-draft', draft.when, (_now, when) => {
        const { when: _old, ...rest } = this.draft ?? blank;
        this.draft = { ...rest, ...(when && { when }) };
        const step = { code: 'outcome', params: { number: 0 } };
        return { definition: this.definition, step, select: '' };
      })}
      ${this.text('outcome-draft-gives', say('outcome.gives'), draft.gives, (gives) => {
        this.draft = { ...draft, gives };
      })}
      ${this.text('outcome-draft-reason', say('outcome.reason'), draft.reason, (reason) => {
        this.draft = { ...draft, reason };
      })}
      ${keepOrCancel(
        say,
        'outcome',
        say('outcome.keep'),
        ready,
        () => this.add(),
        () => {
          this.draft = undefined;
        },
      )}
    </div>`;
  }

  private add(): void {
    const { when, gives, reason } = this.draft ?? blank;
    if (!when) return;
    this.edit(addOutcome(this.definition, when, gives.trim(), reason.trim()));
    this.draft = undefined;
  }

  private async begin(): Promise<void> {
    this.draft = blank;
    await this.updateComplete;
    const begin = [...this.querySelectorAll<HTMLElement>('[data-begin]')].at(-1);
    begin?.click();
  }

  override render() {
    const { say, definition, draft } = this;
    const rows = definition.outcome?.rows ?? [];
    return html`<p class="hint">${say('outcome.about')}</p>
      ${rows.length === 0 && this.readonly ? html`<p class="nothing">${say('outcome.none')}</p>` : nothing}
      <ol class="checks">
        ${rows.map((row, place) => this.row(row, place, rows.length))}
      </ol>
      ${draft ? this.drafting(draft) : nothing}
      ${
        this.readonly || draft || rows.length >= mostRows
          ? nothing
          : html`<button class="small" data-add-outcome @click=${this.begin}>${say('outcome.add')}</button>`
      }
      ${
        rows.length > 0
          ? html`<div class="check">
              ${this.text(
                'outcome-otherwise',
                say('outcome.otherwise'),
                definition.outcome?.otherwise ?? '',
                (text) => this.edit(setOtherwise(definition, text), 'outcome-otherwise'),
              )}
            </div>`
          : nothing
      }`;
  }
}
