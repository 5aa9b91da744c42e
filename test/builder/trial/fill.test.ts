// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filled } from '../../../builder/trial/fill.ts';
import { seenAt, whatIf } from '../../../builder/trial/what-if.ts';
import { why } from '../../../builder/trial/why.ts';
import { check } from '../../../runtime/engine/check.ts';
import { loadEngine } from '../../../runtime/engine/load.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { loadSamples } from '../../../runtime/fields/load.ts';
import type { Answers, Context, Definition, ListRow } from '../../../schemas/types.ts';
import { familyAnswers } from '../../fixtures/families.ts';
import { family } from '../family.ts';

const engine = await loadEngine((source) => new RegExp(source, 'u'));
const samples = await loadSamples();
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const district = read('schemas/districts/valprova/district.json') as { registers: Context['lists'] };
const rows = (file: string): ListRow[] => {
  const value = read(file) as ListRow[] | { rows: ListRow[] };
  return Array.isArray(value) ? value : value.rows;
};
const lists: Context['lists'] = {
  ...Object.fromEntries(
    readdirSync('schemas/lists')
      .filter((file) => file.endsWith('.json') && !file.startsWith('comuni-italiani'))
      .map((file) => [file.replace('.json', ''), rows(join('schemas/lists', file))]),
  ),
  comuni: [{ id: 'poggiofinto', title: 'Poggiofinto' }],
  ...district.registers,
};
const context: Context = {
  today: '2026-03-02',
  referenceDate: '2026-03-02',
  parameters: {},
  lists,
  case: {
    nucleo: [
      { id: 'martaC1nucl', nome: 'Marta', cognome: 'Vellonieri', nascita: '1987-07-04', eta: 38 },
      { id: 'tommasoC1nu', nome: 'Tommaso', cognome: 'Vellonieri', nascita: '2016-11-19', eta: 9 },
    ],
    pais: familyAnswers('c1')['pais']!,
  },
  role: 'case-manager',
  locale: 'it',
};
const ground = (definition: Definition) => ({ outline: walk(definition, engine), context, samples });

const national = readdirSync('schemas/national', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => read(join('schemas/national', file)) as Definition)
  .filter((value) => 'schema' in value);

test(`an example family: every question that is seen has an answer, and none is wrong (${national.length} national definitions)`, () => {
  assert.ok(national.length >= 3);
  for (const definition of national) {
    const all = ground(definition);
    const answers = filled(all, {});
    const settled = settle(all.outline, answers, context);
    const wrong = check(all.outline, settled, context).filter(({ level }) => level === 'error');
    assert.deepEqual(wrong.map(({ code, at }) => `${code} ${at}`), [], definition.id); // prettier-ignore
    assert.deepEqual(filled(all, {}), answers, 'the same every time');
  }
});

test('answers that are given stay, what does not fit goes', () => {
  const answers: Answers = filled(ground(family), {
    casa: 'proprieta',
    canone: 'molto',
    altro: 1,
    nucleo: [],
  });
  assert.equal(answers['casa'], 'proprieta');
  assert.ok(!('altro' in answers) && !('canone' in answers));
  assert.ok((answers['nucleo'] as unknown[]).length > 0);
});

test('what if: answers with which each thing is seen, and with which it is not', () => {
  const all = ground(family);
  for (const handle of ['/canone', '/nucleo/*/scuola', 'page:famiglia'])
    for (const holds of [true, false]) {
      const found = whatIf(all, handle, holds);
      assert.ok('answers' in found, `${handle} ${holds}: ${JSON.stringify(found)}`);
      const settled = settle(all.outline, found.answers, context);
      assert.equal(seenAt(settled, handle) !== undefined, holds, `${handle} ${holds}`);
      const told = why(all.outline, settled, context, handle);
      assert.equal(told.seen, holds);
      assert.equal(told.reasons.every((reason) => reason.holds), holds, JSON.stringify(told)); // prettier-ignore
    }
  assert.deepEqual(whatIf(all, '/casa', false), { none: 'never' });
  assert.deepEqual(whatIf(all, '/casa', true), { none: 'always' });
});

test('why: the condition of the page counts too, with the answer that it reads; a role that may not see', () => {
  const all = ground(family);
  const settled = settle(all.outline, {}, context);
  const hidden = why(all.outline, settled, context, '/minori');
  assert.deepEqual(
    hidden.reasons.map(({ of, holds, reads }) => [of, holds, reads]),
    [['page:famiglia', false, [{ question: '/casa', value: undefined }]]],
  );
  const { note, ...others } = family.schema.properties;
  const private_ = { ...family, schema: { ...family.schema, properties: { ...others, note: { ...note, 'x-visible-to': ['psychologist'] } } } } as Definition; // prettier-ignore
  const outline = walk(private_, engine);
  assert.deepEqual(why(outline, settle(outline, {}, context), context, '/note').roles, ['psychologist']);
});
