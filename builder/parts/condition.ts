// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Definition } from '../../schemas/types.ts';
import { choicesAt } from '../edit/choices.ts';
import type { Catalogue, Handle } from '../edit/contract.ts';
import { wholeField } from '../edit/fields.ts';
import { titleOf } from '../edit/references.ts';
import {
  type Sentence,
  type Sentences,
  answeredAs,
  asSentences,
  complete,
  levelOf,
  readable,
  relations,
  relationsFor,
  setCondition,
  setShow,
  showOf,
} from '../edit/sentence.ts';
import { typeAt } from '../edit/type.ts';
import type { Word } from '../words.ts';
import { icons } from './icons.ts';
import { Part } from './part.ts';
import { valueText } from './phrase.ts';

/** A sentence being written: what is typed may not be a value yet. */
interface Writing extends Sentence {
  readonly typed?: string;
  readonly wrong?: boolean;
}

/** "Mostra se [domanda] [è / non è / è almeno…] [valore]; altrimenti non si vede." */
@customElement('patto-builder-condition')
export class PattoBuilderCondition extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property() handle: Handle = '';
  @property({ type: Boolean }) readonly = false;
  /** sentences as they are being written; undefined: the condition says more than sentences can */
  @state() private writing:
    | { readonly join: Sentences['join']; readonly list: readonly Writing[] }
    | undefined;
  private known: string | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    // An own change comes back as a new definition; until then the old one says nothing new.
    if (!changed.has('definition') && !changed.has('handle')) return;
    const condition = showOf(this.definition, this.handle);
    const text = JSON.stringify(condition) ?? '';
    if (text === this.known) return;
    this.known = text;
    this.writing = asSentences(condition, levelOf(this.definition, this.handle));
  }

  private write(list: readonly Writing[], join = this.writing?.join ?? 'all'): void {
    this.writing = { join, list };
    const edited = setCondition(this.definition, this.handle, {
      join,
      list: list.filter((one) => !one.wrong),
    });
    this.known = JSON.stringify(showOf(edited.definition, this.handle)) ?? '';
    if (edited.definition !== this.definition)
      this.tell('builder-edit', { edited, topic: `condition:${this.handle}` });
  }

  private change(index: number, change: Partial<Writing>): void {
    const list = this.writing?.list ?? [];
    this.write(list.map((one, at) => (at === index ? { ...one, ...change } : one)));
  }

  private async begin(): Promise<void> {
    this.write([...(this.writing?.list ?? []), { question: '', relation: 'is' }]);
    await this.updateComplete;
    const last = [...this.querySelectorAll('.sentence')].at(-1);
    last?.querySelector<HTMLElement>('[id^="condition-question"]')?.focus();
  }

  private async end(): Promise<void> {
    this.tell('builder-edit', { edited: setShow(this.definition, this.handle, undefined) });
    this.writing = { join: 'all', list: [] };
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-begin]')?.focus();
  }

  private question(index: number, question: Handle): void {
    const answered = answeredAs(this.definition, question);
    const relation = (answered && relationsFor(answered)[0]) ?? 'answered';
    const list = this.writing?.list ?? [];
    this.write(list.map((one, at) => (at === index ? { question, relation } : one)));
  }

  /** What is typed → a value, through the question's own type. */
  private typed(index: number, { question, relation }: Writing, typed: string): void {
    const field = wholeField(this.definition, question);
    const type = this.catalogue.facts.get(typeAt(this.definition, question, this.catalogue));
    if (relations[relation]?.suits.includes('rows')) {
      const number = Number(typed);
      return this.change(index, {
        typed,
        value: number,
        wrong: typed.trim() === '' || !Number.isInteger(number),
      });
    }
    const read = field && type ? type.read(typed, field, this.language) : { value: typed };
    if ('problem' in read || read.value === undefined) return this.change(index, { typed, wrong: true });
    this.change(index, { typed, value: read.value as string | number | boolean, wrong: false });
  }

  private picker(
    id: string,
    label: Word,
    value: string,
    options: readonly (readonly [value: string, title: string])[],
    choose: Word | undefined,
    change: (value: string) => void,
  ): TemplateResult {
    return html`<select
      id=${id}
      aria-label=${this.say(label)}
      ?disabled=${this.readonly}
      .value=${live(value)}
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
    >
      ${choose ? html`<option value="" ?selected=${value === ''}>${this.say(choose)}</option>` : nothing}
      ${options.map(([key, title]) => html`<option value=${key} ?selected=${key === value}>${title}</option>`)}
    </select>`;
  }

  private value(one: Writing, index: number): TemplateResult | typeof nothing {
    const { say, definition } = this;
    if (one.question === '' || relations[one.relation]?.needs === false) return nothing;
    const id = `condition-value-${index}`;
    const choices = choicesAt(definition, one.question)?.map(
      (choice) => [choice.const, choice.title] as const,
    );
    if (choices && relations[one.relation]?.needs !== 'number')
      return this.picker(
        id,
        'condition.value',
        String(one.value ?? ''),
        choices,
        'condition.choose-value',
        (value) => this.change(index, { value }),
      );
    if (answeredAs(definition, one.question) === 'yes-no') {
      const answers = [['true', say('yes')] as const, ['false', say('no')] as const];
      const now = one.value === undefined ? '' : String(one.value);
      return this.picker(id, 'condition.value', now, answers, 'condition.choose-value', (value) =>
        this.change(index, value === '' ? { wrong: true } : { value: value === 'true', wrong: false }),
      );
    }
    return html`<input
        id=${id}
        aria-label=${say('condition.value')}
        aria-invalid=${one.wrong && one.typed ? 'true' : 'false'}
        ?disabled=${this.readonly}
        autocomplete="off"
        .value=${live(one.typed ?? valueText(definition, one, this.catalogue, this.language))}
        @input=${(event: Event) => this.typed(index, one, (event.target as HTMLInputElement).value)}
        @blur=${() => this.tell('builder-settle', undefined)}
      />
      ${one.wrong && one.typed ? html`<p class="wrong" role="alert">${say('condition.wrong-value')}</p>` : nothing}`;
  }

  private sentence(one: Writing, index: number): TemplateResult {
    const { say, definition } = this;
    const readables = readable(definition, this.handle).map(
      (pointer) => [pointer, titleOf(definition, pointer)] as const,
    );
    const answered = one.question === '' ? undefined : answeredAs(definition, one.question);
    const names = answered ? relationsFor(answered) : [];
    const join = this.writing?.join ?? 'all';
    const joins = [['all', say('condition.all')] as const, ['any', say('condition.any')] as const];
    return html`<div class="sentence">
      ${
        index === 0
          ? html`<span class="word">${say('condition.show-if')}</span>`
          : index === 1
            ? this.picker('condition-join', 'condition.join', join, joins, undefined, (value) =>
                this.write(this.writing?.list ?? [], value === 'any' ? 'any' : 'all'),
              )
            : html`<span class="word">${say(`condition.${join}`)}</span>`
      }
      ${this.picker(
        `condition-question-${index}`,
        'condition.question',
        one.question,
        readables,
        'condition.choose',
        (question) => this.question(index, question),
      )}
      ${
        names.length > 0
          ? this.picker(
              `condition-relation-${index}`,
              'condition.relation',
              one.relation,
              names.map((name) => [name, say(`relation.${name}` as Word)] as const),
              undefined,
              (relation) => this.change(index, { relation }),
            )
          : nothing
      }
      ${this.value(one, index)}
      ${
        this.readonly || (this.writing?.list.length ?? 0) < 2
          ? nothing
          : html`<button
              class="quiet small"
              aria-label=${say('condition.remove-one')}
              title=${say('condition.remove-one')}
              @click=${() => this.write((this.writing?.list ?? []).filter((_, at) => at !== index))}
            >
              ${icons.close}
            </button>`
      }
    </div>`;
  }

  override render() {
    const { say, writing } = this;
    const list = writing?.list ?? [];
    const some = list.length > 0;
    const none = readable(this.definition, this.handle).length === 0;
    const unfinished = list.some((one) => one.wrong || !complete(one));
    return html`<fieldset class="setting condition">
      <legend>${say('condition.title')}</legend>
      ${
        writing === undefined
          ? html`<p class="notice">${say('condition.complex')}</p>`
          : some
            ? html`${list.map((one, index) => this.sentence(one, index))}
                <p class="otherwise">${say('condition.otherwise')}</p>
                ${unfinished ? html`<p class="hint" role="status">${say('condition.unfinished')}</p>` : nothing}`
            : html`<p class="hint">
                ${say('condition.always')}${none ? html` ${say('condition.none-to-read')}` : nothing}
              </p>`
      }
      ${
        this.readonly
          ? nothing
          : html`<div class="cluster">
              ${
                none || writing === undefined
                  ? nothing
                  : html`<button class="small" data-begin @click=${this.begin}>
                      ${say(some ? 'condition.more' : 'condition.add')}
                    </button>`
              }
              ${
                some || writing === undefined
                  ? html`<button class="quiet small" data-end @click=${this.end}>
                      ${say('condition.remove')}
                    </button>`
                  : nothing
              }
            </div>`
      }
    </fieldset>`;
  }
}
