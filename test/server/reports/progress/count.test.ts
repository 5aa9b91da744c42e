// SPDX-License-Identifier: AGPL-3.0-or-later
// The state of progress over the invented families C1 to C6, at the end of April.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSummary, writeSummary } from '../../../../server/counting.ts';
import { countProgress, type Counted } from '../../../../server/reports/progress/count.ts';
import { ratioOf } from '../../../../server/reports/progress/report.ts';
import type { Table } from '../../../../templates/documents/progress/content.ts';
import { caseAfter } from '../../../fixtures/cases.ts';
import { families } from '../../../fixtures/families.ts';
import { lists, measures, valprova } from '../../../fixtures/national.ts';

function counted(id: string, until: string): Counted {
  const kase = caseAfter(id, until);
  const summary = readSummary({ counted: writeSummary(kase) });
  assert.ok(summary);
  return { comune: kase.comune, measure: kase.measure, summary };
}

const to = '2026-04-30';
const all = families.map(({ id }) => counted(id, to));
const progress = countProgress(all, {
  from: '2025-11-01',
  to,
  comuni: valprova.comuni,
  measures,
  row: (list, code) =>
    (lists.find(({ id }) => id === list)?.rows ?? valprova.registers?.[list])?.find(({ id }) => id === code),
  ...(valprova.schoolAge ? { school: valprova.schoolAge } : {}),
});
const figure = (id: string) => progress.figures.find((one) => one.id === id)?.figure;
const table = (id: string): Table => {
  const found = progress.tables.find((one) => one.id === id);
  assert.ok(found, id);
  return found;
};
const row = (id: string, label: RegExp) => table(id).rows.find((one) => label.test(one.label))?.figures;

test('households, persons, minors, branches, outcomes, pupils, estimate', () => {
  assert.deepEqual(['requests', 'households', 'persons', 'minors', 'pupils'].map(figure), [6, 6, 18, 9, 5]);
  assert.deepEqual(
    [row('branches', /^ADI/), row('branches', /^Non ADI/), row('branches', /^Indigenza/)].map(
      (one) => one?.[0],
    ),
    [4, 1, 1],
  );
  assert.deepEqual([row('outcomes', /^E2/), row('outcomes', /^E3/)], [[2], [4]]);
  assert.equal(figure('monthly'), 266_425);
  assert.deepEqual(table('comuni').total, [6, 18, 9]);
});

test('what keeps households in poverty, and the letter of the law that a support stands under', () => {
  assert.deepEqual(row('factors', /^Carichi di cura/), [3]);
  assert.deepEqual(row('factors', /^Problemi di casa/), [2]);
  assert.deepEqual(table('factors').total, [12]);
  assert.deepEqual(table('letters').total, table('services').total);
  assert.ok(table('letters').rows.some(({ label }) => label.startsWith('7.1.d')));
});

test('each support is counted once, whatever it is counted by', () => {
  const [services, funds, categories] = ['services', 'funds', 'categories'].map(table);
  assert.deepEqual(services?.total, funds?.total);
  assert.deepEqual(services?.total, categories?.total);
  for (const one of [services, funds, categories])
    assert.deepEqual(
      one?.total,
      [0, 1].map((column) => one?.rows.reduce((sum, { figures }) => sum + Number(figures[column]), 0)),
    );
  assert.equal(figure('supports'), services?.total[0]);
  assert.equal(figure('spend'), services?.total[1]);
});

test('no name and no delicate answer is in what is counted', () => {
  const text = JSON.stringify(all);
  for (const word of ['Vellonieri', 'Bendinoro', 'VLLMRT', 'SerD', 'CSM', 'dormitorio'])
    assert.ok(!text.includes(word), word);
});

test('social workers and inhabitants', () => {
  const ratio = ratioOf(valprova, []);
  assert.deepEqual([ratio?.inhabitants, ratio?.one, ratio?.needed], [68_200, 5456, 13.64]);
  assert.equal(ratioOf(valprova, ['poggiofinto']), undefined);
});

test('strategic aims are counted by the objectives that name one', () => {
  const kase = caseAfter('c1', to);
  const aims = [{ id: 'a', aim: 'os1' }, { id: 'b', aim: 'os1' }, { id: 'c' }];
  const counts = { ...kase.counts, pais: { ...kase.counts?.['pais'], aims } } as typeof kase.counts;
  const summary = readSummary({ counted: writeSummary({ ...kase, ...(counts ? { counts } : {}) }) });
  const { tables } = countProgress([{ comune: kase.comune, measure: kase.measure, summary: summary! }], {
    from: '2025-11-01',
    to,
    comuni: [],
    measures,
    row: (list, code) => lists.find(({ id }) => id === list)?.rows.find(({ id }) => id === code),
  });
  const found = tables.find(({ id }) => id === 'aims');
  assert.deepEqual(
    found?.rows.map(({ figures }) => figures),
    [[2]],
  );
  assert.match(found.rows[0]!.label, /lavoro/);
});
