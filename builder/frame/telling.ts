// SPDX-License-Identifier: AGPL-3.0-or-later
// What is said of a step that was taken.
import type { Definition } from '../../schemas/types.ts';
import type { Catalogue, Handle, Step } from '../edit/contract.ts';
import { typeAt } from '../edit/type.ts';
import { type Language, say, saying } from '../words.ts';

export const stepText = (step: Step, language: Language): string =>
  say(language, `step.${step.code}`, step.params);

/** With the type that was guessed, where a question is new. */
export function addedText(
  definition: Definition,
  handle: Handle,
  step: Step,
  catalogue: Catalogue,
  language: Language,
): string {
  const text = stepText(step, language);
  if (!handle.startsWith('/') || step.code === 'key') return text;
  const type = typeAt(definition, handle, catalogue);
  const name = catalogue.words.get(type)?.name[language] ?? type;
  return saying(language)('added-as', { step: text, type: name });
}

/** With the box that it stands in now. */
export function movedText(step: Step, language: Language): string {
  const text = stepText(step, language);
  const inside = String(step.params['inside'] ?? '');
  return inside === '' ? text : saying(language)('moved-in', { step: text, inside });
}
