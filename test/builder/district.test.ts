// SPDX-License-Identifier: AGPL-3.0-or-later
// The data of a district through its forms and back: what nobody changed is the same, what a form does not ask stays.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { answersOf, changesOf, definitionOf } from '../../builder/district/answers.ts';
import { ownAlone, withInherited } from '../../builder/district/inherited.ts';
import { parts } from '../../builder/district/parts/index.ts';
import { formsIn, listOf, overCase, overForm } from '../../builder/district/proposals/of-case.ts';
import { rowsAsked, rowsForm, rowsSaid } from '../../builder/district/proposals/rows.ts';
import { loadDataCheck } from '../../server/data-check.ts';
import type { Condition, Definition, District, Measure, PactLife } from '../../schemas/types.ts';

const districts = readdirSync('schemas/districts').map(
  (id) => JSON.parse(readFileSync(`schemas/districts/${id}/district.json`, 'utf8')) as District,
);
const part = (name: string) => parts.find((one) => one.name === name)!;
const valprova = districts.find(({ id }) => id === 'valprova')!;

test('answers of a district that nobody changed change nothing', () => {
  for (const district of districts)
    for (const one of parts)
      assert.deepEqual(changesOf(one, district, answersOf(one, district)), {}, `${district.id} ${one.name}`);
});

test('each form is a definition that may stand, in both languages', async () => {
  const check = await loadDataCheck('schemas');
  for (const one of parts)
    for (const language of ['it', 'en'] as const)
      assert.equal(check('definition', definitionOf(one, language)), undefined, one.name);
});

test('a changed answer changes its own property; what a row holds beside it stays', () => {
  const answers = structuredClone(answersOf(part('phases'), valprova)) as { phases: { code: string }[] };
  const rows = answers.phases as { code: string; title: string; [key: string]: unknown }[];
  rows[0]!.title = 'Primo accesso';
  rows.push({ id: 'abcdefghijk', code: 'chiusura', title: 'Chiusura', definitions: ['pais'] });
  const secret = structuredClone(valprova) as District & { phases: { unasked?: unknown }[] };
  secret.phases[0]!.unasked = { all: true };
  const { phases, ...others } = changesOf(part('phases'), secret, answers as never) as {
    phases: { id: string; title: string; unasked?: unknown; documents?: unknown }[];
  };
  assert.deepEqual(others, {});
  assert.deepEqual([phases[0]!.title, phases[0]!.unasked], ['Primo accesso', { all: true }]);
  assert.deepEqual(phases[0]!.documents, valprova.phases[0]!.documents);
  assert.deepEqual(phases.at(-1), { id: 'chiusura', title: 'Chiusura', definitions: ['pais'] });
});

test('what it takes to leave a phase: usual rules as choices, others as their text', () => {
  const answers = answersOf(part('phases'), valprova) as unknown as {
    phases: { code: string; exit: { [key: string]: unknown }[] }[];
  };
  const [access, analysis] = answers.phases;
  assert.deepEqual(
    access!.exit.map(({ way, form }) => [way, form]),
    [
      ['form', 'adi-domanda'],
      ['assigned', undefined],
    ],
  );
  const [, deep] = analysis!.exit;
  assert.deepEqual(
    [deep!['way'], deep!['form'], deep!['only'], deep!['is']],
    ['form', 'quadro-analisi', 'outcome', 'E3'],
  );
  for (const district of districts)
    for (const { exit } of (answersOf(part('phases'), district) as unknown as typeof answers).phases)
      assert.ok(
        (exit ?? []).every(({ way }) => way !== 'other'),
        `${district.id}: all rules are questions`,
      );
  access!.exit[1] = { id: 'x', says: 'Patto firmato', way: 'day', day: 'patto' };
  const changed = changesOf(part('phases'), valprova, answers as never) as { phases: { exit: unknown[] }[] };
  assert.deepEqual(changed.phases[0]!.exit[1], {
    must: { '/date/patto': { answered: true } },
    says: 'Patto firmato',
  });
  assert.deepEqual(changed.phases[1], valprova.phases[1]);
  const rules = [
    { must: { '/documenti/pais/sigillato': { answered: true } }, says: 'Sigillato' },
    {
      must: { any: [{ not: { '/dati/a': { const: 'x' } } }, { '/date/b': { answered: true } }] },
      says: 'Con x',
    },
    {
      must: { any: [{ '/date/b': { answered: true } }, { '/date/c': { answered: true } }] },
      says: 'Uno dei due',
    },
  ];
  const own = { ...valprova, phases: [{ ...valprova.phases[0]!, exit: rules }] } as District;
  const asked = answersOf(part('phases'), own) as unknown as typeof answers;
  assert.deepEqual(
    asked.phases[0]!.exit.map(({ way }) => way),
    ['sealed', 'day', 'other'],
  );
  assert.deepEqual(changesOf(part('phases'), own, asked as never), {});
});

test('lines, days, numbers as people write them, what is taken away', () => {
  const change = (name: string, given: { readonly [key: string]: unknown }) =>
    changesOf(part(name), valprova, { ...answersOf(part(name), valprova), ...given } as never);
  assert.deepEqual(change('office', { letterhead: 'Uno\n\n Due ' }), {
    letterhead: { ...valprova.letterhead, lines: ['Uno', 'Due'] },
  });
  assert.deepEqual(change('numbering', { holidays: [{ id: 'x', day: '2026-12-08' }] }), {
    holidays: ['2026-12-08'],
  });
  const row = {
    id: 'x',
    key: 'adi.isee',
    title: 'ISEE',
    value: '9360,5',
    from: '2026-01-01',
    source: 'Prova',
    verified: true,
  };
  assert.deepEqual(
    (change('parameters', { parameters: [row] })['parameters'] as { value: unknown }[])[0]!.value,
    9360.5,
  );
  assert.deepEqual(change('office', { notice: undefined }), { notice: null });
  const { offices } = answersOf(part('offices'), valprova) as unknown as { offices: { hours: unknown[] }[] };
  offices[2]!.hours = [{ id: 'x', day: 'sat', from: '09:30', to: '11:00', appointment: true }];
  offices[0]!.hours = [];
  const changed = change('offices', { offices })['offices'] as District['offices'];
  assert.deepEqual(changed[2]!.hours, [{ day: 'sat', from: '09:30', to: '11:00', appointment: true }]);
  assert.deepEqual([changed[0]!.hours, changed[1]], [[], valprova.offices[1]]);
});

const national = (path: string) => JSON.parse(readFileSync(`schemas/national/${path}`, 'utf8')) as unknown;
const life = (national('sociale/measure.json') as Measure).pact!;
const pact = national(`adi/definitions/${life.definition!}.json`) as Definition;

test('how pacts live: of the measure until the district says otherwise, and only what it says is its own', () => {
  const lived = withInherited({ ...valprova, pact: {} }, life);
  const answers = answersOf(part('pact-states'), lived) as unknown as {
    states: { code: string; title: string; after?: string[] }[];
  };
  assert.deepEqual(answers.states[0]!.after, ['nessuno', 'conclusa', 'non-sottoscritta']);
  assert.deepEqual(changesOf(part('pact-states'), lived, answers as never), {});
  answers.states[1]!.title = 'Letto insieme';
  const own = ownAlone(changesOf(part('pact-states'), lived, answers as never), valprova, life);
  const { states, ...others } = own['pact'] as PactLife;
  assert.deepEqual(others, {});
  assert.deepEqual(states![1], { ...life.states![1], title: 'Letto insieme' });
  assert.deepEqual([states![0], states!.length], [life.states![0], life.states!.length]);
  const changed = { ...valprova, pact: { states: states! } };
  assert.deepEqual(ownAlone({ pact: { ...life } }, changed, life), { pact: null }, 'as the measure has it');
});

test('what is proposed goes through its form and back as it was; a new row is called and filled in as the others', () => {
  const all = life.proposals!;
  const ground = { pact, life, all };
  for (const { id, adds } of all) {
    const { answers, ids } = rowsAsked(ground, adds);
    assert.deepEqual(rowsSaid(ground, answers, ids), adds, id);
  }
  const { answers, ids } = rowsAsked(ground, all[0]!.adds);
  const given = answers as unknown as { [list: string]: { id: string; [key: string]: unknown }[] };
  const [list, first] = Object.entries(given)[0]!;
  assert.equal(first.length, 1);
  given['impegni']!.push({ id: 'nuovaRiga01', testo: 'Nuovo', tipo: 'I06', risultati: [given['risultati']![1]!.id], tenuto: true }); // prettier-ignore
  given['risultati']!.push({ id: 'nuovaRiga02', testo: 'Altro', obiettivo: first[0]!.id, entro: 4 });
  given['sostegni']![0]!['risultati'] = ['nuovaRiga02'];
  const said = rowsSaid(ground, given as never, ids);
  const made = said.find(({ row }) => row['testo'] === 'Altro')!;
  assert.deepEqual(made.row, { testo: 'Altro', obiettivo: { of: 'o' }, entro: { 'add-months': [life.starts, 4] } }); // prettier-ignore
  assert.deepEqual(said.find(({ to }) => to === '/sostegni')!.row['risultati'], [{ of: made.as }]);
  const commitment = said.find(({ row }) => row['testo'] === 'Nuovo')!;
  assert.deepEqual(commitment.row['tenuto'], { of: 'who' });
  assert.deepEqual(commitment.row['condizionato'], all[0]!.adds.find(({ to }) => to === '/impegni')!.row['condizionato']); // prettier-ignore
  assert.ok(list);
});

test('conditions over the case are conditions over a form, and back; of two forms at once they are not', () => {
  for (const { when, each } of life.proposals!) {
    const [form = ''] = formsIn(when as Condition);
    if (when) assert.deepEqual(overCase(overForm(when as Condition, form)!, form), when);
    else assert.ok(listOf(each!.of));
  }
  const two = { all: [{ 'case:/a/x': { const: 1 } }, { 'case:/b/x': { const: 1 } }] } as unknown as Condition;
  assert.equal(overForm(two, 'a'), undefined);
});

test('the form of what is proposed may stand', async () => {
  const check = await loadDataCheck('schemas');
  const form = rowsForm({ pact, life, all: life.proposals! }, (italian) => italian);
  assert.equal(check('definition', form), undefined);
});
