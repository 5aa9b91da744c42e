// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Condition, Definition } from '../../schemas/types.ts';
import { type Path, added, blank, clauseAt, deepest, withClause, withGroup } from '../edit/clause-tree.ts';
import {
  type Clause,
  type Group,
  type OverRows,
  type Quantity,
  type Sentence,
  conditionOf,
  finished,
  groupOf,
  nothing as noClause,
} from '../edit/clauses.ts';
import type { Catalogue, Edited, Handle } from '../edit/contract.ts';
import { addCount } from '../edit/count.ts';
import { addNamed, ofARow, usable } from '../edit/named.ts';
import { everyField } from '../edit/fields.ts';
import { titleOf } from '../edit/references.ts';
import { type Said, relations, relationsFor } from '../edit/relations.ts';
import { answeredAs, readsAnything } from '../edit/sentence.ts';
import './clauses/naming.ts';
import { overRows } from './clauses/over-rows.ts';
import { questionPicker, sentence } from './clauses/sentence.ts';
import type { Writing } from './clauses/writing.ts';
import { icons } from './icons.ts';
import { type Option, menu } from './menu.ts';
import { offeredQuestions } from './offered.ts';
import { Part } from './part.ts';
import { phrases } from './phrase.ts';

/** More questions are offered only to who is in the condition: drawing menus of thousands takes long. */
const many = 150;
const joins = ['all', 'any', 'none', 'not-all'] as const;

/** The value stays where the new relation needs one of the same kind. */
function kept(clause: Clause | undefined, relation: string): Said {
  if (!clause || !('question' in clause)) return {};
  if (relations[clause.relation]?.needs !== relations[relation]?.needs) return {};
  const { value, values } = clause;
  return { ...(value !== undefined && { value }), ...(values && { values }) };
}

/** A condition written as sentences: groups of all, any or none, rows of a list, conditions with a name. */
@customElement('patto-builder-clauses')
export class PattoBuilderClauses extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) condition: Condition | undefined;
  /** the rows that ./ means; '' at the root */
  @property() level = '';
  // whose condition it is: neither it nor what is inside it is offered
  @property() reader: Handle = '';
  /** begins the ids of its controls */
  @property() name = 'condition';
  /** the named condition that is being written, if it is one */
  @property({ attribute: false }) inside: string | undefined;
  @property({ type: Boolean }) readonly = false;
  /** a condition must be there: it is changed, never taken away */
  @property({ type: Boolean }) needed = false;
  /** the questions are of another form: nothing is named there, or counted by a new question */
  @property({ type: Boolean }) foreign = false;
  /** on the button where there is no condition yet */
  @property() begins = '';
  /** before the first sentence */
  @property() intro = '';
  /** what happens when it does not hold */
  @property() otherwise = '';
  /** the edit that a condition asks for; undefined takes it away */
  @property({ attribute: false }) change!: (
    definition: Definition,
    condition: Condition | undefined,
  ) => Edited;
  @state() private writing: Group = noClause;
  /** how many rows at least, by the place of the clause */
  @state() private least: { readonly [path: string]: number } = {};
  /** has somebody come in, so that menus must be whole? */
  @state() private entered = false;
  private known: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusin', () => {
      this.entered = true;
    });
  }

  override willUpdate(changed: Map<string, unknown>): void {
    // An own change comes back as a new definition; until then the old one says nothing new.
    if (!changed.has('definition') && !changed.has('condition') && !changed.has('reader')) return;
    const text = JSON.stringify(this.condition) ?? '';
    if (text === this.known && !changed.has('reader')) return;
    this.known = text;
    this.writing = groupOf(this.definition, this.condition, this.level);
  }

  // ── changes ──

  private write(group: Group, definition = this.definition): void {
    this.writing = group;
    const condition = conditionOf(definition, group, this.level);
    if (!condition && this.needed) return;
    const edited = this.change(definition, condition);
    this.known = JSON.stringify(condition) ?? '';
    if (edited.definition !== this.definition)
      this.tell('builder-edit', { edited, topic: `${this.name}:${this.reader}` });
  }

  private put(path: Path, clause: Clause | undefined): void {
    this.write(withClause(this.writing, path, clause));
  }

  /** The control to be in after a clause was added or taken away. */
  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  private ref(part: string, path: Path): string {
    return path.length > 0 ? `${this.name}-${part}-${path.join('-')}` : `${this.name}-${part}`;
  }

  private async begin(path: Path, clause: Clause, list: readonly Clause[]): Promise<void> {
    this.writing = added(this.writing, path, clause);
    const at = [...path, list.length, ...('join' in clause ? [0] : [])];
    await this.focusOn(`#${this.ref('question', at)}`);
  }

  private async takeAway(path: Path): Promise<void> {
    this.put(path, undefined);
    const last = path.at(-1)!;
    const before = [...path.slice(0, -1), Math.max(0, last - 1)];
    const first = this.ref('question', before);
    await this.updateComplete;
    const next =
      this.querySelector<HTMLElement>(`#${first}`) ?? this.querySelector<HTMLElement>('[data-begin]');
    next?.focus();
  }

  private async end(): Promise<void> {
    this.write(noClause);
    await this.focusOn('[data-begin]');
  }

  /** Another question, list or named condition at a place. */
  private choose(path: Path, value: string): void {
    if (value.startsWith('named:')) return this.put(path, { named: value.slice('named:'.length) });
    const answered = answeredAs(this.definition, value);
    const relation = (answered && relationsFor(answered)[0]) ?? 'answered';
    this.put(path, { question: value, relation });
  }

  private relate(path: Path, question: Handle, relation: string): void {
    if (!relation.startsWith('quantity.'))
      return this.put(path, { ...kept(clauseAt(this.writing, path), relation), question, relation });
    const quantity = relation.slice('quantity.'.length);
    const counting = quantity === 'count';
    this.least = { ...this.least, [path.join('-')]: counting ? 2 : 1 };
    this.put(path, { rows: question, quantity: counting ? 'some' : (quantity as Quantity), list: [blank] });
  }

  private nameIt(name: string): void {
    const condition = conditionOf(this.definition, this.writing, this.level);
    if (!condition) return;
    const made = addNamed(this.definition, name, condition);
    if ('refused' in made) return this.tell('builder-edit', { edited: made });
    const edited = this.change(made.definition, { named: made.name } as Condition);
    this.tell('builder-edit', { edited: { ...edited, step: made.step } });
  }

  private count(path: Path, clause: OverRows): void {
    const { definition } = this;
    const whole = phrases(definition, this.catalogue, this.language).clause({
      join: 'all',
      list: clause.list,
    });
    const title = this.say('count.title', { list: titleOf(definition, clause.rows), condition: whole });
    const made = addCount(definition, clause, this.least[path.join('-')] ?? 2, title.replace(/[«»“”]/g, ''));
    this.write(withClause(this.writing, path, made.sentence), made.definition);
  }

  /** A sentence about the rows of a list, at a place of the clause around it. */
  private inRow(path: Path, sentence: Sentence | undefined): void {
    const outer = path.slice(0, -1);
    const at = path.at(-1)!;
    this.write(
      withGroup(this.writing, outer.slice(0, -1), (group) => ({
        ...group,
        list: group.list.map((clause, place) => {
          if (place !== outer.at(-1) || !('rows' in clause)) return clause;
          const list = clause.list.flatMap((each, index) =>
            index === at ? (sentence ? [sentence] : []) : [each],
          );
          return { ...clause, list };
        }),
      })),
    );
  }

  // ── drawing ──

  private asked(): Writing {
    const { definition, catalogue, level, readonly, foreign, language, say } = this;
    return {
      definition,
      catalogue,
      level,
      readonly,
      foreign,
      language,
      say,
      questions: this.questions(),
      ref: (part, path) => this.ref(part, path),
      put: (path, clause) => this.put(path, clause),
      begin: (path, clause) => {
        this.writing = withClause(this.writing, path, clause);
      },
      change: (path, change) => this.write(withGroup(this.writing, path, change)),
      choose: (path, value) => this.choose(path, value),
      relate: (path, question, relation) => this.relate(path, question, relation),
      inRow: (path, sentence) => this.inRow(path, sentence),
      least: (path) => this.least[path.join('-')] ?? 1,
      atLeast: (path, rows) => {
        this.least = { ...this.least, [path.join('-')]: rows };
      },
      count: (path, clause) => this.count(path, clause),
    };
  }

  /** Is there anything to read? */
  private anything(): boolean {
    const { definition, level, reader } = this;
    return usable(definition, this.inside).length > 0 || readsAnything(definition, level, reader);
  }

  private questions(): readonly Option[] {
    const { definition, level, reader, say } = this;
    if (!this.entered && everyField(definition).length > many) return [];
    const names = ofARow(this.condition ?? {}) && level !== '' ? [] : usable(definition, this.inside);
    return offeredQuestions(definition, level, reader, names, say);
  }

  private removing(path: Path): TemplateResult | typeof nothing {
    const alone = this.needed && path.length === 1 && this.writing.list.length < 2;
    if (this.readonly || alone) return nothing;
    const label = this.say('condition.remove-one');
    return html`<button
      class="quiet small icon"
      aria-label=${label}
      title=${label}
      @click=${() => this.takeAway(path)}
    >
      ${icons.close}
    </button>`;
  }

  private clause(asked: Writing, path: Path, clause: Clause): TemplateResult {
    if ('join' in clause)
      return html`<div class="nested" role="group" aria-label=${this.say('condition.group')}>
        ${this.group(asked, path, clause)}
      </div>`;
    if ('written' in clause)
      return html`<span class="as-written"
          >${phrases(this.definition, this.catalogue, this.language, this.level).clause(clause)}</span
        >
        <p class="hint">${this.say('as-written.note')}</p>`;
    if ('named' in clause) return questionPicker(asked, path, `named:${clause.named}`);
    return 'rows' in clause ? overRows(asked, path, clause) : sentence(asked, path, clause);
  }

  private group(asked: Writing, path: Path, { join, list }: Group): TemplateResult {
    const { say } = this;
    const root = path.length === 0;
    const options = joins.map((name) => [name, say(`join.${name}`)] as const);
    const several = list.length > 1 || join !== 'all';
    const between = join === 'any' || join === 'none' ? 'any' : 'all';
    return html`<div class="head">
        ${root && this.intro ? html`<span class="word">${this.intro}</span>` : nothing}
        ${
          several
            ? menu({
                id: this.ref('join', path),
                label: say('condition.join'),
                value: join,
                options,
                first: undefined,
                readonly: this.readonly,
                change: (value) => {
                  const next = joins.find((each) => each === value) ?? 'all';
                  asked.change(path, (group) => ({ ...group, join: next }));
                },
              })
            : nothing
        }
      </div>
      <ul class="clauses">
        ${list.map((clause, index) => {
          const at = [...path, index];
          return html`<li class="sentence ${list.length > 1 ? 'removable' : ''}">
            ${index > 0 ? html`<span class="word">${say(`condition.${between}`)}</span>` : nothing}
            ${this.clause(asked, at, clause)}
            ${list.length < 2 && root && !('written' in clause) ? nothing : this.removing(at)}
          </li>`;
        })}
      </ul>
      ${root && this.otherwise ? html`<p class="otherwise">${this.otherwise}</p>` : nothing}
      ${this.readonly ? nothing : this.more(path, list)}`;
  }

  private more(path: Path, list: readonly Clause[]): TemplateResult {
    const { say } = this;
    const group: Group = { join: 'any', list: [blank] };
    return html`<div class="cluster">
      <button class="small" data-begin @click=${() => this.begin(path, blank, list)}>
        ${say(path.length > 0 ? 'condition.more-here' : 'condition.more')}
      </button>
      ${
        path.length < deepest
          ? html`<button class="quiet small" data-group @click=${() => this.begin(path, group, list)}>
              ${say('condition.add-group')}
            </button>`
          : nothing
      }
      ${path.length > 0 ? nothing : this.rest()}
    </div>`;
  }

  private rest(): TemplateResult | typeof nothing {
    const { say, definition, writing, level } = this;
    const condition = conditionOf(definition, writing, level);
    const nameable =
      !this.foreign &&
      condition &&
      finished(definition, writing) &&
      !('named' in condition) &&
      !ofARow(condition) &&
      !this.inside;
    return html`${
      nameable
        ? html`<patto-builder-naming
            .name=${this.name}
            .language=${this.language}
            @said-name=${(event: CustomEvent<string>) => this.nameIt(event.detail)}
          ></patto-builder-naming>`
        : nothing
    }
    ${
      this.needed
        ? nothing
        : html`<button class="quiet small" data-end @click=${this.end}>${say('condition.remove')}</button>`
    }`;
  }

  override render() {
    const { say, writing, readonly } = this;
    if (writing.list.length === 0) {
      if (readonly) return nothing;
      if (!this.anything()) return html`<p class="hint">${say('condition.none-to-read')}</p>`;
      return html`<div class="cluster">
        <button class="small" data-begin @click=${() => this.begin([], blank, [])}>
          ${this.begins || say('condition.add')}
        </button>
      </div>`;
    }
    const unfinished = !finished(this.definition, writing);
    return html`${this.group(this.asked(), [], writing)}
    ${unfinished ? html`<p class="hint" role="status">${say('condition.unfinished')}</p>` : nothing}`;
  }
}
