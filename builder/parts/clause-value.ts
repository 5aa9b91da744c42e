// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Definition } from '../../schemas/types.ts';
import { listOf } from '../api-lists.ts';
import { choicesAt } from '../edit/choices.ts';
import type { Sentence } from '../edit/clauses.ts';
import type { Catalogue } from '../edit/contract.ts';
import { wholeField } from '../edit/fields.ts';
import { type Value, relations } from '../edit/relations.ts';
import { answeredAs } from '../edit/sentence.ts';
import { typeAt } from '../edit/type.ts';
import type { Word } from '../words.ts';
import { Part } from './part.ts';
import { valueText } from './phrase.ts';

/** Longer lists are not offered: an entry is named by its code. */
const MANY = 300;
type Option = readonly [value: string, title: string];

/** Entries of lists by name, asked for once. */
const lists = new Map<string, Promise<readonly Option[]>>();

function entriesOf(name: string): Promise<readonly Option[]> {
  const asked = lists.get(name);
  if (asked) return asked;
  const entries = listOf(name).then((answer) => {
    if (!answer.ok) lists.delete(name);
    return answer.ok ? answer.value.rows.map(({ id, title }) => [id, title] as const) : [];
  });
  lists.set(name, entries);
  return entries;
}

/** What stands behind the relation of a sentence: nothing, a value, two, or some choices. Tells `said` with the sentence. */
@customElement('patto-builder-clause-value')
export class PattoBuilderClauseValue extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) sentence!: Sentence;
  /** id of its first control */
  @property() name = '';
  @property({ type: Boolean }) readonly = false;

  /** entries of the list that the question chooses from */
  @state() private entries: readonly Option[] = [];
  /** the name of that list */
  private list = '';

  override willUpdate(): void {
    const field = wholeField(this.definition, this.sentence.question);
    const from = (field?.['x-choices'] ?? field?.items?.['x-choices'])?.from ?? '';
    const list = from.slice(from.indexOf(':') + 1);
    if (list === this.list) return;
    this.list = list;
    this.entries = [];
    if (list === '') return;
    void entriesOf(list).then((entries) => {
      if (this.list === list && entries.length <= MANY) this.entries = entries;
    });
  }

  /** The options of the question itself, or the entries of its list; a code that the list no longer has stays. */
  private options(): readonly Option[] | undefined {
    const { definition, sentence, entries } = this;
    const own = choicesAt(definition, sentence.question);
    if (own) return own.map((choice) => [choice.const, choice.title] as const);
    if (entries.length === 0) return undefined;
    const now = [sentence.value, ...(sentence.values ?? [])].filter(
      (value) => value !== undefined && value !== '',
    );
    const gone = now.map(String).filter((code) => !entries.some(([value]) => value === code));
    return [...entries, ...gone.map((code) => [code, code] as const)];
  }

  private said(sentence: Sentence): void {
    this.dispatchEvent(new CustomEvent('said', { detail: sentence }));
  }

  /** Of how many entries or characters a sentence speaks; else the value is one of the question's own. */
  private get counted(): boolean {
    const answered = answeredAs(this.definition, this.sentence.question);
    const { needs } = relations[this.sentence.relation]!;
    return needs === 'number' && answered !== 'number';
  }

  /** What is typed → a value, through the question's own type; undefined: it is none. */
  private read(typed: string): Value | undefined {
    const { question } = this.sentence;
    if (this.counted) return /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : undefined;
    // Choices from a list of the district are known by their code.
    if (answeredAs(this.definition, question)?.startsWith('choice')) return typed.trim() || undefined;
    const field = wholeField(this.definition, question);
    const type = this.catalogue.facts.get(typeAt(this.definition, question, this.catalogue));
    const read = field && type ? type.read(typed, field, this.language) : { value: typed };
    return 'problem' in read ? undefined : (read.value as Value | undefined);
  }

  private typed(place: number, text: string): void {
    const { value: _value, values: _values, typed: _typed, ...rest } = this.sentence;
    const { needs } = relations[this.sentence.relation]!;
    if (needs === 'several') return this.codes(text);
    const two = needs === 'two';
    const texts = this.texts().map((each, at) => (at === place ? text : each));
    const read = texts.map((each) => this.read(each));
    if (read.some((each) => each === undefined)) return this.said({ ...rest, typed: texts });
    this.said(two ? { ...rest, values: read as Value[] } : { ...rest, value: read[0]! });
  }

  /** Some codes of a list, with commas between them. */
  private codes(text: string): void {
    const { values: _values, typed: _typed, ...rest } = this.sentence;
    const values = text
      .split(',')
      .map((code) => code.trim())
      .filter(Boolean);
    const done = values.length > 0 && !/,\s*$/.test(text);
    this.said(done ? { ...rest, values } : { ...rest, typed: [text] });
  }

  private texts(): readonly string[] {
    const { sentence } = this;
    if (sentence.typed) return sentence.typed;
    if (relations[sentence.relation]!.needs === 'several') return [(sentence.values ?? []).join(', ')];
    const two = relations[sentence.relation]!.needs === 'two';
    return (two ? [sentence.values?.[0], sentence.values?.[1]] : [sentence.value]).map((value) =>
      valueText(this.definition, { question: sentence.question, value }, this.catalogue, this.language),
    );
  }

  private choice(options: readonly Option[]): TemplateResult {
    const now = this.sentence.value === undefined ? '' : String(this.sentence.value);
    const yesNo = answeredAs(this.definition, this.sentence.question) === 'yes-no';
    return html`<select
      id=${this.name}
      aria-label=${this.say('condition.value')}
      ?disabled=${this.readonly}
      .value=${live(now)}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        const { value: _old, ...rest } = this.sentence;
        this.said(value === '' ? rest : { ...rest, value: yesNo ? value === 'true' : value });
      }}
    >
      <option value="" ?selected=${now === ''}>${this.say('condition.choose-value')}</option>
      ${options.map(([key, title]) => html`<option value=${key} ?selected=${key === now}>${title}</option>`)}
    </select>`;
  }

  private several(options: readonly Option[]): TemplateResult {
    const { sentence } = this;
    const chosen = sentence.values ?? [];
    return html`<div class="several" role="group" aria-label=${this.say('condition.values')}>
      ${options.map(
        ([value, title], place) =>
          html`<label class="tick">
            <input
              id=${place === 0 ? this.name : nothing}
              type="checkbox"
              ?disabled=${this.readonly}
              .checked=${live(chosen.includes(value))}
              @change=${(event: Event) => {
                const others = chosen.filter((each) => each !== value);
                const { checked } = event.target as HTMLInputElement;
                // In the order of the options, whatever the order of the clicks.
                const values = options
                  .map(([each]) => each)
                  .filter((each) => (each === value ? checked : others.includes(each)));
                this.said({ ...sentence, values });
              }}
            />
            <span>${title}</span>
          </label>`,
      )}
    </div>`;
  }

  override render() {
    const { say, definition, sentence } = this;
    const needs = relations[sentence.relation]?.needs ?? false;
    if (needs === false || sentence.question === '') return nothing;
    const choices = this.options();
    if (choices && needs === 'several') return this.several(choices);
    if (choices && needs === 'any') return this.choice(choices);
    if (answeredAs(definition, sentence.question) === 'yes-no' && needs === 'any')
      return this.choice([
        ['true', say('yes')],
        ['false', say('no')],
      ]);
    const texts = this.texts();
    const wrong =
      needs !== 'several' &&
      texts.some((text, at) => text !== '' && sentence.typed && this.read(texts[at]!) === undefined);
    return html`${texts.map(
      (text, place) =>
        html`${place > 0 ? html`<span class="then">${say(`relation-then.${sentence.relation}` as Word)}</span>` : nothing}
          <input
            id=${place === 0 ? this.name : `${this.name}-${place}`}
            aria-label=${say('condition.value')}
            aria-invalid=${wrong ? 'true' : 'false'}
            aria-describedby=${wrong ? `${this.name}-wrong` : nothing}
            ?disabled=${this.readonly}
            autocomplete="off"
            .value=${live(text)}
            @input=${(event: Event) => this.typed(place, (event.target as HTMLInputElement).value)}
            @blur=${() => this.tell('builder-settle', undefined)}
          />`,
    )}${wrong ? html`<p class="wrong" id="${this.name}-wrong" role="alert">${say('condition.wrong-value')}</p>` : nothing}`;
  }
}
