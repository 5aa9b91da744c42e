// SPDX-License-Identifier: AGPL-3.0-or-later
// A condition in words: "Titolo di godimento è Affitto e Minori è almeno 1".
import type { Definition } from '../../schemas/types.ts';
import { choicesAt } from '../edit/choices.ts';
import type { Catalogue, Handle } from '../edit/contract.ts';
import { wholeField } from '../edit/fields.ts';
import { titleOf } from '../edit/references.ts';
import { type Sentence, asSentences, answeredAs, levelOf, showOf } from '../edit/sentence.ts';
import { typeAt } from '../edit/type.ts';
import { type Language, type Word, say } from '../words.ts';

/** A sentence's value as a person reads it. */
export function valueText(
  definition: Definition,
  { question, value }: Sentence,
  catalogue: Catalogue,
  language: Language,
): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return say(language, value ? 'yes' : 'no');
  const choice = choicesAt(definition, question)?.find((option) => option.const === value);
  if (choice) return choice.title;
  const field = wholeField(definition, question);
  const type = catalogue.facts.get(typeAt(definition, question, catalogue));
  const scalar = answeredAs(definition, question) !== 'rows';
  return field && type && scalar ? type.edit(value, field, language) : String(value);
}

function phrase(
  definition: Definition,
  sentence: Sentence,
  catalogue: Catalogue,
  language: Language,
): string {
  const relation = say(language, `relation.${sentence.relation}` as Word);
  const value = valueText(definition, sentence, catalogue, language);
  return `«${titleOf(definition, sentence.question)}» ${relation}${value === '' ? '' : ` ${value}`}`;
}

/** When a thing is shown, as a line under it; undefined: always. */
export function whenShown(
  definition: Definition,
  handle: Handle,
  catalogue: Catalogue,
  language: Language,
): string | undefined {
  const condition = showOf(definition, handle);
  if (!condition) return undefined;
  const sentences = asSentences(condition, levelOf(definition, handle));
  if (!sentences) return say(language, 'card.shown-complex');
  const join = ` ${say(language, sentences.join === 'any' ? 'condition.any' : 'condition.all')} `;
  const text = sentences.list.map((sentence) => phrase(definition, sentence, catalogue, language)).join(join);
  return say(language, 'card.shown-if', { condition: text });
}
