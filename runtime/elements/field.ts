// SPDX-License-Identifier: BSD-3-Clause
import {
  LitElement,
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { FieldNode } from '../engine/contract.ts';
import { Drawing } from './draw.ts';
import { type FormStore, type WordedProblem, storeOf } from './form-store.ts';
import type { FieldInput, InputContext } from './input.ts';
import { besides, choosing, outgrown } from './offers.ts';
import { formed } from './paragraphs.ts';

/** Id of the control that a label and an error link lead to; stable while rows come and go. */
export const controlId = (store: FormStore, path: string): string => `f${store.key(path)}`;

/** With a full stop, so that another sentence may follow. */
const sentence = (text: string): string => text.replace(/([^.!?…])$/, '$1.');

/** One question at one place, in the form's own tree. Redraws when the store tells of its place, and only then. */
export class PattoField extends LitElement {
  static override properties: PropertyDeclarations = {
    path: { attribute: false },
  };
  declare store: FormStore;
  /** pointer with row numbers */
  declare path: string;
  #end: (() => void) | undefined;
  #drawing: Drawing | undefined;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    this.store = storeOf(this);
    super.connectedCallback();
    this.#watch();
    // It may come back to the page after changes that it was not told of.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#end?.();
    this.#end = undefined;
  }

  #watch() {
    this.#end?.();
    this.#end = this.path ? this.store?.watch(this.path, () => this.requestUpdate()) : undefined;
  }

  /** Focus leaves the control for another place: the form's one listener tells. */
  left(next: EventTarget | null): void {
    const { store, path } = this;
    // What nests is left answer by answer.
    if (store.node(path)?.type.nests || (next instanceof Node && this.contains(next))) return;
    // A button that is being pressed must not move away under the finger: say it after the press.
    // By then the press may have moved the field to another row, or taken it away.
    if (next instanceof HTMLButtonElement) setTimeout(() => this.isConnected && store.leave(this.path), 250);
    else store.leave(path);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('path') && changed.get('path') !== undefined) this.#watch();
    const { store, path } = this;
    // "Altro, specificare" stands beside its choice, wherever the layout has it.
    this.hidden = !store.now.shown.has(path) || (store.beside(path) && !this.closest('.beside'));
  }

  protected override render() {
    const { store, path } = this;
    const node = store.node(path);
    if (!node || this.hidden) return nothing;
    const id = controlId(store, path);
    const seen = [...store.seenProblems(path), ...outgrown(node, path, store)];
    const { sayings } = store;
    const hint = this.#hint(node);
    const example = node.schema['x-placeholder-example'];
    const ids = [
      hint || example ? `${id}-h` : '',
      store.prefilled(path) ? `${id}-p` : '',
      seen.length ? `${id}-e` : '',
    ];
    const shown = example && sayings.say('example', { example });
    const said = hint && shown ? `${sentence(hint)} ${shown}` : (hint ?? shown);
    const parts: Parts = {
      node,
      id,
      seen,
      hint: said,
      describedby: ids.filter(Boolean).join(' '),
    };
    this.toggleAttribute(
      'invalid',
      seen.some((problem) => problem.level === 'error'),
    );
    return node.value !== undefined ? this.#computed(parts) : this.#asked(parts);
  }

  /** The form's hint, and what the type has to say of its own settings. */
  #hint(node: FieldNode): string | undefined {
    const { sayings } = this.store;
    const [hint, told] = [
      sayings.hint(node)?.split(APART)[0],
      sayings.input(node).hint?.(node.schema, sayings),
    ];
    return hint && told ? `${sentence(hint)} ${told}` : (hint ?? told);
  }

  #asked(parts: Parts): TemplateResult {
    const input = this.store.sayings.input(parts.node);
    const context = this.#context(parts);
    return input.group?.(context) ? this.#group(parts, input, context) : this.#control(parts, input, context);
  }

  #control(parts: Parts, input: FieldInput, context: InputContext) {
    return html`<label for=${parts.id} part="label" class=${context.required ? 'required' : nothing}
        >${context.title}</label
      >
      ${this.#below(parts)} ${input.render(context)} ${this.#notAsked(parts)}`;
  }

  #group(parts: Parts, input: FieldInput, context: InputContext) {
    const nests = parts.node.type.nests;
    return html`<fieldset
      class=${nests ?? 'answers'}
      aria-describedby=${parts.describedby || nothing}
      aria-invalid=${nothing}
    >
      <legend part="label">
        <span class=${context.required ? 'required' : nothing}>${context.title}</span>${
          context.required && !nests
            ? html`<span class="hidden-text">, ${this.store.sayings.say('required')}</span>`
            : nothing
        }
      </legend>
      ${this.#below(parts)} ${input.render({ ...context, describedby: '' })} ${this.#notAsked(parts)}
    </fieldset>`;
  }

  /** What follows the first empty line of a hint explains more, to who asks. */
  #help(node: FieldNode) {
    const { sayings } = this.store;
    const more = sayings.hint(node)?.split(APART).slice(1).join('\n\n');
    return more
      ? html`<details class="help">
          <summary>
            ${sayings.say('whyAsked')}<span class="hidden-text">: ${sayings.title(node)}</span>
          </summary>
          ${formed(more)}
        </details>`
      : nothing;
  }

  /** Hint, source of a prefilled value, problems. */
  #below({ id, hint, seen, node }: Parts) {
    const { sayings } = this.store;
    const prefilled = this.store.prefilled(this.path);
    if (!hint && !prefilled && !seen.length) return nothing;
    return html`${hint ? html`<p class="hint" part="hint" id="${id}-h">${hint}</p>` : nothing}${this.#help(node)}${
      this.store.prefilled(this.path)
        ? html`<p class="source" part="source" id="${id}-p">
            ${this.store.source?.(this.path) ?? sayings.say('prefilled')}
          </p>`
        : nothing
    }${
      seen.length
        ? html`<div id="${id}-e">
            ${seen.map(
              (problem) =>
                html`<p class=${problem.level} part=${problem.level}>${sayings.problem(problem, node)}</p>`,
            )}
          </div>`
        : nothing
    }`;
  }

  /** "Non so", "Preferisco non rispondere"…: buttons that take the place of an answer. */
  #notAsked({ node }: Parts) {
    const ways = node.schema['x-not-asked'];
    if (!ways) return nothing;
    const { store, path } = this;
    const declined = store.declined(path);
    return html`<div class="declines">
      ${ways.map(
        (way) =>
          html`<button
            type="button"
            class="decline"
            part="button decline"
            aria-pressed=${declined === way ? 'true' : 'false'}
            ?disabled=${store.locked(path)}
            @click=${() => store.answer(path, declined === way ? undefined : { declined: way })}
          >
            ${store.sayings.say(way)}
          </button>`,
      )}
    </div>`;
  }

  /** A value that the form works out, with its reason. */
  #computed(parts: Parts) {
    const { store, path } = this;
    const { sayings } = store;
    const { node, id } = parts;
    const explained = store.now.computed.get(path);
    const value = store.value(path);
    const because = explained ? sayings.words(explained.because) : '';
    const missing = [...new Set(explained?.missing.map((pointer) => store.titleAt(pointer)))].filter(Boolean);
    return html`<div class="computed">
      <span class="label" part="label" id="${id}-l">${sayings.title(node)}</span>
      ${this.#below(parts)}
      <output id=${id} tabindex="-1" part="output" aria-labelledby="${id}-l ${id}"
        >${
          value === undefined
            ? html`<span class="not-yet">${sayings.say('notYet')}</span>`
            : store.words(node, value, path)
        }</output
      >
      ${
        because || missing.length
          ? html`<details>
              <summary part="summary">
                ${sayings.say('why')}<span class="hidden-text">: ${sayings.title(node)}</span>
              </summary>
              ${because ? html`<p>${because}</p>` : nothing}
              ${
                missing.length && value === undefined
                  ? html`<p>${sayings.say('notYetMissing', { names: missing.join(', ') })}</p>`
                  : nothing
              }
            </details>`
          : nothing
      }
    </div>`;
  }

  /** The question that a choice opens. */
  #beside(node: FieldNode, value: unknown) {
    const key = besides(node.schema)[String(value)];
    if (key === undefined || value === undefined) return nothing;
    const path = this.path.replace(/[^/]+$/, key);
    return html`<div class="beside"><patto-field part="field" .path=${path}></patto-field></div>`;
  }

  #rows() {
    void import('./rows.ts');
    return html`<patto-rows .path=${this.path}></patto-rows>`;
  }

  #inside(node: FieldNode) {
    const { store, path } = this;
    this.#drawing ??= new Drawing(store.inside.get(node.pointer) ?? [], path);
    this.#drawing.move(path);
    return this.#drawing.box;
  }

  #context({ node, id, seen, describedby }: Parts): InputContext {
    const { store, path } = this;
    const { sayings } = store;
    const ref = node.schema['x-ref'];
    return {
      id,
      field: node.schema,
      title: sayings.title(node),
      value: store.value(path),
      text: store.text(path),
      now: () => store.text(path),
      describedby,
      invalid: seen.some((problem) => problem.level === 'error'),
      required: store.now.required.has(path),
      locked: store.locked(path),
      today: store.context.today,
      locale: sayings.locale,
      options: store.options(node, path),
      lists: store.context.lists,
      ...choosing(node, path, store),
      beside: (value) => this.#beside(node, value),
      listTitle: ref ? store.titleAt(ref) : '',
      say: (key, params) => store.says(node, key, params),
      type: (text) => store.type(path, text),
      answer: (value) => store.answer(path, value),
      nested: () => (node.type.nests === 'rows' ? this.#rows() : this.#inside(node)),
    };
  }
}

const APART = /\n\s*\n/;

interface Parts {
  readonly node: FieldNode;
  readonly id: string;
  readonly seen: readonly WordedProblem[];
  readonly hint: string | undefined;
  readonly describedby: string;
}

if (!customElements.get('patto-field')) customElements.define('patto-field', PattoField);
