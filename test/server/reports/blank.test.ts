// SPDX-License-Identifier: AGPL-3.0-or-later
// Forms to fill in by hand: the way through one in words, a sheet of every shipped definition, printed past the gate.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { walk } from '../../../runtime/engine/walk.ts';
import { loadPaper } from '../../../runtime/fields/load.ts';
import { printBlank } from '../../../server/pdf/blank.ts';
import { readTemplate } from '../../../server/pdf/template-files.ts';
import type { Definition, ListRow } from '../../../schemas/types.ts';
import { blankFormData, type BlankInput } from '../../../templates/documents/blank-form/data.ts';
import { blankForm } from '../../../templates/documents/blank-form/facts.ts';
import { render } from '../../../templates/render.ts';
import { definitions, engine, lists, valprova } from '../../fixtures/national.ts';
import { newPrinter, value } from '../pdf/sample.ts';

const papers = await loadPaper();
const printer = newPrinter();
after(() => printer.close());

const list = (name: string): readonly ListRow[] | undefined =>
  lists.find(({ id }) => id === name)?.rows ?? valprova.registers?.[name];
const input = (definition: Definition, role = 'case-manager'): BlankInput => ({
  language: 'it',
  district: valprova,
  outline: walk(definition, engine),
  number: 1,
  hash: 'a'.repeat(64),
  papers,
  role,
  list,
});

interface Part {
  readonly number: string;
  readonly title: string;
  readonly only: string;
  readonly answer: { readonly boxes: readonly { readonly text: string; readonly arrow: string }[] };
  readonly cells: readonly unknown[];
  readonly blocks: readonly unknown[];
}
const yesNo = (title: string, more: object = {}) => ({ title, type: 'boolean', ...more });
const text = (title: string, more: object = {}) => ({ title, type: 'string', maxLength: 40, ...more });
const definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'prova',
  title: 'Prova',
  schema: {
    type: 'object',
    properties: {
      casa: {
        title: 'Casa',
        type: 'string',
        oneOf: [
          { const: 'affitto', title: 'Affitto' },
          { const: 'proprieta', title: 'Proprietà' },
          { const: 'altro', title: 'Altro' },
        ],
      },
      canone: text('Canone', { 'x-show': { '/casa': { const: 'affitto' } } }),
      contratto: yesNo('Contratto', { 'x-show': { '/casa': { const: 'affitto' } } }),
      quale: text('Quale', { 'x-show': { '/casa': { const: 'altro' } } }),
      quanti: { title: 'Quanti', type: 'integer', 'x-value': { count: '/nucleo' } },
      lavora: yesNo('Lavora?'),
      ditta: text('Ditta', { 'x-show': { '/lavora': { const: true } } }),
      figli: text('Figli', { 'x-show': { '/quanti': { type: 'integer', minimum: 2 } } }),
      segreto: text('Segreto', { 'x-visible-to': ['coordinator'] }),
      nucleo: {
        title: 'Nucleo',
        type: 'array',
        maxItems: 3,
        items: {
          type: 'object',
          properties: { nome: text('Nome'), nascita: text('Nascita', { format: 'date' }) },
        },
      },
    },
    required: ['casa'],
  },
} as unknown as Definition;

test('numbers, arrows, “only if”, empty rows; nothing worked out and nothing of other roles', () => {
  const { data } = blankFormData(input(definition));
  const parts = (data as unknown as { readonly parts: readonly Part[] }).parts.filter(
    ({ number }) => number !== '',
  );
  assert.deepEqual(
    parts.map(({ number, title }) => `${number} ${title}`),
    ['1 Casa', '2 Canone', '3 Contratto', '4 Quale', '5 Lavora?', '6 Ditta', '7 Figli', '8 Nucleo'],
  );
  const arrows = (title: string) =>
    parts.find((one) => one.title === title)?.answer.boxes.map(({ arrow }) => arrow);
  assert.deepEqual(arrows('Casa'), ['', 'vada alla 5', 'vada alla 4']);
  assert.deepEqual(arrows('Lavora?'), ['', 'vada alla 7']);
  const only = (title: string) => parts.find((one) => one.title === title)?.only;
  assert.equal(only('Quale'), 'Solo se alla domanda 1 ha risposto «Altro».');
  assert.equal(only('Ditta'), 'Solo se alla domanda 5 ha risposto «Sì».');
  assert.equal(only('Figli'), 'Solo se serve: lo dice lo sportello.');
  assert.equal(parts.at(-1)?.cells.length, 3);
});

test('every shipped definition has a sheet', async () => {
  const { text } = value(await readTemplate(blankForm));
  // a table that only reads the case asks nothing
  const asking = [...definitions].filter(([, { schema }]) =>
    Object.values(schema.properties ?? {}).some((field) => field['x-value'] === undefined),
  );
  for (const [id, one] of asking) {
    const { data, margin } = blankFormData(input(one, 'family-worker'));
    assert.match(render(text, data, margin), /<strong>1\.<\/strong>/, id);
  }
});

test('a form without a question for the reader is none', async () => {
  const { properties, ...schema } = definition.schema;
  const reserved = { ...definition, schema: { ...schema, properties: { segreto: properties['segreto'] } } };
  const made = await printBlank(printer, input(reserved as Definition), '2026-03-02T08:00:00Z');
  assert.equal(made.ok ? '' : made.problem.code, 'nothing-to-fill');
});

// Printing all of them takes its time.
const printed = [...definitions]
  .filter(([id]) => id !== 'instradamento-inclusione')
  .slice(0, process.env['PATTO_PROOF'] === 'full' ? undefined : 1);
for (const [id, one] of printed)
  test(`${id} to fill in by hand`, async () => {
    const made = value(await printBlank(printer, input(one, 'family-worker'), '2026-03-02T08:00:00Z'));
    assert.ok(made.pages >= 1);
    if (process.env['PATTO_KEEP'])
      writeFileSync(join(process.env['PATTO_KEEP'], `blank-${id}.pdf`), made.pdf);
  });
