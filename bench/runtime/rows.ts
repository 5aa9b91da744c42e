// SPDX-License-Identifier: AGPL-3.0-or-later
// A repeat of many long rows beside a flat form of the rows that fit on the screen.
import type { Answers, Definition, FieldSchema } from '../../schemas/types.ts';
import { Patto, definitionOf, isYes } from './patto.ts';
import { FIELDS, ROWS } from './repeat.ts';
import { type Spec, specOf } from './spec.ts';

const inside = definitionOf(specOf(FIELDS)).schema;
const keys = Object.keys(inside.properties);
/** Conditions look at their own row. */
const ofRow = (field: FieldSchema): FieldSchema =>
  field['x-show'] ? { ...field, 'x-show': isYes('./campo_0') } : field;

function repeat(rows: number): { definition: Definition; answers: Answers } {
  const properties = Object.fromEntries(keys.map((key) => [key, ofRow(inside.properties[key]!)]));
  return {
    definition: {
      ...definitionOf(specOf(1)),
      schema: {
        type: 'object',
        properties: {
          righe: {
            type: 'array',
            title: 'Righe',
            maxItems: 2 * ROWS,
            items: { type: 'object', properties, required: inside.required ?? [] },
          },
        },
      },
      layout: [
        {
          page: 'una',
          title: 'Una pagina',
          items: [{ repeat: '/righe', items: keys.map((key) => `./${key}`) }],
        },
      ],
    },
    answers: {
      righe: Array.from({ length: rows }, (_, row) => ({
        id: `riga-${String(row).padStart(6, '0')}`,
        campo_0: true,
      })),
    },
  };
}

class Rows extends Patto {
  /** Of the spec only how many questions there are. */
  override async prepare({ questions }: Spec): Promise<void> {
    const { definition, answers } = repeat(questions.length / FIELDS);
    await this.ready(definition, answers);
  }

  #path(key: string): string {
    // campo_37 is the eighth question of the second row
    const index = Number(key.slice('campo_'.length));
    return `riga-${String(Math.floor(index / FIELDS)).padStart(6, '0')}/campo_${index % FIELDS}`;
  }

  override control(key: string): HTMLElement | null {
    return this.form!.shadowRoot!.getElementById(`f/righe/${this.#path(key)}`);
  }

  override answer(key: string): unknown {
    const index = Number(key.slice('campo_'.length));
    return this.form!.store!.value(`/righe/${Math.floor(index / FIELDS)}/campo_${index % FIELDS}`);
  }

  #rows(): readonly { readonly id: string }[] {
    return this.form!.store!.value('/righe') as readonly { readonly id: string }[];
  }

  press(tool: 'insert' | 'remove', row: number): () => boolean {
    const root = this.form!.shadowRoot!;
    const before = this.#rows();
    root.getElementById(`f/righe/${before[row]!.id}-${tool}`)!.click();
    const after = this.#rows();
    const fresh = after.find(({ id }) => before.every((each) => each.id !== id));
    const gone = before[row]!.id;
    // the last question of a row that is shown while nothing is answered
    return () =>
      fresh
        ? root.getElementById(`f/righe/${fresh.id}/campo_${FIELDS - 2}`) !== null
        : after.length < before.length && root.getElementById(`f/righe/${gone}`) === null;
  }
}

export const adapter = new Rows();
