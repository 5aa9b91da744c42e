// SPDX-License-Identifier: AGPL-3.0-or-later
// What a question with options is often offered beside them: "Altro, specificare", and ways not to answer.
import type { Choice, Condition, Definition, FieldSchema } from '../../schemas/types.ts';
import { written } from './clauses.ts';
import { choicesAt, withChoices } from './choices.ts';
import type { Catalogue, Edited, Handle } from './contract.ts';
import { addField } from './add.ts';
import { inlined, split, wholeField, withField } from './fields.ts';
import { makeConst } from './key.ts';
import { removeField } from './remove.ts';
import { titleOf } from './references.ts';
import { levelOf, setWord } from './sentence.ts';

type Beside = { readonly [option: string]: string };
const besideOf = (field: FieldSchema | undefined): Beside =>
  (field?.['x-settings']?.['beside'] as Beside | undefined) ?? {};

/** The option that opens a question of its own, with that question; undefined: there is none. */
export function otherOf(
  definition: Definition,
  pointer: string,
): { readonly option: string; readonly question: Handle } | undefined {
  const [option, key] = Object.entries(besideOf(wholeField(definition, pointer)))[0] ?? [];
  return option === undefined || key === undefined
    ? undefined
    : { option, question: `${split(pointer)[0]}/${key}` };
}

const withOptions = (
  definition: Definition,
  pointer: string,
  choices: readonly Choice[],
  beside: Beside,
): Definition =>
  withField(definition, pointer, (field) => {
    const whole = inlined(definition, field);
    const own = withChoices(
      whole.items ? { ...whole, items: inlined(definition, whole.items) } : whole,
      choices,
    );
    const { beside: _old, ...others } = (own['x-settings'] ?? {}) as { readonly [name: string]: unknown };
    const settings = Object.keys(beside).length > 0 ? { ...others, beside } : others;
    const { 'x-settings': _settings, ...rest } = own;
    return Object.keys(settings).length > 0 ? ({ ...rest, 'x-settings': settings } as FieldSchema) : rest;
  });

/** Adds the option "Altro" with the line in which it is said, or takes both away. */
export function setOther(
  definition: Definition,
  pointer: string,
  on: boolean,
  words: { readonly option: string; readonly question: string },
  catalogue: Catalogue,
): Edited {
  const title = titleOf(definition, pointer);
  const step = { code: on ? 'other-added' : 'other-removed', params: { title } };
  const choices = choicesAt(definition, pointer) ?? [];
  const there = otherOf(definition, pointer);
  if (on === (there !== undefined)) return { definition, step, select: pointer };
  if (there) {
    const left = choices.filter((choice) => choice.const !== there.option);
    const { definition: without, lost = [] } = removeField(definition, there.question) ?? { definition };
    return { definition: withOptions(without, pointer, left, {}), step, select: pointer, lost };
  }
  const known = choices.find((choice) => choice.title.toLowerCase() === words.option.toLowerCase());
  const option = known?.const ?? makeConst(words.option, new Set(choices.map((choice) => choice.const)));
  const all = known ? choices : [...choices, { const: option, title: words.option }];
  const added = addField(definition, { after: pointer }, words.question, catalogue, 'text');
  const key = split(added.select)[1];
  const opened = withOptions(added.definition, pointer, all, { [option]: key });
  const asked = written(pointer, levelOf(definition, pointer));
  const several = wholeField(definition, pointer)?.type === 'array';
  const test = several ? { type: 'array', contains: { const: option } } : { const: option };
  const shown = setWord(opened, added.select, 'x-show', { [asked]: test } as Condition);
  return { definition: shown.definition, step, select: pointer };
}

/** "Non so" and "preferisce non rispondere" as answers, one by one. */
export function setNotAsked(
  definition: Definition,
  pointer: string,
  way: 'unknown' | 'refused',
  on: boolean,
): Edited {
  const before = wholeField(definition, pointer)?.['x-not-asked'] ?? [];
  const now = on ? [...new Set([...before, way])] : before.filter((each) => each !== way);
  const step = { code: 'not-asked', params: { title: titleOf(definition, pointer) } };
  const next = withField(definition, pointer, (field) => {
    const { 'x-not-asked': _old, ...rest } = field;
    return now.length > 0 ? ({ ...rest, 'x-not-asked': now } as FieldSchema) : rest;
  });
  return { definition: next, step, select: pointer };
}
