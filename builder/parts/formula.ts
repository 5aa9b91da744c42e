// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Context, Definition, Formula } from '../../schemas/types.ts';
import type { Catalogue, Edited, Handle } from '../edit/contract.ts';
import { wholeField } from '../edit/fields.ts';
import { type Kind, shapes } from '../edit/formula-shapes.ts';
import { type Call, type Path, put } from '../edit/formula-tree.ts';
import { type Node, callOf, empty, fits, formulaOf, gives, nodeOf, setValue, wantedAt, wantedBy } from '../edit/formula.ts'; // prettier-ignore
import { levelOf } from '../edit/sentence.ts';
import { sampled } from '../trial/sample.ts';
import { formulaWords } from './formula-phrase.ts';
import './formula/text.ts';
import { type Making, valueOf } from './formula/value.ts';
import { Part } from './part.ts';

/** Milliseconds without a change before the result is worked out again. */
const follows = 300;
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

  // ── drawing ──

  private making(): Making {
    const { definition, catalogue, handle, context, readonly, language, say, entered } = this;
    return {
      definition,
      catalogue,
      handle,
      context,
      readonly,
      language,
      say,
      entered,
      change: (path, next) => this.change(path, next),
      begin: (path, next) => {
        this.node = put(this.node, path, next);
      },
      choose: (path, before, value) => this.choose(path, before, value),
      condition: (path, condition, now) =>
        this.asEdit(put(this.node, path, { is: 'condition', condition }), now),
      left: () => this.tell('builder-settle', undefined),
    };
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
      ${valueOf(this.making(), [], node, wanted ?? 'any', this.level, say('formula.title'))}
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
      <patto-builder-formula-text
        .definition=${definition}
        .handle=${handle}
        .formula=${formula}
        .readonly=${this.readonly}
        .language=${language}
      ></patto-builder-formula-text>
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
