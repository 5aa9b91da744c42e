// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { functionsAbout } from '../../runtime/functions/about.ts';
import type { Condition, Context, Definition, Formula } from '../../schemas/types.ts';
import type { Catalogue, Edited, Handle } from '../edit/contract.ts';
import { type Kind, type Part as Piece, type Wanted, shapes } from '../edit/formula-shapes.ts';
import { type Fault, readFormula, textOf } from '../edit/formula-text.ts';
import {
  type Node,
  answersFor,
  callOf,
  empty,
  fits,
  formulaOf,
  functionsFor,
  gives,
  listsFor,
  nodeOf,
  optionOf,
  rowsIn,
  scoredFor,
  setValue,
  wantedAt,
  wantedBy,
} from '../edit/formula.ts';
import { everyField, wholeField } from '../edit/fields.ts';
import { titleOf } from '../edit/references.ts';
import { levelOf } from '../edit/sentence.ts';
import { sampled } from '../trial/sample.ts';
import { type Word, say as sayIn } from '../words.ts';
import './clauses.ts';
import { formulaWords } from './formula-phrase.ts';
import { icons } from './icons.ts';
import { Part } from './part.ts';

type Call = Extract<Node, { is: 'call' }>;
/** Parts by their number, options by their name. */
type Path = readonly (number | string)[];

const kinds: readonly Kind[] = ['number', 'text', 'date', 'yes-no'];
/** Milliseconds without a change before the result is worked out again. */
const follows = 300;
/** More answers are offered only to who is in the formula: drawing menus of thousands takes long. */
const many = 150;

function put(node: Node, path: Path, next: Node | undefined): Node {
  const [step, ...rest] = path;
  if (step === undefined) return next ?? empty;
  if (node.is !== 'call') return node;
  if (typeof step === 'number') {
    const args = node.args.flatMap((arg, at) => {
      if (at !== step) return [arg];
      return rest.length === 0 && !next ? [] : [put(arg, rest, next)];
    });
    return { ...node, args };
  }
  if (rest.length > 0)
    return { ...node, options: { ...node.options, [step]: put(node.options[step]!, rest, next) } };
  const { [step]: _old, ...others } = node.options;
  return { ...node, options: next ? { ...others, [step]: next } : others };
}

/** How a question's answer is worked out: menus that offer only what fits, the words of it, and what it comes to. */
@customElement('patto-builder-formula')
export class PattoBuilderFormula extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property() handle: Handle = '';
  @property({ type: Boolean }) readonly = false;
  @property({ attribute: false }) context: Context | undefined;
  @state() private node: Node = empty;
  @state() private begun = false;
  @state() private result: string | undefined;
  @state() private typed: string | undefined;
  @state() private fault: Fault | undefined;
  /** has somebody come in, so that menus must be whole? */
  @state() private entered = false;
  private known: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private get level(): string {
    return levelOf(this.definition, this.handle);
  }
  private get formula(): Formula | undefined {
    return wholeField(this.definition, this.handle)?.['x-value'];
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('definition') && !changed.has('handle') && !changed.has('context')) return;
    const text = JSON.stringify(this.formula) ?? '';
    if (text !== this.known) {
      this.known = text;
      this.node = nodeOf(this.definition, this.formula, this.level);
    }
    clearTimeout(this.timer);
    if (this.formula !== undefined) this.timer = setTimeout(() => void this.work(this.definition), follows);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusin', () => {
      this.entered = true;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** What the formula comes to with the sample answers; in rows, in the first of them. */
  private async work(definition: Definition): Promise<void> {
    const found = this.context && (await sampled(definition, this.context));
    if (definition !== this.definition) return;
    const at = found && [...found.settled.computed.keys()].find((key) => key.replace(/\/\d+(?=\/|$)/g, '/*') === this.handle); // prettier-ignore
    const explained = at === undefined ? undefined : found!.settled.computed.get(at);
    this.result = explained?.value === undefined ? '' : explained.because[this.language];
  }

  // ── changes ──

  private asEdit(node: Node, definition = this.definition): Edited {
    this.node = node;
    const formula = formulaOf(definition, node, this.level);
    const unchanged = { definition, step: { code: 'value', params: {} }, select: this.handle };
    if (formula === undefined) return unchanged;
    this.known = JSON.stringify(formula);
    return setValue(definition, this.handle, formula);
  }

  private write(node: Node): void {
    const edited = this.asEdit(node);
    if (edited.definition !== this.definition)
      this.tell('builder-edit', { edited, topic: `formula:${this.handle}` });
  }

  private change(path: Path, next: Node | undefined): void {
    this.write(put(this.node, path, next));
  }

  /** Another thing in the place of a part; what stood there goes into the new one where it fits. */
  private choose(path: Path, before: Node, value: string): void {
    const [is = '', ...rest] = value.split(':');
    const name = rest.join(':');
    if (is === 'answer') return this.change(path, { is, question: name });
    if (is === 'constant') {
      const kind = name as Kind;
      return this.change(path, { is, kind, value: kind === 'number' ? 0 : kind === 'yes-no' ? true : '' });
    }
    if (is !== 'call') return;
    const call = callOf(name) as Call;
    const first = shapes[name]!.args[0];
    const takes = first !== undefined && call.args[0]?.is === 'nothing' && before.is !== 'nothing';
    const kind = gives(this.definition, before);
    const fit = takes && fits(kind, wantedAt(this.definition, call, first, 'any'));
    this.change(path, fit ? { ...call, args: [before, ...call.args.slice(1)] } : call);
  }

  private async begin(): Promise<void> {
    this.begun = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('select')?.focus();
  }

  private end(): void {
    this.begun = false;
    this.node = empty;
    this.tell('builder-edit', { edited: setValue(this.definition, this.handle, undefined) });
  }

  private take(): void {
    const read = readFormula(
      this.definition,
      this.typed ?? '',
      this.level,
      wantedBy(this.definition, this.handle) ?? 'any',
    );
    if ('fault' in read) {
      this.fault = read.fault;
      return;
    }
    this.fault = undefined;
    this.typed = undefined;
    this.tell('builder-edit', { edited: setValue(this.definition, this.handle, read.formula) });
  }

  // ── drawing ──

  private ref(path: Path): string {
    return ['formula', ...path].join('-');
  }

  private select(
    id: string,
    label: string,
    now: string,
    options: readonly (readonly [group: string, list: readonly (readonly [string, string])[]])[],
    change: (value: string) => void,
  ): TemplateResult {
    const some = options.filter(([, list]) => list.length > 0);
    const one = ([value, title]: readonly [string, string]) =>
      html`<option value=${value} ?selected=${value === now}>${title}</option>`;
    return html`<select
      id=${id}
      aria-label=${label}
      ?disabled=${this.readonly}
      .value=${live(now)}
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
    >
      <option value="" disabled ?selected=${now === ''}>${this.say('formula.choose')}</option>
      ${some.map(([group, list]) => (group === '' ? list.map(one) : html`<optgroup label=${group}>${list.map(one)}</optgroup>`))}
    </select>`;
  }

  private titled(list: readonly Handle[], start = ''): readonly (readonly [string, string])[] {
    return list.map((pointer) => {
      const scope = pointer.slice(0, pointer.lastIndexOf('/'));
      const title = titleOf(this.definition, pointer);
      const named =
        scope === '' || scope.endsWith('/*') ? title : `${titleOf(this.definition, scope)}: ${title}`;
      return [`${start}${pointer}`, named] as const;
    });
  }

  /** One value: an answer, a constant, or a call with its own parts. */
  private value(path: Path, node: Node, wanted: Wanted, level: string, label: string): TemplateResult {
    const { say, definition, language } = this;
    const now =
      node.is === 'answer'
        ? `answer:${node.question}`
        : node.is === 'constant'
          ? `constant:${node.kind}`
          : node.is === 'call'
            ? `call:${node.name}`
            : node.is === 'written'
              ? 'written'
              : '';
    const some = this.entered || everyField(definition).length <= many;
    const own = node.is === 'answer' ? [node.question] : [];
    const answers = some ? answersFor(definition, level, wanted, this.handle) : own;
    const calls = functionsFor(wanted).filter((name) => !this.pointless(name, level));
    return html`${this.select(
      this.ref(path),
      label,
      now,
      [
        ['', node.is === 'written' ? [['written', say('formula.written')]] : []],
        [say('formula.answers'), this.titled(answers, 'answer:')],
        [
          say('formula.functions'),
          calls.map((name) => [`call:${name}`, functionsAbout[name]!.words[language]]),
        ],
        [
          say('formula.constants'),
          kinds
            .filter((kind) => fits(kind, wanted))
            .map((kind) => [`constant:${kind}`, say(`formula.constant.${kind}`)]),
        ],
      ],
      (value) => this.choose(path, node, value),
    )}
    ${node.is === 'constant' ? this.constant(path, node) : nothing}
    ${
      node.is === 'written'
        ? html`<span class="as-written"
            >${formulaWords(definition, this.catalogue, language, node.formula, level)}</span
          >`
        : nothing
    }
    ${node.is === 'call' ? this.call(path, node, wanted, level) : nothing}`;
  }

  /** A function that has nothing to work on here. */
  private pointless(name: string, level: string): boolean {
    const parts = shapes[name]!.args;
    if (parts.includes('rows')) return listsFor(this.definition, level).length === 0;
    if (parts.includes('scored')) return scoredFor(this.definition, level).length === 0;
    return name === 'outcome' && this.definition.outcome === undefined;
  }

  private constant(path: Path, node: Extract<Node, { is: 'constant' }>): TemplateResult {
    const { say } = this;
    const id = `${this.ref(path)}-value`;
    const { kind } = node;
    if (kind === 'yes-no')
      return this.select(
        id,
        say('formula.value'),
        String(node.value),
        [['', [['true', say('yes')], ['false', say('no')]]]], // prettier-ignore
        (value) => this.change(path, { ...node, value: value === 'true' }),
      );
    const input = { number: 'number', date: 'date', text: 'text' }[kind];
    return html`<input
      id=${id}
      type=${input}
      step="any"
      aria-label=${say('formula.value')}
      ?readonly=${this.readonly}
      .value=${live(String(node.value))}
      @input=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        if (kind === 'number' && (value === '' || !Number.isFinite(Number(value)))) return;
        this.change(path, { ...node, value: kind === 'number' ? Number(value) : value });
      }}
      @blur=${() => this.tell('builder-settle', undefined)}
    />`;
  }

  private call(path: Path, node: Call, wanted: Wanted, level: string): TemplateResult {
    const { say } = this;
    const shape = shapes[node.name]!;
    const rows = rowsIn(this.definition, node, level);
    const label = (at: number): string =>
      node.name === 'if'
        ? say((['formula.if', 'formula.then', 'formula.else'] as const)[at] ?? 'formula.else')
        : '';
    const least = Math.max(1, shape.args.length);
    const missing = Object.keys(shape.options ?? {}).filter((name) => !(name in node.options));
    return html`<ul class="parts">
      ${node.args.map((arg, at) => {
        const is = shape.args[at] ?? shape.rest!;
        const removable = shape.rest !== undefined && node.args.length > least && !this.readonly;
        return html`<li>
          ${label(at) ? html`<span class="word">${label(at)}</span>` : nothing}
          ${this.piece([...path, at], arg, is, node, wanted, level, label(at) || `${say('formula.part')} ${at + 1}`)}
          ${
            removable
              ? html`<button
                  class="quiet small icon"
                  aria-label=${say('formula.remove-part')}
                  title=${say('formula.remove-part')}
                  @click=${() => this.change([...path, at], undefined)}
                >
                  ${icons.close}
                </button>`
              : nothing
          }
        </li>`;
      })}
      ${Object.entries(node.options).map(([name, option]) => {
        const word = say(`formula.option.${name}` as Word);
        const from = name === 'where' || name === 'of' ? rows : level;
        const optional = shape.options?.[name]?.optional && !this.readonly;
        return html`<li>
          <span class="word">${word}</span>
          ${this.piece([...path, name], option, shape.options![name]!.is, node, wanted, from, word)}
          ${
            optional
              ? html`<button
                  class="quiet small icon"
                  aria-label=${say('formula.option-remove', { option: word })}
                  title=${say('formula.option-remove', { option: word })}
                  @click=${() => this.change([...path, name], undefined)}
                >
                  ${icons.close}
                </button>`
              : nothing
          }
        </li>`;
      })}
      ${
        this.readonly
          ? nothing
          : html`<li class="cluster">
              ${
                shape.rest
                  ? html`<button
                      class="quiet small"
                      @click=${() => {
                        this.node = put(this.node, path, { ...node, args: [...node.args, empty] });
                      }}
                    >
                      ${say('formula.add-part')}
                    </button>`
                  : nothing
              }
              ${missing.map(
                (name) =>
                  html`<button
                    class="quiet small"
                    data-option=${name}
                    @click=${() => {
                      this.node = put(this.node, [...path, name], optionOf(node.name, name));
                    }}
                  >
                    + ${say(`formula.option.${name}` as Word)}
                  </button>`,
              )}
            </li>`
      }
    </ul>`;
  }

  /** A part as its function takes it. */
  private piece(
    path: Path,
    node: Node,
    is: Piece,
    call: Call,
    wanted: Wanted,
    level: string,
    label: string,
  ): TemplateResult {
    const { say, definition } = this;
    if (is === 'condition')
      return html`<div class="condition">
        <patto-builder-clauses
          .definition=${definition}
          .catalogue=${this.catalogue}
          .condition=${node.is === 'condition' ? node.condition : undefined}
          .level=${level}
          .reader=${this.handle}
          .name=${this.ref(path)}
          .readonly=${this.readonly}
          .language=${this.language}
          .change=${(now: Definition, condition: Condition | undefined) =>
            this.asEdit(put(this.node, path, { is, condition }), now)}
        ></patto-builder-clauses>
      </div>`;
    if (is === 'rows' || is === 'scored') {
      const list = is === 'rows' ? listsFor(definition, level) : scoredFor(definition, level);
      const word = say(is === 'rows' ? 'formula.rows' : 'formula.scored');
      const now = node.is === 'pointer' ? node.question : '';
      return this.select(this.ref(path), word, now, [['', this.titled(list)]], (question) =>
        this.change(path, { is: 'pointer', question }),
      );
    }
    if (is === 'list' || is === 'column' || is === 'parameter' || is === 'plain')
      return this.name(path, node, is, label);
    return this.value(path, node, wantedAt(definition, call, is, wanted), level, label);
  }

  private name(path: Path, node: Node, is: Piece, label: string): TemplateResult {
    const { say, context } = this;
    const now = node.is === 'name' ? node.text : '';
    const found = is === 'list' ? context?.lists : is === 'parameter' ? context?.parameters : undefined;
    const names = Object.keys(found ?? {});
    const word = is === 'list' ? say('formula.list') : is === 'parameter' ? say('formula.parameter') : label;
    const id = this.ref(path);
    return html`<input
        id=${id}
        aria-label=${word}
        placeholder=${is === 'plain' ? '' : word}
        list=${names.length > 0 ? `${id}-names` : nothing}
        autocomplete="off"
        ?readonly=${this.readonly}
        .value=${live(now)}
        @input=${(event: Event) => this.change(path, { is: 'name', text: (event.target as HTMLInputElement).value })}
        @blur=${() => this.tell('builder-settle', undefined)}
      />
      ${
        names.length > 0
          ? html`<datalist id="${id}-names">
              ${names.map((name) => html`<option value=${name}></option>`)}
            </datalist>`
          : nothing
      }`;
  }

  private said({ code, params }: Fault): string {
    const kind = (name: string | number | undefined): string => sayIn(this.language, `formula-kind.${name}`);
    const { wanted, given } = params;
    const said = code === 'kind' ? { ...params, wanted: kind(wanted), given: kind(given) } : params;
    return sayIn(this.language, `formula-fault.${code}`, said);
  }

  private asText(): TemplateResult {
    const { say, formula, fault } = this;
    const text = this.typed ?? (formula === undefined ? '' : textOf(formula));
    return html`<details class="formula-text">
      <summary>${say('formula.text')}</summary>
      <p class="hint" id="formula-text-about">${say('formula.text-about')}</p>
      <textarea
        id="formula-text"
        rows="3"
        spellcheck="false"
        aria-label=${say('formula.text')}
        aria-describedby=${fault ? 'formula-text-wrong' : 'formula-text-about'}
        aria-invalid=${fault ? 'true' : 'false'}
        ?readonly=${this.readonly}
        .value=${live(text)}
        @input=${(event: Event) => {
          this.typed = (event.target as HTMLTextAreaElement).value;
          this.fault = undefined;
        }}
      ></textarea>
      ${fault ? html`<p class="wrong" id="formula-text-wrong" role="alert">${this.said(fault)}</p>` : nothing}
      ${
        this.readonly
          ? nothing
          : html`<button class="small" data-take ?disabled=${this.typed === undefined} @click=${this.take}>
              ${say('formula.take')}
            </button>`
      }
    </details>`;
  }

  override render() {
    const { say, definition, handle, formula, node, result, language } = this;
    const wanted = wantedBy(definition, handle);
    if (wanted === undefined && formula === undefined) return nothing;
    if (formula === undefined && !this.begun)
      return this.readonly
        ? nothing
        : html`<button class="quiet small" data-begin-formula @click=${this.begin}>
            ${say('formula.begin')}
          </button>`;
    const unfinished = formulaOf(definition, node, this.level) === undefined;
    return html`<fieldset class="setting condition formula">
      <legend>${say('formula.title')}</legend>
      ${this.value([], node, wanted ?? 'any', this.level, say('formula.title'))}
      ${unfinished ? html`<p class="hint" role="status">${say('formula.unfinished')}</p>` : nothing}
      ${
        formula === undefined
          ? nothing
          : html`<p class="in-words">
                ${say('formula.in-words', { words: formulaWords(definition, this.catalogue, language, formula, this.level) })}
              </p>
              <p class="in-words" role="status" data-result>
                ${
                  result === undefined
                    ? nothing
                    : result === ''
                      ? say('formula.no-result')
                      : say('formula.result', { value: result })
                }
              </p>`
      }
      ${this.asText()}
      ${
        this.readonly
          ? nothing
          : html`<button class="quiet small" data-end-formula @click=${this.end}>
              ${say('formula.end')}
            </button>`
      }
    </fieldset>`;
  }
}
