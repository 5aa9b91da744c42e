// SPDX-License-Identifier: BSD-3-Clause
// What changed between two definitions, as codes to be said in words (runtime/engine/words.ts).
import type { Choice, Definition, FieldSchema, LayoutNode } from '../../schemas/types.ts';
import { inline } from './field.ts';
import { place } from './layout.ts';
import { same } from './pointer.ts';

export interface Difference {
  readonly code: string;
  readonly params: { readonly [name: string]: string };
}

const difference = (code: string, params: Difference['params'] = {}): Difference => ({ code, params });

/** Differences in the order of the new definition; without an older one, that it is new. Both must be sound definitions. */
export function differences(before: Definition | undefined, after: Definition): Difference[] {
  if (!before) return [difference('first-version', { title: after.title })];
  const [old, now] = [questions(before), questions(after)];
  const out: Difference[] = [];
  if (before.title !== after.title)
    out.push(difference('title-changed', { from: before.title, to: after.title }));
  const layout = [...nodesChanged(nodes(before), nodes(after)), ...moved(old, now)];
  out.push(...layout);
  for (const [pointer, question] of now) {
    const older = old.get(pointer);
    if (!older) out.push(difference('question-added', { question: question.title, type: question.type }));
    else out.push(...questionChanged(older, question));
  }
  for (const [pointer, question] of old) {
    if (!now.has(pointer)) out.push(difference('question-removed', { question: question.title }));
  }
  // Another order is told only where nothing else tells it.
  if (layout.length === 0 && orderChanged(before, after)) out.push(difference('order-changed'));
  return [...out, ...restChanged(before, after)];
}

interface Question {
  readonly title: string;
  readonly type: string;
  readonly field: FieldSchema;
  readonly required: boolean;
  /** id of the page or section in which it stands */
  readonly stands: string;
}

function questions(definition: Definition): Map<string, Question> {
  const out = new Map<string, Question>();
  const stands = places(definition.layout ?? []);
  const defs = definition.schema.$defs;
  const walk = (
    properties: { readonly [key: string]: FieldSchema },
    required: readonly string[],
    base: string,
  ): void => {
    for (const [key, written] of Object.entries(properties)) {
      const field = inline(written, defs);
      const pointer = `${base}/${key}`;
      const type =
        field['x-type'] ?? field.format ?? (field.oneOf || field.enum ? 'one' : (field.type ?? ''));
      out.set(pointer, {
        title: field.title ?? key,
        type,
        field,
        required: required.includes(key),
        stands: stands.get(pointer) ?? '',
      });
      const rows = field.items && inline(field.items, defs);
      if (rows?.properties) walk(rows.properties, rows.required ?? [], `${pointer}/*`);
      if (field.properties) walk(field.properties, field.required ?? [], pointer);
    }
  };
  walk(definition.schema.properties, definition.schema.required ?? [], '');
  return out;
}

/** Where each question stands: the innermost page or section with an id. */
function places(layout: readonly LayoutNode[]): Map<string, string> {
  const out = new Map<string, string>();
  const walk = (items: readonly LayoutNode[], base: string, stands: string): void => {
    for (const item of items) {
      if (typeof item === 'string') out.set(place(item, base), stands);
      else if ('row' in item) for (const pointer of item.row) out.set(place(pointer, base), stands);
      else if ('repeat' in item) {
        out.set(place(item.repeat, base), stands);
        walk(item.items, `${place(item.repeat, base)}/*`, stands);
      } else if ('items' in item) walk(item.items, base, 'page' in item ? item.page : item.section);
    }
  };
  walk(layout, '', '');
  return out;
}

const choicesOf = (field: FieldSchema): readonly Choice[] =>
  field.oneOf ??
  field.items?.oneOf ??
  (field.enum ?? field.items?.enum ?? []).map((value) => ({ const: String(value), title: String(value) }));

/** Keywords of a question whose change has a sentence of its own; the rest is said together. */
const told: { readonly [keyword: string]: string } = {
  'x-show': 'condition', 'x-require': 'require', 'x-lock': 'lock', 'x-value': 'formula', 'x-check': 'rule',
  'x-hint': 'hint', 'x-prefill': 'prefill', 'x-visible-to': 'visibility', 'x-print': 'print', 'x-sensitivity': 'sensitivity',
  'x-purpose': 'purpose', 'x-choices': 'list', 'x-each': 'rows', 'x-ref': 'link', 'x-not-asked': 'not-asked',
  'x-bands': 'bands', 'x-score': 'score', 'x-weight': 'score', pattern: 'pattern',
}; // prettier-ignore
const limits = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
] as const;
const elsewhere = [
  'title',
  'oneOf',
  'enum',
  'items',
  'properties',
  'required',
  'type',
  'format',
  'x-type',
  '$ref',
];

function questionChanged(before: Question, after: Question): Difference[] {
  const question = after.title;
  const out: Difference[] = [];
  if (before.title !== after.title)
    out.push(difference('question-renamed', { from: before.title, to: after.title }));
  if (before.type !== after.type)
    out.push(difference('type-changed', { question, from: before.type, to: after.type }));
  if (before.required !== after.required)
    out.push(difference(after.required ? 'required-now' : 'required-no-more', { question }));
  out.push(...choicesChanged(question, choicesOf(before.field), choicesOf(after.field)));
  const parts = new Set<string>();
  for (const keyword of new Set([...Object.keys(before.field), ...Object.keys(after.field)])) {
    const [old, now] = [
      before.field[keyword as keyof FieldSchema],
      after.field[keyword as keyof FieldSchema],
    ];
    if (elsewhere.includes(keyword) || same(old, now)) continue;
    const part = told[keyword] ?? ((limits as readonly string[]).includes(keyword) ? 'limits' : 'settings');
    const how =
      part === 'limits' || part === 'settings'
        ? 'changed'
        : old === undefined
          ? 'added'
          : now === undefined
            ? 'removed'
            : 'changed';
    parts.add(`${part}-${how}`);
  }
  return [...out, ...[...parts].map((code) => difference(code, { question }))];
}

function choicesChanged(question: string, before: readonly Choice[], after: readonly Choice[]): Difference[] {
  const out: Difference[] = [];
  for (const choice of after) {
    const older = before.find((each) => each.const === choice.const);
    if (!older) out.push(difference('option-added', { question, option: choice.title }));
    else if (older.title !== choice.title)
      out.push(difference('option-renamed', { question, from: older.title, to: choice.title }));
    else if (!same(older, choice)) out.push(difference('option-changed', { question, option: choice.title }));
  }
  for (const choice of before) {
    if (!after.some((each) => each.const === choice.const))
      out.push(difference('option-removed', { question, option: choice.title }));
  }
  return out;
}

interface Titled {
  readonly kind: 'page' | 'section' | 'note';
  readonly title: string;
  readonly rest: unknown;
}

function nodes(definition: Definition): Map<string, Titled> {
  const out = new Map<string, Titled>();
  const walk = (items: readonly LayoutNode[]): void => {
    for (const item of items) {
      if (typeof item === 'string' || 'row' in item) continue;
      if ('page' in item)
        out.set(`page:${item.page}`, {
          kind: 'page',
          title: item.title,
          rest: { ...item, title: '', items: [] },
        });
      if ('section' in item)
        out.set(`section:${item.section}`, {
          kind: 'section',
          title: item.title,
          rest: { ...item, title: '', items: [] },
        });
      if ('note' in item)
        out.set(`note:${item.note}`, { kind: 'note', title: item.text.slice(0, 60), rest: item });
      if ('items' in item) walk(item.items);
    }
  };
  walk(definition.layout ?? []);
  return out;
}

function nodesChanged(before: Map<string, Titled>, after: Map<string, Titled>): Difference[] {
  const out: Difference[] = [];
  for (const [key, { kind, title, rest }] of after) {
    const older = before.get(key);
    if (!older) out.push(difference(`${kind}-added`, { title }));
    else if (kind !== 'note' && older.title !== title)
      out.push(difference(`${kind}-renamed`, { from: older.title, to: title }));
    else if (!same(older.rest, rest)) out.push(difference(`${kind}-changed`, { title }));
  }
  for (const [key, { kind, title }] of before)
    if (!after.has(key)) out.push(difference(`${kind}-removed`, { title }));
  return out;
}

/** Questions that stand in another page or section. */
function moved(before: Map<string, Question>, after: Map<string, Question>): Difference[] {
  const common = [...after].filter(([pointer]) => before.has(pointer));
  return common.flatMap(([pointer, question]) =>
    before.get(pointer)!.stands === question.stands
      ? []
      : [difference('question-moved', { question: question.title })],
  );
}

function restChanged(before: Definition, after: Definition): Difference[] {
  const out: Difference[] = [];
  const names = new Set([...Object.keys(before.conditions ?? {}), ...Object.keys(after.conditions ?? {})]);
  for (const name of names) {
    if (!same(before.conditions?.[name], after.conditions?.[name]))
      out.push(difference('named-condition-changed', { name }));
  }
  if (!same(before.outcome, after.outcome)) out.push(difference('outcome-changed'));
  if (!same(before.schema['x-check'], after.schema['x-check'])) out.push(difference('rules-changed'));
  if (!same(before.schema['x-bands'], after.schema['x-bands'])) out.push(difference('whole-bands-changed'));
  for (const language of new Set([
    ...Object.keys(before.translations ?? {}),
    ...Object.keys(after.translations ?? {}),
  ])) {
    if (!same(before.translations?.[language], after.translations?.[language]))
      out.push(difference('translation-changed', { language }));
  }
  if (!same(before.description, after.description)) out.push(difference('description-changed'));
  if (!same(before.gives, after.gives)) out.push(difference('case-data-changed'));
  return out;
}

/** The same pages and questions, met in another order. */
const orderChanged = (before: Definition, after: Definition): boolean => {
  const read = (definition: Definition): string[] => [
    ...places(definition.layout ?? []).keys(),
    ...nodes(definition).keys(),
  ];
  const [old, now] = [read(before), read(after)];
  const kept = (list: readonly string[], other: readonly string[]): string[] =>
    list.filter((each) => other.includes(each));
  return !same(kept(old, now), kept(now, old));
};
