// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { CheckRule, Condition, Definition } from '../../schemas/types.ts';
import { addCheck, checksOf, mostChecks, removeCheck, setCheck } from '../edit/checks.ts';
import type { Catalogue, Edited, Handle } from '../edit/contract.ts';
import './clauses.ts';
import { Part } from './part.ts';
import { keepOrCancel } from './keep-or-cancel.ts';

/** What answers must satisfy, each with the sentence that is said when they do not, and whether one may go on all the same. */
@customElement('patto-builder-checks')
export class PattoBuilderChecks extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  // a field, '/nucleo/*' for each row, '' for the whole form
  @property() handle: Handle = '';
  /** the rows that ./ means */
  @property() level = '';
  @property({ type: Boolean }) readonly = false;
  /** a check that is being written and does not stand yet */
  @state() private draft: { readonly must?: Condition; readonly message: string } | undefined;

  private edit(edited: Edited, topic?: string): void {
    if (edited.definition === this.definition) return;
    this.tell('builder-edit', topic === undefined ? { edited } : { edited, topic });
  }

  private async begin(): Promise<void> {
    this.draft = { message: '' };
    await this.updateComplete;
    const begin = this.querySelector<HTMLElement>('.draft-check [data-begin]');
    begin?.click();
  }

  private async add(): Promise<void> {
    const { must, message } = this.draft ?? {};
    if (!must || !message?.trim()) return;
    this.edit(addCheck(this.definition, this.handle, { must, message: message.trim() }));
    this.draft = undefined;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-add-check]')?.focus();
  }

  private clauses(
    name: string,
    condition: Condition | undefined,
    change: (now: Definition, next: Condition | undefined) => Edited,
  ): TemplateResult {
    return html`<patto-builder-clauses
      needed
      .definition=${this.definition}
      .catalogue=${this.catalogue}
      .condition=${condition}
      .level=${this.level}
      .name=${name}
      .intro=${this.say('check.must')}
      .readonly=${this.readonly}
      .language=${this.language}
      .change=${change}
    ></patto-builder-clauses>`;
  }

  private message(id: string, text: string, change: (text: string) => void): TemplateResult {
    return html`<label class="label" for=${id}>${this.say('check.message')}</label>
      <textarea
        id=${id}
        rows="2"
        maxlength="500"
        ?readonly=${this.readonly}
        .value=${live(text)}
        @input=${(event: Event) => change((event.target as HTMLTextAreaElement).value)}
        @blur=${() => this.tell('builder-settle', undefined)}
      ></textarea>`;
  }

  private one(rule: CheckRule, place: number): TemplateResult {
    const { say, handle } = this;
    const name = `check-${place}`;
    return html`<li class="check" data-check=${place}>
      ${this.clauses(name, rule.must, (now, must) => setCheck(now, handle, place, { must }))}
      ${this.message(`${name}-message`, rule.message, (message) =>
        this.edit(setCheck(this.definition, handle, place, { message }), `${name}:${handle}`),
      )}
      <div class="cluster">
        <select
          aria-label=${say('check.level')}
          ?disabled=${this.readonly}
          .value=${live(rule.level ?? 'error')}
          @change=${(event: Event) => {
            const level = (event.target as HTMLSelectElement).value === 'warning' ? 'warning' : 'error';
            this.edit(setCheck(this.definition, handle, place, { level }));
          }}
        >
          ${(['error', 'warning'] as const).map(
            (level) =>
              html`<option value=${level} ?selected=${level === (rule.level ?? 'error')}>
                ${say(`check.${level}`)}
              </option>`,
          )}
        </select>
        ${
          this.readonly
            ? nothing
            : html`<button
                class="quiet small"
                data-remove-check
                @click=${() => this.edit(removeCheck(this.definition, handle, place))}
              >
                ${say('check.remove')}
              </button>`
        }
      </div>
    </li>`;
  }

  private drafting(draft: { readonly must?: Condition; readonly message: string }): TemplateResult {
    const { say } = this;
    return html`<div class="check draft-check">
      ${this.clauses('check-draft', draft.must, (definition, must) => {
        this.draft = { message: this.draft?.message ?? '', ...(must && { must }) };
        return { definition: this.definition, step: { code: 'check', params: {} }, select: this.handle };
      })}
      ${this.message('check-draft-message', draft.message, (message) => {
        this.draft = { ...draft, message };
      })}
      ${keepOrCancel(
        say,
        'check',
        say('check.keep'),
        Boolean(draft.must) && draft.message.trim() !== '',
        () => this.add(),
        () => {
          this.draft = undefined;
        },
      )}
    </div>`;
  }

  override render() {
    const { say, draft } = this;
    const list = checksOf(this.definition, this.handle);
    return html`<ul class="checks">
        ${list.map((rule, place) => this.one(rule, place))}
      </ul>
      ${draft ? this.drafting(draft) : nothing}
      ${
        this.readonly || draft || list.length >= mostChecks
          ? nothing
          : html`<button class="small" data-add-check @click=${this.begin}>${say('check.add')}</button>`
      }`;
  }
}
