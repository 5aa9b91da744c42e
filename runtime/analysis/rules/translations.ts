// SPDX-License-Identifier: BSD-3-Clause
// Texts without a translation in a language that the form otherwise speaks.
import type { Band, CheckRule } from '../../../schemas/types.ts';
import type { FieldNode } from '../../engine/contract.ts';
import { blank } from '../../engine/lint/fields.ts';
import { escapeKey } from '../../engine/lint/survey.ts';
import type { Ground, Rule } from '../contract.ts';

/** The texts of one thing: key of the translation → the text as it stands. */
interface Texts {
  readonly field: string | undefined;
  /** of a page, section or note: where it is written */
  readonly at?: string;
  readonly texts: readonly (readonly [key: string, text: unknown])[];
}

/** Of more things than these, the language is told once. */
const mostSingly = 5;

export const translations: Rule = {
  codes: ['missing-translation', 'missing-translations'],
  *look(ground) {
    const things = [...all(ground)];
    for (const [language, written] of Object.entries(ground.definition.translations ?? {})) {
      const whole = `/translations/${escapeKey(language)}`;
      const open = things.flatMap(({ texts, ...thing }) => {
        const missing = texts.flatMap(([key, text]) =>
          typeof text === 'string' && !blank(text) && (written[key] ?? '').trim() === '' ? [text] : [],
        );
        return missing.length > 0 ? [{ ...thing, missing }] : [];
      });
      if (open.length > mostSingly) {
        const missing = open.flatMap((thing) => thing.missing);
        const params = { language, count: missing.length, texts: named(missing) };
        yield { code: 'missing-translations', at: whole, params };
        continue;
      }
      for (const { field, at = whole, missing } of open)
        yield { code: 'missing-translation', at, field, params: { language, texts: named(missing) } };
    }
  },
};

/** The first few, in quotes. */
const named = (list: readonly string[]): string =>
  list
    .slice(0, 3)
    .map((text) => `«${text.slice(0, 60)}»`)
    .join(', ') + (list.length > 3 ? '…' : '');

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
  for (const { kind, id, node, at } of boxes) {
    const key = `${kind}:${id}`;
    const texts = [[key, node[kind === 'note' ? 'text' : 'title']], [`${key}.hint`, node['x-hint']]] as const; // prettier-ignore
    yield { field: undefined, at, texts };
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
