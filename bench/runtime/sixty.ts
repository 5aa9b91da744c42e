// SPDX-License-Identifier: AGPL-3.0-or-later
// A form of sixty fields and twelve conditions, in the words of the national forms.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import { inline } from '../../runtime/engine/field.ts';

const FOLDER = 'schemas/national/adi/definitions';
const FIELDS = 60;
const CONDITIONS = 12;

/** Kinds of fields that a form begins with. */
const common = (field: FieldSchema): boolean =>
  (field['x-type'] === undefined || ['money', 'long-text'].includes(field['x-type'])) &&
  field.type !== 'object' &&
  (field.format === undefined || field.format === 'date') &&
  (field.type !== 'array' || field.items?.oneOf !== undefined) &&
  !['x-value', 'x-ref', 'x-choices', 'x-prefill'].some((word) => word in field);

/** All fields of a schema, those of groups and rows among them, `$ref`s inlined. */
function* flat(
  properties: { readonly [key: string]: FieldSchema },
  defs: Definition['schema']['$defs'],
): Generator<readonly [string, FieldSchema]> {
  for (const [key, written] of Object.entries(properties)) {
    const field = inline(written, defs);
    yield [key, field];
    yield* flat(field.properties ?? {}, defs);
    if (field.items) yield* flat(inline(field.items, defs).properties ?? {}, defs);
  }
}

/** Written anew: the twelve conditions read the first yes-or-no question. */
export async function sixty(): Promise<Definition> {
  const fields = new Map<string, FieldSchema>([
    ['altri', { title: 'Vive con altre persone?', type: 'boolean' }],
  ]);
  for (const file of (await readdir(FOLDER)).toSorted()) {
    const { schema } = JSON.parse(await readFile(join(FOLDER, file), 'utf8')) as Definition;
    for (const [key, field] of flat(schema.properties, schema.$defs)) {
      if (fields.size === FIELDS || fields.has(key) || !common(field)) continue;
      const { 'x-show': _, 'x-require': __, 'x-check': ___, 'x-settings': ____, ...rest } = field;
      const hangs = fields.size % Math.floor(FIELDS / CONDITIONS) === 4;
      fields.set(key, {
        ...rest,
        ...(hangs ? { 'x-show': { '/altri': { type: 'boolean', const: true } } } : {}),
      } as FieldSchema);
    }
  }
  const keys = [...fields.keys()];
  return {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: 'sessanta',
    title: 'Domanda di presa in carico',
    schema: { type: 'object', properties: Object.fromEntries(fields), required: keys.slice(0, 20) },
    layout: [
      {
        page: 'domanda',
        title: 'Domanda',
        items: Array.from({ length: 6 }, (_, place) => ({
          section: `parte-${place + 1}`,
          title: `Parte ${place + 1}`,
          items: keys.slice(place * 10, place * 10 + 10).map((key) => `/${key}`),
        })),
      },
    ],
  };
}
