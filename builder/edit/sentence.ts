// SPDX-License-Identifier: AGPL-3.0-or-later
// A condition as sentences a person reads and picks: question · relation · value, joined by "e" or "oppure".
import type { Condition, Definition, Test } from '../../schemas/types.ts';
import { choicesAt } from './choices.ts';
import type { Edited, Handle } from './contract.ts';
import { withBox } from './describe.ts';
import { everyField, nesting, wholeField, withKeyword } from './fields.ts';
import { target, titleOf } from './references.ts';
import { find, readTree, scopeOf } from './tree.ts';

type Value = string | number | boolean;

export interface Sentence {
  /** the question that is read, as a handle */
  readonly question: Handle;
  readonly relation: string;
  /** absent where the relation needs none */
  readonly value?: Value;
}

export interface Sentences {
  readonly join: 'all' | 'any';
  readonly list: readonly Sentence[];
}

interface Relation {
  readonly test: (value: Value, type: 'integer' | 'number') => Test;
  /** undefined: not this relation */
  readonly read: (test: Test) => { readonly value?: Value } | undefined;
  readonly needs: 'any' | 'number' | false;
  /** what kind of answer it suits */
  readonly suits: readonly Answered[];
}

/** How a question's answer may be read in a sentence. */
export type Answered = 'choice' | 'choices' | 'yes-no' | 'number' | 'text' | 'date' | 'rows' | 'link';

const only = (test: Test, ...keys: readonly string[]): boolean =>
  Object.keys(test).every((key) => keys.includes(key));

const found = (value: Value | undefined): { readonly value: Value } | undefined =>
  value === undefined ? undefined : { value };

const bound = (keyword: 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum'): Relation => ({
  test: (value, type) => ({ type, [keyword]: Number(value) }),
  read: (test) => (only(test, 'type', keyword) ? found(test[keyword]) : undefined),
  needs: 'number',
  suits: ['number'],
});
const length = (keyword: 'minItems' | 'maxItems'): Relation => ({
  test: (value) => ({ type: 'array', [keyword]: Math.max(0, Math.round(Number(value))) }),
  read: (test) => (only(test, 'type', keyword) ? found(test[keyword]) : undefined),
  needs: 'number',
  suits: ['rows', 'choices'],
});

/** In the order of the menu. Their words are `relation.<name>`. */
export const relations: { readonly [name: string]: Relation } = {
  is: {
    test: (value) => ({ const: value }),
    read: (test) => (only(test, 'const') ? found(test.const) : undefined),
    needs: 'any',
    suits: ['choice', 'yes-no', 'number', 'text', 'date'],
  },
  'is-not': {
    test: (value) => ({ not: { const: value } }),
    read: (test) =>
      only(test, 'not') && test.not && only(test.not, 'const') ? found(test.not.const) : undefined,
    needs: 'any',
    suits: ['choice', 'number', 'text'],
  },
  'at-least': bound('minimum'),
  'at-most': bound('maximum'),
  'more-than': bound('exclusiveMinimum'),
  'less-than': bound('exclusiveMaximum'),
  includes: {
    test: (value) => ({ type: 'array', contains: { const: value } }),
    read: (test) =>
      only(test, 'type', 'contains') && test.contains && only(test.contains, 'const')
        ? found(test.contains.const)
        : undefined,
    needs: 'any',
    suits: ['choices'],
  },
  'rows-at-least': length('minItems'),
  'rows-at-most': length('maxItems'),
  answered: {
    test: () => ({ answered: true }),
    read: (test) => (test.answered === true ? {} : undefined),
    needs: false,
    suits: ['choice', 'choices', 'yes-no', 'number', 'text', 'date', 'rows', 'link'],
  },
  'not-answered': {
    test: () => ({ answered: false }),
    read: (test) => (test.answered === false ? {} : undefined),
    needs: false,
    suits: ['choice', 'choices', 'yes-no', 'number', 'text', 'date', 'link'],
  },
};

/** How an answer is read in sentences, told by the shape of its schema; undefined: not at all (a group). */
export function answeredAs(definition: Definition, pointer: string): Answered | undefined {
  const field = wholeField(definition, pointer);
  if (!field) return undefined;
  const nests = nesting(definition, field);
  if (nests) return nests === 'rows' ? 'rows' : undefined;
  if (choicesAt(definition, pointer)) return field.type === 'array' ? 'choices' : 'choice';
  if (field.type === 'array') return 'rows';
  if (field['x-ref'] !== undefined) return 'link';
  if (field.type === 'boolean') return 'yes-no';
  if (field.type === 'integer' || field.type === 'number') return 'number';
  return field.format === 'date' ? 'date' : 'text';
}

export function relationsFor(answered: Answered): readonly string[] {
  return Object.keys(relations).filter((name) => relations[name]!.suits.includes(answered));
}

// '/nucleo/*' of what stands in its rows; '' at the root.
function rowsIn(pointer: string): string {
  const star = pointer.lastIndexOf('/*');
  return star < 0 ? '' : pointer.slice(0, star + 2);
}

/** The rows that a thing stands in: '' at the root. */
export function levelOf(definition: Definition, handle: Handle): string {
  if (handle.startsWith('/')) return rowsIn(handle);
  // A section or note inside a repeat stands in its rows.
  return rowsIn(scopeOf(find(readTree(definition), handle)?.around ?? []));
}

/** Questions that a condition on `handle` may read: the root's and its own row's, not itself, not what is inside it. */
export function readable(definition: Definition, handle: Handle): readonly Handle[] {
  const level = levelOf(definition, handle);
  return everyField(definition)
    .filter(
      ({ pointer, level: theirs }) =>
        (theirs === '' || theirs === level) &&
        pointer !== handle &&
        !pointer.startsWith(`${handle}/`) &&
        !handle.startsWith(`${pointer}/`) &&
        answeredAs(definition, pointer) !== undefined,
    )
    .map(({ pointer }) => pointer);
}

function entry(definition: Definition, sentence: Sentence, level: string): readonly [string, Test] {
  const pointer =
    level !== '' && sentence.question.startsWith(`${level}/`)
      ? `.${sentence.question.slice(level.length)}`
      : sentence.question;
  const type = wholeField(definition, sentence.question)?.type === 'integer' ? 'integer' : 'number';
  return [pointer, relations[sentence.relation]!.test(sentence.value ?? '', type)];
}

/** Has a sentence all its parts, so that it can be a condition? */
export function complete({ question, relation, value }: Sentence): boolean {
  const needs = relations[relation]?.needs;
  if (question === '' || needs === undefined) return false;
  if (needs === 'number') return value !== undefined && value !== '' && Number.isFinite(Number(value));
  return needs === false || (value !== undefined && value !== '');
}

/** Sentences → Condition; undefined for none. */
export function asCondition(
  definition: Definition,
  handle: Handle,
  sentences: Sentences,
): Condition | undefined {
  const level = levelOf(definition, handle);
  const entries = sentences.list.filter(complete).map((sentence) => entry(definition, sentence, level));
  if (entries.length === 0) return undefined;
  const alone = entries.map(([pointer, test]) => ({ [pointer]: test }) as Condition);
  if (alone.length === 1) return alone[0]!;
  if (sentences.join === 'any') return { any: alone } as Condition;
  const distinct = new Set(entries.map(([pointer]) => pointer)).size === entries.length;
  return distinct ? (Object.fromEntries(entries) as Condition) : ({ all: alone } as Condition);
}

function readTest(test: Test, question: Handle): Sentence | undefined {
  for (const [relation, { read }] of Object.entries(relations)) {
    const found = read(test);
    if (found) return { question, relation, ...found };
  }
  return undefined;
}

/** Condition → sentences; undefined when it says more than sentences can (it is then shown, not edited). */
export function asSentences(condition: Condition | undefined, level: string): Sentences | undefined {
  if (!condition) return { join: 'all', list: [] };
  const keys = Object.keys(condition);
  const nested = keys.length === 1 ? (condition.all ?? condition.any) : undefined;
  if (nested) {
    const parts = nested.map((part) => asSentences(part, level));
    const list = parts.flatMap((part) => (part?.list.length === 1 ? part.list : []));
    return list.length === nested.length ? { join: condition.any ? 'any' : 'all', list } : undefined;
  }
  const list = Object.entries(condition).map(([key, test]) => {
    const question = /^\.{0,2}\//.test(key) ? target(key, level) : undefined;
    return question === undefined ? undefined : readTest(test as Test, question);
  });
  return list.every((sentence) => sentence !== undefined) ? { join: 'all', list } : undefined;
}

/** The condition under which a question, page, section or note is shown. */
export function showOf(definition: Definition, handle: Handle): Condition | undefined {
  if (handle.startsWith('/')) return wholeField(definition, handle)?.['x-show'];
  let found: Condition | undefined;
  withBox(definition, handle, (node) => {
    found = 'x-show' in node ? node['x-show'] : undefined;
    return node;
  });
  return found;
}

export function setShow(definition: Definition, handle: Handle, condition: Condition | undefined): Edited {
  const step = {
    code: condition ? 'condition' : 'condition-removed',
    params: { title: titleOf(definition, handle) },
  };
  if (JSON.stringify(condition) === JSON.stringify(showOf(definition, handle)))
    return { definition, step, select: handle };
  if (handle.startsWith('/'))
    return { definition: withKeyword(definition, handle, 'x-show', condition), step, select: handle };
  const next = withBox(definition, handle, (node) => {
    if (!('page' in node || 'section' in node || 'note' in node)) return node;
    const { 'x-show': _old, ...rest } = node;
    return (condition ? { ...rest, 'x-show': condition } : rest) as typeof node;
  });
  return { definition: next, step, select: handle };
}

export function setCondition(definition: Definition, handle: Handle, sentences: Sentences): Edited {
  return setShow(definition, handle, asCondition(definition, handle, sentences));
}

/** On an option, "poi mostra …": the other question is shown when this one is (or includes) that option. */
export function showOnOption(
  definition: Definition,
  question: Handle,
  option: string,
  shown: Handle,
): Edited {
  const relation = answeredAs(definition, question) === 'choices' ? 'includes' : 'is';
  const level = levelOf(definition, shown);
  const now = asSentences(showOf(definition, shown), level);
  const added: Sentence = { question, relation, value: option };
  // Several options that lead to one question are alternatives.
  const others = now?.list.filter((sentence) => sentence.question === question) ?? [];
  const list = others.length === now?.list.length ? [...others, added] : [added];
  return setCondition(definition, shown, { join: 'any', list });
}

/** Takes back what `showOnOption` wrote for one option. */
export function hideOnOption(
  definition: Definition,
  question: Handle,
  option: string,
  shown: Handle,
): Edited {
  const now = asSentences(showOf(definition, shown), levelOf(definition, shown));
  const list = now?.list.filter((sentence) => sentence.question !== question || sentence.value !== option);
  return setCondition(definition, shown, { join: now?.join ?? 'all', list: list ?? [] });
}

/** Questions that an option of `question` may lead to: of its own row or deeper, not around nor inside it. */
export function leadable(definition: Definition, question: Handle): readonly Handle[] {
  const level = levelOf(definition, question);
  return everyField(definition)
    .filter(
      ({ pointer, level: theirs }) =>
        (level === '' || theirs === level) &&
        pointer !== question &&
        !pointer.startsWith(`${question}/`) &&
        !question.startsWith(`${pointer}/`),
    )
    .map(({ pointer }) => pointer);
}

/** Questions that an option of `question` leads to. */
export function shownByOption(definition: Definition, question: Handle, option: string): readonly Handle[] {
  return everyField(definition)
    .filter(({ field, level }) => {
      const list = field['x-show'] && asSentences(field['x-show'], level)?.list;
      return list?.some((sentence) => sentence.question === question && sentence.value === option);
    })
    .map(({ pointer }) => pointer);
}
