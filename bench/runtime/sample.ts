// SPDX-License-Identifier: AGPL-3.0-or-later
// The form that both draw: types in the mix of a long social form, every tenth question under a condition that holds.
import type { Answers, Context, Definition, FieldSchema, LayoutNode } from '../../schemas/types.ts';

const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ const: `c${index}`, title: `Voce ${index + 1}` }));

/** One of ten kinds of question, by place: 4 texts, 2 whole numbers, date, yes/no, short list, long list. */
const kinds: readonly ((title: string) => FieldSchema)[] = [
  (title) => ({ type: 'boolean', title }),
  (title) => ({ type: 'string', title, maxLength: 80 }),
  (title) => ({ type: 'integer', title, minimum: 0, maximum: 9999 }),
  (title) => ({ type: 'string', title, maxLength: 80, 'x-hint': 'Come risulta dai documenti' }),
  (title) => ({ type: 'string', format: 'date', title }),
  (title) => ({ type: 'string', title, oneOf: choices(4) }),
  (title) => ({ type: 'string', title, maxLength: 80 }),
  (title) => ({ type: 'string', title, oneOf: choices(8) }),
  (title) => ({ type: 'integer', title, minimum: 0, maximum: 9999 }),
  (title) => ({
    type: 'string',
    title,
    maxLength: 80,
    'x-show': { '/campo_0': { type: 'boolean', const: true } },
  }),
];

export const key = (index: number): string => `campo_${index}`;

export function sample(count: number): { definition: Definition; answers: Answers; context: Context } {
  const properties: { [key: string]: FieldSchema } = {};
  const items: LayoutNode[] = [];
  for (let index = 0; index < count; index++) {
    properties[key(index)] = kinds[index % kinds.length]!(`Domanda numero ${index + 1}`);
    if (index % 10 === 0)
      items.push({
        section: `parte-${index / 10}`,
        title: `Parte ${index / 10 + 1}`,
        items: Array.from({ length: Math.min(10, count - index) }, (_, each) => `/${key(index + each)}`),
      });
  }
  return {
    definition: {
      $schema: 'urn:patto:definition:1',
      kind: 'form',
      id: `banco-${count}`,
      title: 'Modulo di prova',
      schema: { type: 'object', properties, required: [key(0), key(1)] },
      layout: [{ page: 'una', title: 'Una pagina', items }],
    },
    answers: { [key(0)]: true },
    context: {
      today: '2026-03-02',
      referenceDate: '2026-03-02',
      parameters: {},
      lists: {},
      case: {},
      role: 'public',
      locale: 'it',
    },
  };
}
