// SPDX-License-Identifier: AGPL-3.0-or-later
// A condition in words: "«Titolo di godimento» è Affitto e «Minori» è almeno 1".
import type { Condition, Definition } from '../../schemas/types.ts';
import { choicesAt } from '../edit/choices.ts';
import { type AsWritten, type Clause, type Group, type Sentence, clauseOf } from '../edit/clauses.ts';
import type { Catalogue, Handle } from '../edit/contract.ts';
import { fieldAt, wholeField } from '../edit/fields.ts';
import { spoken } from '../edit/named.ts';
import { inCondition, titleOf } from '../edit/references.ts';
import { type Value, relations } from '../edit/relations.ts';
import { answeredAs, levelOf, showOf } from '../edit/sentence.ts';
import { typeAt } from '../edit/type.ts';
import { type Language, type Word, saying } from '../words.ts';

/** A value of a question as a person reads it. */
export function valueText(
  definition: Definition,
  { question, value }: { readonly question: Handle; readonly value?: Value | undefined },
  catalogue: Catalogue,
  language: Language,
): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return saying(language)(value ? 'yes' : 'no');
  const choice = choicesAt(definition, question)?.find((option) => option.const === value);
  if (choice) return choice.title;
  const field = wholeField(definition, question);
  const answered = answeredAs(definition, question);
  const type = field && catalogue.facts.get(typeAt(definition, question, catalogue));
  const counted = answered === 'rows' || answered === 'choices' || answered === 'text';
  return field && type && !(counted && typeof value === 'number')
    ? type.edit(value, field, language)
    : String(value);
}

/** Turns conditions of one definition into words. `level`: the rows that ./ means. */
export function phrases(definition: Definition, catalogue: Catalogue, language: Language, level = '') {
  const say = saying(language);
  const titles = (names: readonly string[]): string =>
    [...new Set(names)].map((name) => say('quoted', { name: titleOf(definition, name) })).join(', ');

  function sentence({ question, relation, value, values = [] }: Sentence): string {
    const text = (each: Value | undefined): string =>
      valueText(definition, { question, value: each }, catalogue, language);
    const needs = relations[relation]?.needs;
    const after =
      needs === 'two'
        ? `${text(values[0])} ${say(`relation-then.${relation}` as Word)} ${text(values[1])}`
        : needs === 'several'
          ? values.map(text).join(', ')
          : text(value);
    const start = `${titles([question])} ${say(`relation.${relation}` as Word)}`;
    return after === '' ? start : `${start}${needs === 'several' ? ':' : ''} ${after}`;
  }

  function group({ join, list }: Group, inside: boolean): string {
    const [first] = list;
    if (join === 'none' && list.length === 1 && first)
      return say('denied.phrase', { condition: clause(first, true) });
    const between = ` ${say(join === 'any' || join === 'none' ? 'condition.any' : 'condition.all')} `;
    const text = list.map((each) => clause(each, true)).join(between);
    if (join === 'none' || join === 'not-all')
      return say(`${join}.phrase`, { condition: list.length > 1 ? `(${text})` : text });
    return inside && list.length > 1 ? `(${text})` : text;
  }

  function asWritten({ written }: AsWritten): string {
    const names: string[] = [];
    inCondition(written, level, (target) => names.push(target.replace(/\/\*$/, '')));
    return say('as-written.phrase', { names: titles(names) });
  }

  function clause(each: Clause, inside: boolean): string {
    if ('join' in each) return group(each, inside);
    if ('named' in each) return say('named.phrase', { name: spoken(each.named) });
    if ('written' in each) return asWritten(each);
    if ('rows' in each)
      return say('rows.phrase', {
        quantity: say(`quantity.${each.quantity}`),
        list: titleOf(definition, each.rows),
        conditions: each.list.map(sentence).join(` ${say('condition.all')} `),
      });
    return sentence(each);
  }

  return {
    clause: (each: Clause) => clause(each, false),
    condition: (condition: Condition) => clause(clauseOf(definition, condition, level), false),
    titles,
  };
}

interface Said {
  readonly text: string;
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly level: string;
  /** the questions that it names, as they were written then, and the shared parts */
  readonly read: readonly (readonly [pointer: Handle, field: unknown])[];
  readonly defs: unknown;
}

/** A condition never changes, and seldom what it names: its words are found once. */
const known = new WeakMap<Condition, Said>();

/** A condition under a thing, as a line; `level`: the rows that ./ means. */
export function shownIf(
  definition: Definition,
  condition: Condition,
  level: string,
  catalogue: Catalogue,
  language: Language,
): string {
  const defs = definition.schema.$defs;
  const before = known.get(condition);
  const still =
    before?.catalogue === catalogue &&
    before.language === language &&
    before.level === level &&
    before.defs === defs &&
    before.read.every(([pointer, field]) => fieldAt(definition, pointer) === field);
  if (still) return before.text;
  const text = saying(language)('card.shown-if', {
    condition: phrases(definition, catalogue, language, level).condition(condition),
  });
  const read: (readonly [Handle, unknown])[] = [];
  inCondition(condition, level, (target) => read.push([target, fieldAt(definition, target)]));
  known.set(condition, { text, catalogue, language, level, read, defs });
  return text;
}

/** When a thing is shown, as a line under it; undefined: always. */
export function whenShown(
  definition: Definition,
  handle: Handle,
  catalogue: Catalogue,
  language: Language,
): string | undefined {
  const condition = showOf(definition, handle);
  return condition && shownIf(definition, condition, levelOf(definition, handle), catalogue, language);
}
