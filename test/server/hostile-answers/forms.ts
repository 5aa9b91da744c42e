// SPDX-License-Identifier: AGPL-3.0-or-later
// The forms whose answers are changed, and right answers to them.
import { folders } from '../../../runtime/fields/index.ts';
import { loadSamples } from '../../../runtime/fields/load.ts';
import { star } from '../../../runtime/engine/pointer.ts';
import type { Answers, Definition, FieldSchema } from '../../../schemas/types.ts';
import { everyType } from '../../journeys/every-type.ts';
import { formOf, rowId } from '../../runtime/engine/engine.ts';
import type { Draw } from '../../runtime/engine/random.ts';

const text = { type: 'string', maxLength: 40 } as const;
/** Locks, computed values and hidden parts, at the root, in a group and in rows of rows. */
export const everything: Definition = {
  ...formOf(
    {
      fisso: { ...text, readOnly: true, 'x-prefill': { text: 'dal fascicolo' } },
      chiuso: { type: 'boolean' },
      motivo: { ...text, 'x-lock': { '/chiuso': { const: true } } },
      casa: { oneOf: ['affitto', 'altro'].map((each) => ({ const: each, title: each })) },
      canone: { type: 'integer', minimum: 0, maximum: 5_000, 'x-show': { '/casa': { const: 'affitto' } } },
      riservato: { ...text, 'x-visible-to': ['coordinator'] },
      recapito: {
        type: 'object',
        properties: { via: text, civico: { type: 'integer', minimum: 1, maximum: 999 } },
        required: ['via'],
      },
      nucleo: {
        type: 'array',
        maxItems: 8,
        items: {
          type: 'object',
          properties: {
            nome: text,
            eta: { type: 'integer', minimum: 0, maximum: 120 },
            adulto: { type: 'boolean', 'x-value': { holds: { './eta': { type: 'integer', minimum: 18 } } } },
            scuola: { ...text, 'x-show': { './eta': { type: 'integer', maximum: 17 } } },
            spese: {
              type: 'array',
              maxItems: 5,
              items: {
                type: 'object',
                properties: { importo: { type: 'integer', minimum: 0, maximum: 900 } },
              },
            },
            totale: { type: 'integer', 'x-value': { sum: './spese', of: './importo' } },
          },
          required: ['nome', 'eta'],
        },
      },
      capo: { type: 'string', 'x-ref': '/nucleo' },
      quanti: { type: 'integer', 'x-value': { count: '/nucleo' } },
      somma: { type: 'integer', 'x-value': { sum: '/nucleo', of: './totale' } },
    },
    { required: ['casa', 'canone', 'motivo'] },
  ),
  id: 'tutto',
};
export const everyAnswer = (draw: Draw): Answers => ({
  chiuso: draw(2) === 0,
  motivo: 'perché sì',
  casa: draw(2) === 0 ? 'affitto' : 'altro',
  canone: draw(900),
  recapito: { via: 'Via dell’Esempio', civico: 1 + draw(90) },
  nucleo: Array.from({ length: 1 + draw(4) }, (_, row) => ({
    id: `persona${String(row).padStart(4, '0')}`,
    nome: `Persona ${row}`,
    eta: draw(80),
    scuola: 'media',
    spese: Array.from({ length: draw(3) }, (_one, place) => ({
      id: `spesa${row}${String(place).padStart(5, '0')}`,
      importo: draw(500),
    })),
  })),
  capo: 'persona0000',
});

/** Every type in every shape of its samples, at the root and in rows. */
export interface Samples {
  readonly definition: Definition;
  answers(draw: Draw): Answers;
  /** by pointer with stars */
  readonly bad: ReadonlyMap<string, readonly unknown[]>;
}

export async function everySample(): Promise<Samples> {
  const samples = await loadSamples();
  const { definition, answers: some } = await everyType();
  const root = definition.schema.properties;
  const shapes = folders.flatMap((type) =>
    samples
      .get(type)!
      .fields.map((each, at) => ({ type, key: `${type.replaceAll('-', '_')}_${at}`, ...each })),
  );
  // Rows hold one question of each type, computed and nested ones aside.
  const inside = shapes.filter(
    ({ key, type }) => key.endsWith('_0') && !['repeat', 'group', 'note', 'computed'].includes(type),
  );
  const items = {
    type: 'object',
    properties: Object.fromEntries(inside.map(({ key }) => [key, root[key]!])),
  } as unknown as FieldSchema;
  const rows = { title: 'Righe', type: 'array', items } as FieldSchema;
  const properties = { ...root, righe: rows };
  const bad = new Map<string, readonly unknown[]>();
  for (const each of shapes) if (each.bad.length) bad.set(`/${each.key}`, each.bad);
  for (const each of inside) if (each.bad.length) bad.set(star(`/righe/0/${each.key}`), each.bad);
  const fill = (all: typeof shapes, draw: Draw): Answers =>
    Object.fromEntries(
      all
        // Only an upload makes a file.
        .filter(({ type, good }) => type !== 'file' && good.length > 0)
        // Of a living list the first good one is there; others only have the shape.
        .map(({ key, good, field }) => [
          key,
          structuredClone(good[draw(field['x-choices'] ? 1 : good.length)]),
        ]),
    );
  return {
    definition: { ...definition, id: 'ogni-tipo', schema: { ...definition.schema, properties } },
    answers: (draw) => ({
      obiettivi: some['obiettivi'],
      nato_il: '1985-04-12',
      ...fill(shapes, draw),
      righe: Array.from({ length: 1 + draw(2) }, (_, row) => ({
        id: rowId(900 + row),
        ...fill(inside, draw),
      })),
    }),
    bad,
  };
}
