// SPDX-License-Identifier: AGPL-3.0-or-later
// The options of a question, as lines of text.
import type { Choice, Definition, FieldSchema } from '../../schemas/types.ts';
import type { Edited } from './contract.ts';
import { inlined, wholeField, withField } from './fields.ts';
import { makeConst } from './key.ts';
import { titleOf } from './references.ts';

/** As many as the grammar takes. */
const MOST = 200;

const asChoices = (field: FieldSchema | undefined): readonly Choice[] | undefined =>
  field?.oneOf ?? field?.enum?.map((value) => ({ const: String(value), title: String(value) }));

/** The options of a question, on itself or on its items; undefined where it has none of its own. */
export function choicesOf(field: FieldSchema): readonly Choice[] | undefined {
  return asChoices(field) ?? asChoices(field.items);
}

export function choicesAt(definition: Definition, pointer: string): readonly Choice[] | undefined {
  const field = wholeField(definition, pointer);
  if (!field) return undefined;
  return asChoices(field) ?? asChoices(field.items && inlined(definition, field.items));
}

/** The field with other options, in the place where it keeps them. */
export function withChoices(field: FieldSchema, choices: readonly Choice[]): FieldSchema {
  const put = (holder: FieldSchema): FieldSchema => {
    const { enum: _old, ...rest } = holder;
    return { ...rest, oneOf: [...choices] };
  };
  return asChoices(field) === undefined && field.items ? { ...field, items: put(field.items) } : put(field);
}

/** '1. Affitto', '- Affitto', '• Affitto', 'a) Affitto' as copied from a document → 'Affitto' */
const bullet = /^\s*(?:[-–—•·*▪◦o]\s+|\(?\d{1,3}[.)]\s+|\(?[a-zA-Z][.)]\s+|[☐□]\s*)/;

/** Lines of text → titles: no bullets, no empty lines, none twice. */
export function titlesOf(lines: string): readonly string[] {
  const titles = lines
    .split(/\r?\n|\t|\u2028/)
    .map((line) => line.replace(bullet, '').replace(/\s+/g, ' ').trim().slice(0, 500))
    .filter((line) => line !== '');
  return [...new Set(titles)].slice(0, MOST);
}

/**
 * Options from pasted lines. An option keeps its stored value (and points) where its text stays, or where its line
 * was only reworded: the values are in conditions and in answers already given.
 */
export function matched(old: readonly Choice[], titles: readonly string[]): readonly Choice[] {
  const byTitle = new Map(old.map((choice) => [choice.title, choice]));
  const kept = new Set(titles.flatMap((title) => byTitle.get(title)?.const ?? []));
  const reworded = old.length === titles.length;
  const found = titles.map((title, index) => {
    const same = byTitle.get(title);
    if (same) return same;
    const there = reworded ? old[index] : undefined;
    return there && !kept.has(there.const) ? { ...there, title } : undefined;
  });
  const taken = new Set(found.flatMap((choice) => choice?.const ?? []));
  return found.map((choice, index) => {
    if (choice) return choice;
    const value = makeConst(titles[index]!, taken);
    taken.add(value);
    return { const: value, title: titles[index]! };
  });
}

/**
 * Sets the options of a question from lines; no line at all changes nothing, a question needs one option.
 * `before`: the options that the lines are compared with, when they are typed letter by letter.
 */
export function setOptions(
  definition: Definition,
  pointer: string,
  lines: string,
  before: readonly Choice[] = choicesAt(definition, pointer) ?? [],
): Edited {
  const titles = titlesOf(lines);
  const choices = matched(before, titles);
  const step = { code: 'options', params: { title: titleOf(definition, pointer), count: choices.length } };
  if (titles.length === 0) return { definition, step, select: pointer };
  const next = withField(definition, pointer, (field) => {
    // Options that are shared through $ref become this question's own.
    const whole = inlined(definition, field);
    return withChoices(whole.items ? { ...whole, items: inlined(definition, whole.items) } : whole, choices);
  });
  return { definition: next, step, select: pointer };
}
