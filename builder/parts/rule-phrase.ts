// SPDX-License-Identifier: AGPL-3.0-or-later
// A rule as one whole sentence: whose it is, when it holds, what happens otherwise.
import type { Definition } from '../../schemas/types.ts';
import type { Catalogue } from '../edit/contract.ts';
import { spoken } from '../edit/named.ts';
import { titleOf } from '../edit/references.ts';
import type { Rule } from '../edit/rules.ts';
import { type Language, type Word, saying } from '../words.ts';
import { formulaWords } from './formula-phrase.ts';
import { phrases } from './phrase.ts';

/** What a person calls whose rule it is. */
export function ruleTitle(definition: Definition, { by, name }: Rule, language: Language): string {
  const say = saying(language);
  if (name !== undefined) return spoken(name);
  return by === '' ? say('problem.form') : titleOf(definition, by.replace(/\/\*$/, ''));
}

export function ruleSentence(
  definition: Definition,
  rule: Rule,
  catalogue: Catalogue,
  language: Language,
): string {
  const say = saying(language);
  const { condition, formula, level, kind, message = '', gives = '' } = rule;
  const rest =
    condition !== undefined
      ? phrases(definition, catalogue, language, level).condition(condition)
      : formula !== undefined
        ? formulaWords(definition, catalogue, language, formula, level)
        : '';
  const title = ruleTitle(definition, rule, language);
  return say(`rule.${kind}` as Word, { title, rest, message, gives });
}
