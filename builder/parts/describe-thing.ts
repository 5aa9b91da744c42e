// SPDX-License-Identifier: AGPL-3.0-or-later
// What a person would say of one thing of a form, line by line: its wording, type, options, when it is shown, and the rest.
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import { choicesAt } from '../edit/choices.ts';
import type { Lines, ThingKind } from '../edit/compare.ts';
import type { Catalogue, Handle } from '../edit/contract.ts';
import { isRequired } from '../edit/describe.ts';
import { wholeField } from '../edit/fields.ts';
import { titleOf } from '../edit/references.ts';
import { find, readTree } from '../edit/tree.ts';
import { typeAt } from '../edit/type.ts';
import { say as sayIn, type Language } from '../words.ts';
import { whenShown } from './phrase.ts';

/** What is said in a line of its own, or is said by the type or by the things inside. */
const elsewhere = new Set(['title', 'type', 'format', 'x-type', '$ref', 'oneOf', 'enum', 'items', 'properties', 'required', 'x-hint', 'x-show']); // prettier-ignore

/** Keywords that go by one name. */
const names: { readonly [keyword: string]: string } = {
  minimum: 'limits', maximum: 'limits', exclusiveMinimum: 'limits', exclusiveMaximum: 'limits', minLength: 'limits',
  maxLength: 'limits', minItems: 'limits', maxItems: 'limits', 'x-value': 'formula', 'x-check': 'rules',
  'x-require': 'require', 'x-lock': 'lock', 'x-prefill': 'prefill', 'x-visible-to': 'visible', 'x-print': 'print',
  'x-sensitivity': 'sensitivity', 'x-purpose': 'purpose', 'x-choices': 'list', 'x-bands': 'bands', pattern: 'pattern',
}; // prettier-ignore

const written = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

/** How two definitions are described when they are compared. */
export const describing =
  (catalogue: Catalogue, language: Language) =>
  (definition: Definition, handle: Handle, kind: ThingKind): Lines => {
    const say = (key: string) => sayIn(language, key);
    const title = [
      say(kind === 'note' ? 'compare.text' : 'compare.title'),
      titleOf(definition, handle),
    ] as const;
    if (kind === 'form') return [title];
    const shown = whenShown(definition, handle, catalogue, language);
    const when = [say('compare.shown'), shown ?? say('compare.always')] as const;
    if (kind !== 'field') {
      const hint = (find(readTree(definition), handle)?.node.source as { 'x-hint'?: string } | undefined)?.[
        'x-hint'
      ];
      return [title, ...(hint ? [[say('compare.hint'), hint] as const] : []), when];
    }
    const field: FieldSchema = wholeField(definition, handle) ?? {};
    const type = typeAt(definition, handle, catalogue);
    const choices = choicesAt(definition, handle);
    const rest = new Map<string, string[]>();
    for (const [keyword, value] of Object.entries(field)) {
      if (elsewhere.has(keyword)) continue;
      const name = names[keyword] ?? 'settings';
      const text = name === 'limits' || name === 'settings' ? `${keyword} ${written(value)}` : written(value);
      rest.set(name, [...(rest.get(name) ?? []), text]);
    }
    return [
      title,
      [say('compare.type'), catalogue.words.get(type)?.name[language] ?? type],
      [say('compare.required'), say(isRequired(definition, handle) ? 'yes' : 'no')],
      ...(field['x-hint'] ? [[say('compare.hint'), field['x-hint']] as const] : []),
      ...(choices
        ? [
            [
              say('compare.options'),
              choices
                .map(({ title: option, 'x-score': points }) =>
                  points === undefined ? option : `${option} (${points})`,
                )
                .join(' · '),
            ] as const,
          ]
        : []),
      when,
      ...[...rest].map(([name, texts]) => [say(`compare.${name}`), texts.join(' · ')] as const),
    ];
  };
