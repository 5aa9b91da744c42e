// SPDX-License-Identifier: AGPL-3.0-or-later
// The state of progress over the invented families C1 to C6, at the end of April.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readSummary, writeSummary } from '../../../../server/counting.ts';
import { countProgress, type Counted, type Frame } from '../../../../server/reports/progress/count.ts';
import { ratioOf } from '../../../../server/reports/progress/report.ts';
import { progressSheets } from '../../../../server/reports/progress/sheets.ts';
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
const frame: Frame = {
  from: '2025-11-01',
  to,
  comuni: valprova.comuni,
  measures,
  row: (list, code) =>
    (lists.find(({ id }) => id === list)?.rows ?? valprova.registers?.[list])?.find(({ id }) => id === code),
  ...(valprova.schoolAge ? { school: valprova.schoolAge } : {}),
};
const progress = countProgress(all, frame);
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
  assert.ok(typeof ratio === 'object');
  assert.deepEqual([ratio.inhabitants, ratio.one, ratio.needed], [68_200, 5456, 13.64]);
  assert.deepEqual(
    ratio.marks?.map(({ inhabitants }) => inhabitants),
    [6500, 4000],
  );
  assert.equal(ratioOf(valprova, ['poggiofinto']), 'workers');
  const unknown = valprova.comuni.map(({ id, name }) => ({ id, name }));
  assert.equal(ratioOf({ ...valprova, comuni: unknown }, []), 'inhabitants');
});

test('at the end of an earlier period: what was agreed, and who was born, later is not told', () => {
  const dates = { pad: '2026-01-12', primo_incontro: '2026-02-11', patto: '2026-02-25' };
  const { pad, primo_incontro: met, patto } = dates;
  const marta = { ...counted('c1', to), summary: { ...counted('c1', to).summary, dates } };
  const at = (day: string, more: Partial<Counted['summary']> = {}) => {
    const summary = { ...marta.summary, ...more };
    const { figures, medians } = countProgress([{ ...marta, summary }], { ...frame, to: day });
    const of = (id: string) => figures.find((one) => one.id === id)?.figure;
    return [of('analysed'), of('pacts'), of('supports') !== 0, medians[1]?.cases, of('minors')];
  };
  const minors = marta.summary.people.filter(({ birth = '' }) => birth > '2008-05').length;
  assert.deepEqual(at(patto), [1, 1, true, 1, minors]);
  assert.deepEqual(at(met), [1, 0, false, 0, minors]);
  assert.deepEqual(at(pad), [0, 0, false, 0, minors]);
  const renewed = [{ key: 'patto', date: patto }];
  assert.deepEqual(at(patto, { dates: { ...dates, patto: '2027-02-25' }, moments: renewed }).slice(1, 3), [
    1,
    true,
  ]);
  const born = [...marta.summary.people, { id: 'x', birth: patto }];
  assert.deepEqual(at(met, { people: born })[4], minors);
  assert.deepEqual(at(patto, { people: born })[4], minors + 1);
});

test('the tables for spreadsheets say all that the paper says', () => {
  const ratio = ratioOf(valprova, []);
  const told = progressSheets({
    ...progress,
    from: '2025-11-01',
    to,
    comuni: [],
    least: 5,
    medians: [{ id: 'pact', days: 'kept', cases: 'hidden' }],
    ...(typeof ratio === 'object' ? { ratio } : {}),
    milestones: [{ title: 'Guida', state: 'done', on: '2026-01-12' }],
    critical: 'Manca personale',
  });
  const rows = told.flatMap((sheet) => sheet.rows.map((row) => row.join(' | ')));
  for (const wanted of [
    'Nuclei | 6',
    'Dal | 2025-11-01',
    'Dal primo incontro al patto | n.d. | <5',
    'Abitanti per assistente sociale | 5456',
    'obiettivo del contributo dello Stato: non raggiunto | 4000',
    'Guida | concluso | 2026-01-12',
    'Manca personale',
  ])
    assert.ok(rows.includes(wanted), wanted);
});

test('requests by comune, on a thousand inhabitants; waiting counts from the day that each measure names', () => {
  const mine = all.filter(({ comune }) => comune === 'poggiofinto').length;
  const { figures, tables, medians } = countProgress(
    [
      ...all,
      {
        ...all[0]!,
        measure: 'rei',
        summary: { ...all[0]!.summary, dates: { domanda: '2026-01-01', primo_incontro: '2026-01-11' } },
      },
    ],
    { ...frame, waiting: ['pievedemo', 'poggiofinto'], accesses: 9 },
  );
  const told = Object.fromEntries(figures.map(({ id, figure: value }) => [id, value]));
  assert.deepEqual([told['accesses'], told['requests']], [9, 9]);
  const rows = tables.find(({ id }) => id === 'demand')!;
  const many = mine + 1 + (all[0]!.comune === 'poggiofinto' ? 1 : 0);
  assert.deepEqual(rows.rows.find(({ label }) => label === 'Poggiofinto')?.figures, [
    many,
    Math.round((many * 100_000) / 38_400) / 100,
  ]);
  assert.equal(medians[0]!.cases, (progress.medians[0]!.cases as number) + 1);
  const bare = countProgress(all, { ...frame, comuni: [] }).tables.find(({ id }) => id === 'demand')!;
  assert.deepEqual(
    bare.columns.map(({ id }) => id),
    ['many'],
    'no inhabitants, no rate',
  );
});

test('results of the last review by level, as its form calls them', () => {
  const kase = caseAfter('c1', to);
  const results = [
    { id: 'a', level: '2' },
    { id: 'b', level: 'x' },
    { id: 'c', level: '2' },
  ];
  const summary = readSummary({
    counted: writeSummary({ ...kase, counts: { ...kase.counts, verifica: { results } } }),
  })!;
  const { tables } = countProgress([{ ...all[0]!, summary }], frame);
  assert.deepEqual(tables.find(({ id }) => id === 'results')?.rows, [
    { label: 'Non più attuale', figures: [1] },
    { label: 'Raggiunto', figures: [2] },
  ]);
  const form = readFileSync('schemas/national/adi/definitions/monitoraggio.json', 'utf8');
  const { schema, gives } = JSON.parse(form);
  assert.ok(gives.counts.results);
  assert.deepEqual(
    schema.properties.risultati.items.properties.livello.oneOf.map(
      (one: { const: string; title: string }) => [one.const, one.title],
    ),
    lists.find(({ id }) => id === 'livelli-risultato')?.rows.map(({ id, title }) => [id, title]),
  );
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
