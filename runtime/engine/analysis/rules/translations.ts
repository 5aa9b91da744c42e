// SPDX-License-Identifier: BSD-3-Clause
// Texts without a translation in a language that the form otherwise speaks.
import type { Band, CheckRule } from '../../../../schemas/types.ts';
import type { FieldNode } from '../../contract.ts';
import { blank } from '../../lint/fields.ts';
import { escapeKey } from '../../lint/survey.ts';
import type { Ground, Rule } from '../contract.ts';

/** The texts of one thing: key of the translation → the text as it stands. */
interface Texts {
  readonly field: string | undefined;
  readonly texts: readonly (readonly [key: string, text: unknown])[];
}

export const translations: Rule = {
  codes: ['missing-translation'],
  *look(ground) {
    const things = [...all(ground)];
    for (const [language, written] of Object.entries(ground.definition.translations ?? {})) {
      for (const { field, texts } of things) {
        const missing = texts.filter(([key, text]) => typeof text === 'string' && !blank(text) && (written[key] ?? '').trim() === ''); // prettier-ignore
        if (missing.length === 0) continue;
        const named = missing.slice(0, 3).map(([, text]) => `«${String(text).slice(0, 60)}»`).join(', '); // prettier-ignore
        const shown = missing.length > 3 ? `${named}…` : named;
        yield { code: 'missing-translation', at: `/translations/${escapeKey(language)}`, field, params: { language, texts: shown } }; // prettier-ignore
      }
    }
  },
};

const rules = (list: readonly CheckRule[], name: string) => list.map(({ message }, place) => [`${name}.${place}`, message] as const); // prettier-ignore
const bands = (list: readonly Band[] | undefined, before: string) => (list ?? []).map((band) => [`${before}band.${band.code}`, band.title] as const); // prettier-ignore

function* all({ definition, outline, boxes }: Ground): Generator<Texts> {
  const { schema, outcome } = definition;
  const whole = [
    ['title', definition.title],
    ['description', definition.description],
    ...rules(schema['x-check'] ?? [], 'check'),
    ...bands(schema['x-bands'], ''),
    ...(outcome?.rows ?? []).map((row, place) => [`outcome.${place}`, row.reason] as const),
    ['outcome.otherwise', outcome?.otherwise],
  ] as const;
  yield { field: undefined, texts: whole };
  for (const node of outline.fields)
    if (node.schema['x-drawn'] !== false) yield { field: node.pointer, texts: ofField(node) };
  for (const { kind, id, node } of boxes) {
    const key = `${kind}:${id}`;
    const texts = [[key, node[kind === 'note' ? 'text' : 'title']], [`${key}.hint`, node['x-hint']]] as const; // prettier-ignore
    yield { field: undefined, texts };
  }
}

function ofField({ pointer, schema, checks, rowChecks }: FieldNode): Texts['texts'] {
  const name = pointer.replaceAll('/*', '').slice(1);
  const choices = schema.oneOf ?? schema.items?.oneOf ?? [];
  return [
    [`${name}.title`, schema.title],
    [`${name}.hint`, schema['x-hint']],
    [`${name}.description`, schema.description],
    ...choices.map((choice) => [`${name}=${choice.const}`, choice.title] as const),
    ...rules(checks, `${name}.check`),
    ...rules(rowChecks, `${name}.row-check`),
    ...bands(schema['x-bands'], `${name}.`),
  ];
}
