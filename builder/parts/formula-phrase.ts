// SPDX-License-Identifier: AGPL-3.0-or-later
// A formula in words, with the questions by their titles.
import { parse } from '../../runtime/engine/formula.ts';
import { functions } from '../../runtime/functions/index.ts';
import type { Condition, Definition, Formula } from '../../schemas/types.ts';
import type { Catalogue } from '../edit/contract.ts';
import { isCondition, rowsOf, target, titleOf } from '../edit/references.ts';
import { type Language, say as sayIn, saying } from '../words.ts';
import { phrases } from './phrase.ts';

const known = { functions: new Map(functions.map((each) => [each.name, each])) };
/** Parts that are told apart without brackets. */
const plain = new Set(['param', 'today', 'reference-date', 'outcome', 'score', 'age', 'count']);

/** Turns formulas of one definition into words. */
export function formulaWords(
  definition: Definition,
  catalogue: Catalogue,
  language: Language,
  formula: Formula,
  level: string,
): string {
  const say = saying(language);
  const quoted = (name: string): string => say('quoted', { name });

  function words(part: unknown, from: string, inside: boolean): string {
    if (isCondition(part)) return phrases(definition, catalogue, language, from).condition(part);
    const parsed = parse(part, known);
    if (!parsed) return typeof part === 'string' ? quoted(part) : say('formula.missing');
    if ('constant' in parsed) return constant(parsed.constant);
    if ('pointer' in parsed) return pointer(parsed.pointer, from);
    const { call, args, options } = parsed;
    const rows = rowsOf(definition, args[0], from);
    const said = args.map((arg) => words(arg, from, true));
    const params: { [name: string]: string } = Object.fromEntries(said.map((text, at) => [String(at), text]));
    const between = `formula-between.${call.name}`;
    const join = sayIn(language, between);
    params['all'] = said.join(join === between ? ', ' : join);
    for (const [name, option] of Object.entries(options))
      if (name !== 'where') params[name] = words(option, name === 'of' ? rows : from, true);
    const key = `formula-say.${call.name}`;
    const main = sayIn(language, key, params);
    const texts = [main === key ? `${call.name}(${params['all']})` : main];
    for (const name of Object.keys(options)) {
      const more = `formula-${name}.${call.name}`;
      const text = sayIn(language, more, params);
      if (text !== more) texts.push(text);
    }
    const { where } = options;
    if (where)
      texts.push(
        say('formula-where', {
          condition: phrases(definition, catalogue, language, rows).condition(where as Condition),
        }),
      );
    const text = texts.join(' ');
    return inside && !plain.has(call.name) ? `(${text})` : text;
  }

  function constant(value: unknown): string {
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    if (typeof value === 'number') return value.toLocaleString(language === 'it' ? 'it-IT' : 'en-GB');
    const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value));
    return date ? `${date[3]}/${date[2]}/${date[1]}` : quoted(String(value));
  }

  function pointer(text: string, from: string): string {
    const at = target(text, from);
    return at?.startsWith('/') ? quoted(titleOf(definition, at)) : quoted(text.replace(/^case:\//, ''));
  }
  return words(formula, level, false);
}
