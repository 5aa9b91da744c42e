// SPDX-License-Identifier: AGPL-3.0-or-later
// The answers that a finding is shown with, in words.
import type { Sight } from '../../runtime/engine/contract.ts';
import type { Definition } from '../../schemas/types.ts';
import type { Say } from '../words.ts';
import type { Catalogue } from './contract.ts';
import { wholeField } from './fields.ts';
import { titleOf } from './references.ts';

/** One answer: the question and what is answered to it. */
export interface SaidAnswer {
  readonly title: string;
  readonly text: string;
}

type Answers = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every answer, those in groups and rows each by itself; rows are numbered where there are several. */
export function saidAnswers(
  definition: Definition,
  answers: Answers,
  catalogue: Catalogue,
  say: Say,
  language: string,
  inside = '',
): SaidAnswer[] {
  return Object.entries(answers).flatMap(([key, value]): SaidAnswer[] => {
    const pointer = `${inside}/${key}`;
    const field = wholeField(definition, pointer);
    if (!field || key === 'id') return [];
    const title = titleOf(definition, pointer);
    const type = catalogue.facts.get(catalogue.typeOf(field));
    const within = (each: Answers, base: string): SaidAnswer[] =>
      saidAnswers(definition, each, catalogue, say, language, base);
    if (isObject(value) && typeof value['declined'] === 'string')
      return [{ title, text: say('witness.declined') }];
    if (type?.nests === 'group' && isObject(value)) return within(value, pointer);
    if (type?.nests === 'rows' && Array.isArray(value)) {
      if (value.length === 0) return [{ title, text: say('witness.no-rows') }];
      return value.flatMap((row: unknown, place) => {
        const inner = isObject(row) ? within(row, `${pointer}/*`) : [];
        const text = inner.map((each) => `${each.title} ${each.text}`).join(', ');
        const numbered = `${title} ${place + 1}`;
        return [{ title: numbered, text: text === '' ? say('witness.blank-row') : text }];
      });
    }
    const choices = field.oneOf ?? field.items?.oneOf;
    const one = (each: unknown): string =>
      choices?.find((choice) => choice.const === each)?.title ??
      type?.edit(each, field, language) ??
      String(each);
    return [
      { title, text: Array.isArray(value) ? value.map(choices ? one : String).join(', ') : one(value) },
    ];
  });
}

/** What is seen then: «Canone» does not appear. */
export function saidSight(definition: Definition, sight: Sight, say: Say): string {
  if (sight.is === 'outcome')
    return sight.row < 0 ? say('witness.no-outcome') : say('witness.outcome', { row: sight.row + 1 });
  const key = sight.at.slice(sight.at.lastIndexOf('/') + 1);
  const handle = /^(page|section|note):/.test(key) ? key : sight.at.replace(/\/\d+(?=\/|$)/g, '/*');
  const title = handle === '' ? say('problem.form') : titleOf(definition, handle.replace(/\/\*$/, ''));
  return say(`witness.${sight.is}`, { title });
}
