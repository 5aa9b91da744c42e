// SPDX-License-Identifier: BSD-3-Clause
// What stands at one place of a form: label, hint, source, problems around the input of the field's type.
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldNode } from '../engine/contract.ts';
import { type FormStore, isDeclined } from './form-store.ts';
import type { PattoField } from './field.ts';
import type { FieldInput, InputContext } from './input.ts';
import { besides } from './offers.ts';
import { formed } from './paragraphs.ts';

/** Id of the control that a label and an error link lead to; stable while rows come and go. */
export const controlId = (store: FormStore, path: string): string => `f${store.key(path)}`;

/** A problem in words, and its level. */
export interface Said {
  readonly level: string;
  readonly said: string;
}

/** One question as it is to be drawn now. */
export interface Question {
  readonly store: FormStore;
  /** pointer with row numbers */
  readonly path: string;
  readonly node: FieldNode;
  readonly input: FieldInput;
  /** its answer as it is kept */
  readonly raw: unknown;
  /** of its control */
  readonly id: string;
  readonly title: string;
  readonly hint: string | undefined;
  /** what follows the first empty line of a hint: it explains more, to who asks */
  readonly help: string;
  readonly prefilled: boolean;
  /** that may be seen now, in words */
  readonly problems: readonly Said[];
  /** what stands in a text input */
  readonly text: string;
  /** what stands inside a type that nests */
  nested(): unknown;
  /** the question that a choice opens */
  beside(value: unknown): unknown;
}

const APART = /\n\s*\n/;
const NONE: readonly never[] = [];

/** With a full stop, so that another sentence may follow. */
const dotted = (text: string): string => text.replace(/([^.!?…])$/, '$1.');
const joined = (one: string | undefined, other: string | undefined): string | undefined =>
  one && other ? `${dotted(one)} ${other}` : one || other;

/** The question that a choice opens, at a place. */
function besideAt(path: string, { schema }: FieldNode, value: unknown): unknown {
  const key = value === undefined ? undefined : besides(schema)[String(value)];
  if (key === undefined) return nothing;
  const place = path.replace(/[^/]+$/, key);
  return html`<div class="beside"><patto-field part="field" .path=${place}></patto-field></div>`;
}

/** What there is to draw at a place, in an element. */
export function questionAt(
  store: FormStore,
  path: string,
  node: FieldNode,
  field: () => PattoField,
): Question {
  const { sayings } = store;
  const input = sayings.input(node);
  const raw = store.raw(path);
  const said = sayings.hint(node);
  const [hint, ...help] = said === undefined ? NONE : said.split(APART);
  // the form's hint, and what the type has to say of its own settings
  const told = joined(hint, input.hint?.(node.schema, sayings));
  const example = node.schema['x-placeholder-example'];
  const shown = example && sayings.say('example', { example });
  return {
    store,
    path,
    node,
    input,
    raw,
    id: controlId(store, path),
    title: sayings.title(node),
    hint: joined(told, shown),
    help: help.join('\n\n'),
    prefilled: store.prefilled(path),
    problems: store.problems?.said(path, node) ?? NONE,
    text: store.textOf(path, node, raw),
    nested: () => store.parts.nested?.nested(field(), node),
    beside: (value) => besideAt(path, node, value),
  };
}

export const isWrong = ({ problems }: Question): boolean => problems.some(({ level }) => level === 'error');

export function draw(question: Question): TemplateResult {
  if (question.node.value !== undefined)
    return question.store.parts.computed?.draw(question, below(question)) ?? html``;
  const { input } = question;
  const context = contextOf(question);
  return input.group?.(context) ? group(question, input, context) : control(question, input, context);
}

const control = (question: Question, input: FieldInput, context: InputContext) =>
  html`<label for=${question.id} part="label" class=${context.required ? 'required' : nothing}
      >${question.title}</label
    >
    ${below(question)} ${input.render(context)} ${notAsked(question)}`;

function group(question: Question, input: FieldInput, context: InputContext) {
  const { nests } = question.node.type;
  return html`<fieldset
    class=${nests ?? 'answers'}
    aria-describedby=${context.describedby || nothing}
    aria-invalid=${nothing}
  >
    <legend part="label">
      <span class=${context.required ? 'required' : nothing}>${question.title}</span>${
        context.required && !nests
          ? html`<span class="hidden-text">, ${question.store.sayings.say('required')}</span>`
          : nothing
      }
    </legend>
    ${below(question)} ${input.render({ ...context, describedby: '' })} ${notAsked(question)}
  </fieldset>`;
}

/** Hint, source of a prefilled value, problems. */
function below(question: Question) {
  const { id, hint, prefilled, problems, store } = question;
  if (!hint && !prefilled && !problems.length) return nothing;
  return html`${hint ? html`<p class="hint" part="hint" id="${id}-h">${hint}</p>` : nothing}${more(question)}${
    prefilled
      ? html`<p class="source" part="source" id="${id}-p">
          ${store.source?.(question.path) ?? store.sayings.say('prefilled')}
        </p>`
      : nothing
  }${
    problems.length
      ? html`<div id="${id}-e">
          ${problems.map(({ level, said }) => html`<p class=${level} part=${level}>${said}</p>`)}
        </div>`
      : nothing
  }`;
}

const more = ({ help, store, title }: Question) =>
  help
    ? html`<details class="help">
        <summary>${store.sayings.say('whyAsked')}<span class="hidden-text">: ${title}</span></summary>
        ${formed(help)}
      </details>`
    : nothing;

/** "Non so", "Preferisco non rispondere"…: buttons that take the place of an answer. */
function notAsked({ node, store, path }: Question) {
  const ways = node.schema['x-not-asked'];
  if (!ways) return nothing;
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

function contextOf(question: Question): InputContext {
  const { store, path, node, raw, id, title, hint, prefilled, problems, text, nested, beside } = question;
  const { sayings } = store;
  const ref = node.schema['x-ref'];
  const ids = [hint ? `${id}-h` : '', prefilled ? `${id}-p` : '', problems.length ? `${id}-e` : ''];
  return {
    id,
    field: node.schema,
    title,
    value: isDeclined(raw) ? undefined : raw,
    text,
    now: () => store.text(path),
    describedby: ids.filter(Boolean).join(' '),
    invalid: isWrong(question),
    required: store.now.required.has(path),
    locked: store.locked(path),
    today: store.context.today,
    locale: sayings.locale,
    options: store.options(node, path),
    lists: store.context.lists,
    ...store.parts.lists?.choosing(node, path, store),
    beside,
    listTitle: ref ? store.titleAt(ref) : '',
    say: (key, params) => {
      const said = store.says(node, key, params);
      if (!said) store.wanting.add(path);
      return said;
    },
    type: (typed) => store.type(path, typed),
    answer: (value) => store.answer(path, value),
    nested,
  };
}
