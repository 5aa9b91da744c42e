// SPDX-License-Identifier: BSD-3-Clause
// What is said of problems: nobody has any before the first keystroke.
import type { FieldNode } from '../engine/contract.ts';
import { complete, fill } from '../words/index.ts';
import type { WordedProblem } from './form-store.ts';
import { inLanguage, Sayings } from './sayings.ts';

/** The sentence of a problem at a field; of the type first, then the form's. */
export function worded(sayings: Sayings, problem: WordedProblem, node: FieldNode | undefined): string {
  const { code, params } = problem;
  if (problem.message) return problem.message;
  const own = node && inLanguage(sayings.own.get(node.type.type)?.problems[code], sayings.locale);
  const { problems } = sayings.language;
  const sentence =
    own ??
    problems[code] ??
    (typeof params['message'] === 'string' ? '{message}' : (problems['not-valid'] ?? ''));
  return fill(sentence, { title: node ? sayings.title(node) : sayings.formTitle(), ...params });
}

/** The same with all words of the form and the sentences of the types that it uses. */
export async function wholly(sayings: Sayings, types: Iterable<string>): Promise<Sayings> {
  const { definition, inputs, locale, language } = sayings;
  const [words, ...own] = await Promise.all([
    complete(language),
    ...[...types].map(async (type) => {
      const { words: said } = inputs.get(type)!;
      return [type, typeof said === 'function' ? (await said()).words : said] as const;
    }),
  ]);
  return new Sayings(definition, inputs, locale, words, new Map(own));
}
